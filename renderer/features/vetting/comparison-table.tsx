import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Assessed } from '../../../shared/domain/vetting/assess-record.ts';
import { candidateName } from '../../../shared/domain/vetting/candidate.ts';
import type { ComparisonRow } from '../../../shared/domain/vetting/compare-candidates.ts';
import { paths } from '../../app/routes.ts';
import { classNames } from '../../ui/class-names.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import styles from './compare-page.module.css';
import { rememberStep } from './open-step.ts';
import { VerdictMark } from './verdict-mark.tsx';

interface ComparisonTableProps {
  readonly candidates: readonly Assessed[];
  readonly rows: readonly ComparisonRow[];
  readonly label: string;
}

/** The table. It scrolls by itself when it is wider than the page, names and first column staying in sight. */
export function ComparisonTable({ candidates, rows, label }: ComparisonTableProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroller} aria-label={`${label}: table`} tabIndex={0}>
      <table className={styles.table} data-columns={candidates.length}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <span className="visually-hidden">What is compared</span>
            </th>
            {candidates.map(({ record }) => (
              <th key={record.id} scope="col" className={styles.name}>
                <Link to={paths.candidate(record.id)} dir="auto">
                  {candidateName(record)}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={classNames(row.differs && styles.differs)} data-row={row.id}>
              <th scope="row">
                {row.label} {row.differs ? <DiffersMark /> : null}
              </th>
              {candidates.map((candidate, at) => (
                <td key={candidate.record.id}>
                  <Cell row={row.id} text={row.cells[at] ?? ''} candidate={candidate} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className={styles.screenOnly}>
            <th scope="row">Decide</th>
            {candidates.map(({ record }) => (
              <td key={record.id}>
                <Link to={paths.candidate(record.id)} onClick={() => rememberStep(record.id, 'decision')}>
                  Decide<span className="visually-hidden"> about {candidateName(record)}</span>
                </Link>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function DiffersMark(): ReactNode {
  return (
    <span className={styles.mark}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M2.5 5.5h11M2.5 10.5h11M10.5 2.5l-5 11" />
      </svg>
      differs
    </span>
  );
}

interface CellProps {
  readonly row: string;
  readonly text: string;
  readonly candidate: Assessed;
}

function Cell({ row, text, candidate }: CellProps): ReactNode {
  const { verdict, hardStops, holds, conditions } = candidate.assessment;
  switch (row) {
    case 'verdict':
      return <VerdictMark verdict={verdict} />;
    case 'hard-stops':
      return hardStops.length === 0 ? (
        text
      ) : (
        <ul className={styles.stops}>
          {hardStops.map(({ id, text: stop }) => (
            <li key={`${id} ${stop}`}>
              <StatusIcon state="blocked" text={stop} />
            </li>
          ))}
        </ul>
      );
    case 'holds':
      return <Sentences sentences={holds} none={text} />;
    case 'conditions':
      return <Sentences sentences={conditions} none={text} />;
    default:
      return text === '' ? <span className={styles.soft}>Not recorded</span> : <span dir="auto">{text}</span>;
  }
}

function Sentences({
  sentences,
  none,
}: {
  readonly sentences: readonly string[];
  readonly none: string;
}): ReactNode {
  if (sentences.length === 0) return none;
  return (
    <ul className={styles.sentences}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

import { memo, type ReactNode, useEffect, useId, useRef } from 'react';
import { Link } from 'wouter';
import { type Assessed, answeredOf, checksInWords } from '../../../shared/domain/vetting/assess-record.ts';
import { type CandidateKind, candidateName, textIn } from '../../../shared/domain/vetting/candidate.ts';
import { paths } from '../../app/routes.ts';
import styles from './candidate-list.module.css';
import { nextThingFor } from './next-thing.ts';
import { VerdictMark } from './verdict-mark.tsx';

interface CandidateRowProps {
  readonly assessed: Assessed;
  /** There is something to compare it with. */
  readonly canBeCompared: boolean;
  readonly isTicked: boolean;
  /** Four are ticked already. */
  readonly isFull: boolean;
  /** Takes the focus: it was just put back. */
  readonly isWanted: boolean;
  readonly onTick: (kind: CandidateKind, id: string) => void;
}

/** One candidate on its list: name, verdict, score, how many have answered, and what to do next. */
export const CandidateRow = memo(function CandidateRow(props: CandidateRowProps): ReactNode {
  const { assessed, canBeCompared, isTicked, isFull, isWanted, onTick } = props;
  const { record, assessment, inquiries } = assessed;
  const describedBy = useId();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isWanted) link.current?.focus();
  }, [isWanted]);
  const name = candidateName(record);
  const isRefused = isFull && !isTicked;
  const decision = DECISIONS[textIn(record, 'decision')];
  return (
    <li className={styles.row}>
      {canBeCompared ? (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={isTicked}
            aria-label={`Compare ${name}${isRefused ? ' (four are ticked already)' : ''}`}
            aria-disabled={isRefused}
            onChange={() => (isRefused ? undefined : onTick(record.kind, record.id))}
          />
        </label>
      ) : null}
      <div className={styles.text}>
        <Link
          ref={link}
          to={paths.candidate(record.id)}
          className={styles.name}
          aria-describedby={describedBy}
          dir="auto"
        >
          {name}
        </Link>
        {decision === undefined ? null : <span className={styles.decision}>{decision}</span>}
        <p className={styles.next}>{nextThingFor(assessed)}</p>
      </div>
      <div className={styles.ending} id={describedBy}>
        <VerdictMark verdict={assessment.verdict} />
        <span className={styles.figures}>{assessment.score} of 100</span>
        {inquiries.length === 0 ? null : (
          <span className={styles.figures}>{checksInWords(answeredOf(inquiries), inquiries.length)}</span>
        )}
      </div>
    </li>
  );
});

const DECISIONS: Readonly<Record<string, string>> = { chosen: 'Chosen', 'not-chosen': 'Not chosen' };

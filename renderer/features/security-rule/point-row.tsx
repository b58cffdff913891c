import type { ReactNode } from 'react';
import { MARK_WORDS } from '../../../shared/domain/report-words.ts';
import { RULE_STANDING_WORDS } from '../../../shared/domain/rule-standing.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { CheckRow } from '../connection/check-row.tsx';
import { PointPanel } from './point-panel.tsx';
import styles from './point-row.module.css';
import type { Point } from './rule-groups.ts';

interface PointRowProps {
  readonly point: Point;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly isAnswering: boolean;
  readonly onAnswer: () => void;
}

/** One point in a line that opens: what the rule asks, what it means at home, and how it stands. */
export function PointRow({ point, isOpen, onToggle, isAnswering, onAnswer }: PointRowProps): ReactNode {
  const { specification, assessment } = point;
  const { cite, title, mark, control } = specification;
  const { standing, shape, open } = assessment;
  return (
    <CheckRow
      id={pointRowId(cite)}
      title={title}
      detail={
        <>
          <span className={styles.cite}>45 CFR {cite}</span>
          <span className={styles.control}>{control}</span>
          {open.length === 0 ? null : <span className={styles.open}>{leftText(open)}</span>}
        </>
      }
      mark={<StatusIcon state={shape} text={RULE_STANDING_WORDS[standing]} />}
      meta={MARK_WORDS[mark]}
      isOpen={isOpen}
      onToggle={onToggle}
    >
      {() => <PointPanel point={point} isAnswering={isAnswering} onAnswer={onAnswer} />}
    </CheckRow>
  );
}

/** Start of the ids of a point's row. */
export function pointRowId(cite: string): string {
  return `point-${cite}`;
}

function leftText([first = '', ...more]: readonly string[]): string {
  return more.length === 0 ? first : `${first} And ${more.length} more.`;
}

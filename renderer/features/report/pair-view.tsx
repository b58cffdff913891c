import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { KeptMark } from './kept-mark.tsx';
import type { PairBlock } from './report-block.ts';
import styles from './report-paper.module.css';

interface PairViewProps {
  readonly pair: PairBlock;
  readonly index: number;
  /** Its text began on an earlier page. */
  readonly isContinued: boolean;
}

/** A label and what was recorded for it. The text stands in one text node, which the ruler measures. */
export function PairView({ pair, index, isContinued }: PairViewProps): ReactNode {
  return (
    <div className={classNames(styles.pair, pair.isInRow && styles.inRow)} data-block={index}>
      <dt>
        <span data-label="">
          {pair.label}
          {isContinued ? ' (continued)' : null}
          {pair.isAsked ? null : <KeptMark />}
        </span>
      </dt>
      <dd className={styles[pair.tone]}>
        <span className={styles.value} dir="auto" data-text="">
          {pair.text}
        </span>
      </dd>
    </div>
  );
}

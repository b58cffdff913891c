import { Fragment, type ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { KeptMark } from './kept-mark.tsx';
import type { RunBlock } from './report-block.ts';
import styles from './report-paper.module.css';

interface RunViewProps {
  readonly run: RunBlock;
  readonly index: number;
}

/** Short values one after the other, each behind its label, beside what they belong to. */
export function RunView({ run, index }: RunViewProps): ReactNode {
  const { of, label, isStrong, isAsked, parts } = run;
  return (
    <div className={styles.pair} data-block={index}>
      <dt>
        {of === null ? null : <span>{of} </span>}
        <span className={classNames(isStrong && styles.rowName)}>{label}</span>
        {isAsked ? null : <KeptMark />}
      </dt>
      <dd>
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have one name, and none of them ever moves.
          <Fragment key={`${at} ${part.label}`}>
            {at === 0 ? null : <span className={styles.between}>{'\u00a0· '}</span>}
            <span className={styles.partLabel}>
              {part.label}
              {part.isAsked ? null : <KeptMark />}
              {part.label.endsWith('?') ? ' ' : ': '}
            </span>
            <span className={classNames(styles.said, styles[part.tone])} dir="auto">
              {part.text}
            </span>
          </Fragment>
        ))}
      </dd>
    </div>
  );
}

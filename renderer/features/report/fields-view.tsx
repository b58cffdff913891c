import { Fragment, type ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { KeptMark } from './kept-mark.tsx';
import type { FieldsBlock } from './report-block.ts';
import styles from './report-paper.module.css';

interface FieldsViewProps {
  readonly fields: FieldsBlock;
  readonly index: number;
}

/** Short values side by side, each under its label. */
export function FieldsView({ fields: { cells }, index }: FieldsViewProps): ReactNode {
  let next = 1;
  const placed = cells.map((cell) => {
    const from = next;
    next += cell.span;
    return { cell, column: `${from} / span ${cell.span}` };
  });
  return (
    <div className={styles.fields} data-block={index}>
      {placed.map(({ cell: { label, text, tone, isAsked }, column }) => (
        <Fragment key={column}>
          <dt style={{ gridColumn: column, gridRow: '1' }}>
            {label}
            {isAsked ? null : <KeptMark />}
          </dt>
          <dd
            style={{ gridColumn: column, gridRow: '2' }}
            className={classNames(styles.short, styles[tone])}
            dir="auto"
          >
            {text}
          </dd>
        </Fragment>
      ))}
    </div>
  );
}

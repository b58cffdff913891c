import { Fragment, type ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { KeptMark } from './kept-mark.tsx';
import type { FieldCell, FieldsBlock } from './report-block.ts';
import styles from './report-paper.module.css';

interface FieldsViewProps {
  readonly fields: FieldsBlock;
  readonly index: number;
}

/** Short values side by side, each under its label; the name of their row beside them. */
export function FieldsView({ fields, index }: FieldsViewProps): ReactNode {
  const { name, lines, isInRow } = fields;
  return (
    <div className={classNames(styles.fields, isInRow && name === null && styles.goesOn)} data-block={index}>
      {name === null ? null : (
        <FieldView cell={name} column="1" labelLine="1" valueLine={`2 / span ${2 * lines.length || 1}`} />
      )}
      {placesOf(lines, isInRow ? 2 : 1).map(({ cell, line, column }) => (
        <FieldView
          key={`${line} ${column}`}
          cell={cell}
          column={`${column} / span ${cell.span}`}
          labelLine={`${2 * line + 1}`}
          valueLine={`${2 * line + 2}`}
        />
      ))}
    </div>
  );
}

interface Place {
  readonly cell: FieldCell;
  readonly line: number;
  readonly column: number;
}

function placesOf(lines: FieldsBlock['lines'], firstColumn: number): readonly Place[] {
  return lines.flatMap((cells, line) => {
    let column = firstColumn;
    return cells.map((cell) => {
      const place = { cell, line, column };
      column += cell.span;
      return place;
    });
  });
}

interface FieldViewProps {
  readonly cell: FieldCell;
  readonly column: string;
  readonly labelLine: string;
  readonly valueLine: string;
}

function FieldView({ cell, column, labelLine, valueLine }: FieldViewProps): ReactNode {
  const { label, text, tone, isAsked } = cell;
  return (
    <Fragment>
      <dt style={{ gridColumn: column, gridRow: labelLine }}>
        {label}
        {isAsked ? null : <KeptMark />}
      </dt>
      <dd
        style={{ gridColumn: column, gridRow: valueLine }}
        className={classNames(styles.short, styles[tone])}
        dir="auto"
      >
        {text}
      </dd>
    </Fragment>
  );
}

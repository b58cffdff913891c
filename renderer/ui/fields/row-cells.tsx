import type { ReactNode } from 'react';
import type { CellValue, Row, RowsField } from '../../../shared/domain/field.ts';
import { visibleFields } from '../../../shared/domain/visible-answers.ts';
import type { Pace } from '../../app/save-queue.ts';
import { CellEditor } from './cell-editor.tsx';
import styles from './rows-editor.module.css';

/** Takes the new value of one cell of one row. */
export type OnCell = (rowId: string, cellId: string, value: CellValue | null, pace: Pace) => void;

interface RowCellsProps {
  readonly field: RowsField;
  /** `target.field.rowId`. */
  readonly path: string;
  readonly row: Row;
  readonly onCell: OnCell;
  /** Why the store refused a cell, by cell id. */
  readonly refusals: Readonly<Record<string, string>>;
}

/** The editors of one row. */
export function RowCells({ field, path, row, onCell, refusals }: RowCellsProps): ReactNode {
  const cells = visibleFields(field.fields, row);
  const isOptionalSaid = field.fields.some((cell) => cell.required === true);
  return (
    <div className={styles.cells}>
      <div className={styles.grid}>
        {cells.map((cell) => (
          <CellEditor
            key={cell.id}
            field={cell}
            path={`${path}.${cell.id}`}
            value={row[cell.id]}
            onChange={(value, pace) => onCell(row.rowId, cell.id, value, pace)}
            refusal={refusals[cell.id] ?? null}
            isOptionalSaid={isOptionalSaid}
          />
        ))}
      </div>
    </div>
  );
}

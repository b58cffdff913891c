import { isAnswered } from '../../../shared/domain/answer-reader.ts';
import type { AnswerValue, CellField, CellValue, Row, RowsField } from '../../../shared/domain/field.ts';
import { formatAnswer } from '../../../shared/domain/format-answer.ts';
import { visibleFields } from '../../../shared/domain/visible-answers.ts';

/** The stored list of rows of an answer. */
export function storedRows(value: AnswerValue | undefined): readonly Row[] {
  return (value ?? []) as readonly Row[];
}

/** The list after one cell changed; null clears the cell. A prescribed row appears with its first answer and goes with
 * its last; a row the user added stays until it is removed. */
export function withCell(
  rows: readonly Row[],
  rowId: string,
  cellId: string,
  value: CellValue | null,
  isPrescribed: boolean,
): readonly Row[] {
  const isThere = rows.some((row) => row.rowId === rowId);
  const all = isThere ? rows : [...rows, { rowId }];
  return all
    .map((row) => (row.rowId === rowId ? changedRow(row, cellId, value) : row))
    .filter((row) => !isPrescribed || row.rowId !== rowId || Object.keys(row).length > 1);
}

function changedRow(row: Row, cellId: string, value: CellValue | null): Row {
  const { [cellId]: _old, ...rest } = row;
  return { ...rest, rowId: row.rowId, ...(value === null ? {} : { [cellId]: value }) };
}

/** The list with a removed row back in its place. Nothing happens when it is there already. */
export function withRowBack(rows: readonly Row[], row: Row, index: number): readonly Row[] {
  if (rows.some((each) => each.rowId === row.rowId)) return rows;
  return [...rows.slice(0, index), row, ...rows.slice(index)];
}

/** How many required cells of a row are still empty. */
export function countUnfilled(field: RowsField, row: Row): number {
  return visibleFields(field.fields, row).filter(
    (cell) => cell.required === true && !isAnswered(row[cell.id]),
  ).length;
}

const MOST_PARTS = 6;

/** What a row says, in a line: the first few answers to the cells shown. '' while it says nothing. */
export function digestOf(shown: readonly CellField[], row: Row): string {
  return shown
    .filter((cell) => cell.type !== 'long-text' && cell.type !== 'evidence' && cell.type !== 'url')
    .flatMap((cell) => {
      const value = row[cell.id];
      if (value === undefined || !isAnswered(value)) return [];
      // A bare "Yes" or "12" says nothing without its question.
      if (cell.type === 'yes-no' || cell.type === 'integer') return [];
      return [formatAnswer(cell, value)];
    })
    .slice(0, MOST_PARTS)
    .join(' · ');
}

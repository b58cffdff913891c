import type { CsvLine } from './csv-table.ts';
import type { CellValue } from './field.ts';
import type { ReportAnswer, ReportValue } from './report-types.ts';

// Lines of the table of everything. `start` holds the first five columns: section, id, title, level and state.

/** One line that is no answer: a state, a reason, a date. None for nothing. */
export function factLines(
  start: CsvLine,
  kind: string,
  text: string | null | undefined,
  stored = text ?? '',
): readonly CsvLine[] {
  return text === null || text === undefined ? [] : [[...start, kind, '', '', '', '', text, stored, '']];
}

/** A line for each value recorded for a field. */
export function answerLines(start: CsvLine, answer: ReportAnswer, kind = 'answer'): readonly CsvLine[] {
  if (answer.kind === 'value') {
    return [[...start, kind, answer.fieldId, answer.label, '', '', ...valueCells(answer)]];
  }
  return answer.rows.flatMap((row) => {
    const place = [row.rowId, row.label];
    // A row nothing was filled into is still a row that was recorded.
    if (row.cells.length === 0) {
      return [[...start, kind, answer.fieldId, answer.label, ...place, '', '', yesNo(row.isAsked)]];
    }
    return row.cells.map((cell) => [
      ...start,
      kind,
      `${answer.fieldId}.${cell.fieldId}`,
      `${answer.label}: ${cell.label}`,
      ...place,
      ...valueCells(cell),
    ]);
  });
}

function valueCells({ lines, value, isAsked }: ReportValue): CsvLine {
  return [lines.join('; '), toStored(value), yesNo(isAsked)];
}

function toStored(value: CellValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function yesNo(isAsked: boolean): string {
  return isAsked ? 'yes' : 'no';
}

import type { CellValue } from './field.ts';
import type { ReportAnswer, ReportItem, ReportModel, ReportValue } from './report-types.ts';

/** Heads of the columns, in order. */
export const CSV_COLUMNS = [
  'Section',
  'Item id',
  'Item',
  'Level',
  'State',
  'Kind',
  'Field id',
  'Field',
  'Row id',
  'Row',
  'Value',
  'Stored value',
  'Asked for now',
] as const;

/**
 * The items as a table: one line for each recorded value, and for each state, reason, date, blocker and thing missing.
 * RFC 4180 with a byte order mark, without which Excel takes UTF-8 for something else. Every cell is quoted; one that a
 * spreadsheet could take for a formula starts with an apostrophe, so exact values are for the JSON file.
 */
export function toItemsCsv(model: ReportModel): string {
  const profile = model.profile.flatMap((answer) => answerLines(['Your business', '', '', '', ''], answer));
  const items = model.sections.flatMap(({ title, items }) => items.flatMap((item) => itemLines(title, item)));
  const lines = [CSV_COLUMNS, ...profile, ...items];
  return `\uFEFF${lines.map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('')}`;
}

type Line = readonly string[];

function itemLines(section: string, item: ReportItem): readonly Line[] {
  const start = [section, item.id, item.title, item.level.word, item.state.word];
  const { record, renewal } = item;
  const fact = (kind: string, text: string | null | undefined, stored = text ?? ''): readonly Line[] =>
    text === null || text === undefined ? [] : [[...start, kind, '', '', '', '', text, stored, '']];
  return [
    ...fact('state', item.state.word, item.state.kind),
    ...fact('set aside because', item.setAsideReason),
    ...fact('does not apply because', record?.notApplicableReason),
    ...item.findings.flatMap(({ word, kind, text }) => fact(word.toLowerCase(), text, kind)),
    ...item.missing.flatMap((text) => fact('missing', text)),
    ...fact('do this by', record?.due?.text, record?.due?.on),
    ...fact('completed on', record?.completed?.text, record?.completed?.on),
    ...fact('last changed', record?.changed.text, record?.updatedAt),
    ...fact('to do again', renewal?.due?.text, renewal?.due?.on),
    ...item.answers.flatMap((answer) => answerLines(start, answer)),
  ];
}

function answerLines(start: Line, answer: ReportAnswer): readonly Line[] {
  if (answer.kind === 'value') {
    return [[...start, 'answer', answer.fieldId, answer.label, '', '', ...valueCells(answer)]];
  }
  return answer.rows.flatMap((row) => {
    const place = [row.rowId, row.label];
    // A row nothing was filled into is still a row that was recorded.
    if (row.cells.length === 0) {
      return [[...start, 'answer', answer.fieldId, answer.label, ...place, '', '', yesNo(row.isAsked)]];
    }
    return row.cells.map((cell) => [
      ...start,
      'answer',
      `${answer.fieldId}.${cell.fieldId}`,
      `${answer.label}: ${cell.label}`,
      ...place,
      ...valueCells(cell),
    ]);
  });
}

function valueCells({ lines, value, isAsked }: ReportValue): Line {
  return [lines.join('; '), toStored(value), yesNo(isAsked)];
}

function toStored(value: CellValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function yesNo(isAsked: boolean): string {
  return isAsked ? 'yes' : 'no';
}

// Spreadsheets look past blanks and invisible characters, and take the full-width signs for the plain ones. A leading
// tab or line break is trouble by itself: on import it can start a new cell.
const COULD_BE_FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫−])/u;

function toCell(text: string): string {
  const harmless = COULD_BE_FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

import { type CsvLine, toCsv } from './csv-table.ts';
import { answerLines, factLines } from './report-csv-lines.ts';
import { deskLines } from './report-desk-csv.ts';
import type { ReportItem, ReportModel } from './report-types.ts';

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
 * Everything recorded as a table: one line for each value, and for each state, reason, date, blocker and thing missing;
 * then portals, checks, the points of the Security Rule, deadlines and lists in the same columns.
 */
export function toItemsCsv(model: ReportModel): string {
  const profile = model.profile.flatMap((answer) => answerLines(['Your business', '', '', '', ''], answer));
  const items = model.sections.flatMap(({ title, items }) => items.flatMap((item) => itemLines(title, item)));
  return toCsv([CSV_COLUMNS, ...profile, ...items, ...deskLines(model)]);
}

function itemLines(section: string, item: ReportItem): readonly CsvLine[] {
  const start = [section, item.id, item.title, item.level.word, item.state.word];
  const { record, renewal, taken } = item;
  const fact = (kind: string, text: string | null | undefined, stored?: string): readonly CsvLine[] =>
    factLines(start, kind, text, stored);
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
    ...item.answers.flatMap((answer) =>
      answerLines(start, answer, taken?.fieldIds.includes(answer.fieldId) === true ? 'taken over' : 'answer'),
    ),
    ...(taken?.instead ?? []).flatMap((answer) => answerLines(start, answer)),
  ];
}

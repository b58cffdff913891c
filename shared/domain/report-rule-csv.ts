import { type CsvLine, toCsv } from './csv-table.ts';
import type { ReportPoint, ReportStandard } from './report-desk-types.ts';
import { evidenceText } from './report-rule.ts';
import type { ReportModel, ReportValue } from './report-types.ts';

/** Heads of the columns, in order. */
export const RULE_CSV_COLUMNS = [
  'Standard (45 CFR)',
  'Standard',
  'Point (45 CFR)',
  'Point',
  'Required or addressable',
  'What it means at home',
  'What shows it',
  'Standing',
  'Why',
  'Items of the checklist',
  'Checks',
  'Evidence on record',
  'Still open',
  'Your answer',
  'How it is met',
  'Why it is not reasonable',
  'What is done instead',
  'Decided on',
  'Written down in',
  'Other answers',
] as const;

/** The Security Rule as a table, one line for each point, in the order of the regulation. Format as `toCsv`. */
export function toRuleCsv({ rule }: ReportModel): string {
  return toCsv([
    RULE_CSV_COLUMNS,
    ...rule.standards.flatMap((standard) => standard.points.map((point) => pointLine(standard, point))),
  ]);
}

function pointLine(standard: ReportStandard, point: ReportPoint): CsvLine {
  const recorded = (point.answer?.groups ?? [])
    .flatMap(({ answers }) => answers)
    .flatMap((answer): readonly ReportValue[] =>
      answer.kind === 'value' ? [answer] : answer.rows.flatMap(({ cells }) => cells),
    );
  const said = (fieldId: string): string =>
    recorded.find((value) => value.fieldId === fieldId)?.lines.join('\n') ?? '';
  return [
    standard.cite,
    standard.title,
    point.cite,
    point.title,
    point.mark.word,
    point.control,
    point.shows,
    point.standing.word,
    point.why.join('\n'),
    point.items.map(({ title, state }) => `${title}: ${state.word}`).join('\n'),
    point.checks.map(({ label, text }) => `${label}: ${text}`).join('\n'),
    point.evidence.map(evidenceText).join('\n'),
    point.open.join('\n'),
    ...ANSWER_FIELDS.map(said),
    recorded
      .filter(({ fieldId }) => !ANSWER_FIELDS.includes(fieldId))
      .map(({ label, lines }) => `${label}: ${lines.join('; ')}`)
      .join('\n'),
  ];
}

/** Fields of an answer with a column of their own; the rest shares one, so that nothing recorded is missing. */
const ANSWER_FIELDS: readonly string[] = ['status', 'how', 'reason', 'equivalent', 'decided', 'file'];

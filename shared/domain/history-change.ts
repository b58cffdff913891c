import { isAnswerValue } from './answer-value.ts';
import type { Answers, AnswerValue, Field, Row } from './field.ts';
import type { Profile } from './plan.ts';
import { reportAnswers } from './report-answers.ts';
import type { ReportAnswer, ReportRow } from './report-types.ts';

/** What happened to one value. */
export interface HistoryChange {
  /** Under which it can be put back; null where there is nothing to put back. */
  readonly field: string | null;
  /** As a person knows it. */
  readonly label: string;
  /** The whole value in words, on lines; '' for none. */
  readonly before: string;
  readonly after: string;
  /** Both sides in one sentence, without a stop; long values are shortened. */
  readonly sentence: string;
}

const SHOWN = 100;

/** The start of a long text, on one line. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line.slice(0, 2 * SHOWN)];
  return letters.length <= SHOWN && line.length <= 2 * SHOWN
    ? line
    : `${letters.slice(0, SHOWN).join('').trimEnd()}…`;
}

/** “Issued on” changed from 12 Nov 2026 to 14 Nov 2026. Values are in words already; '' for none. */
export function plainSentence(label: string, before: string, after: string): string {
  const [was, is] = [shortened(before), shortened(after)];
  if (before === '' && after === '') return `“${label}” left empty`;
  if (before === '') return `“${label}” set to ${is}`;
  if (after === '') return `“${label}” cleared; it was ${was}`;
  // What differs may stand behind the part that is shown.
  return was === is
    ? `“${label}” changed; it begins with ${was} as before`
    : `“${label}” changed from ${was} to ${is}`;
}

/** What happened to one answer. `fields` are those of its item, entry or profile; the answer may be an older one's. */
export function answerChange(
  fields: readonly Field[],
  fieldId: string,
  before: unknown,
  after: unknown,
  profile: Profile,
): HistoryChange {
  const field = fields.find(({ id }) => id === fieldId);
  const label = field?.label ?? fieldId;
  const [was, is] = [before, after].map((value) => inWords(fields, fieldId, value, profile)) as [Said, Said];
  return {
    field: field === undefined ? null : fieldId,
    label,
    before: was.text,
    after: is.text,
    sentence: sentenceFor(field, label, was, is),
  };
}

/** A value in words, and its parts if it has any. */
interface Said {
  readonly text: string;
  readonly rows: readonly ReportRow[] | null;
  /** The entries of a list. */
  readonly lines: readonly string[];
  readonly value: unknown;
}

function inWords(fields: readonly Field[], fieldId: string, value: unknown, profile: Profile): Said {
  if (value === null || value === undefined) return { text: '', rows: null, lines: [], value };
  // Only damage, or another program, leaves something that no field could hold. It is shown as it is.
  const answer = isAnswerValue(value) && safely(() => readAnswer(fields, fieldId, value, profile));
  if (!answer) return { text: JSON.stringify(value), rows: null, lines: [], value };
  if (answer.kind === 'rows') {
    return { text: answer.rows.map(rowText).join('\n'), rows: answer.rows, lines: [], value };
  }
  return { text: answer.lines.join('\n'), rows: null, lines: answer.lines, value };
}

function readAnswer(
  fields: readonly Field[],
  fieldId: string,
  value: AnswerValue,
  profile: Profile,
): ReportAnswer | undefined {
  const answers: Answers = Object.fromEntries([[fieldId, value]]);
  return reportAnswers(fields, answers, profile, true)[0];
}

function safely<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function sentenceFor(field: Field | undefined, label: string, was: Said, is: Said): string {
  if (was.rows !== null || is.rows !== null) return rowsSentence(label, was, is);
  const isList = Array.isArray(was.value) && Array.isArray(is.value);
  if (isList && was.lines.length > 0 && is.lines.length > 0) return listSentence(label, was.lines, is.lines);
  const isText = field === undefined || field.type === 'text' || field.type === 'long-text';
  const quoted = ({ text }: Said): string => (isText && text !== '' ? `“${shortened(text)}”` : text);
  const oneLine = ({ text, lines }: Said): string => (lines.length > 1 ? lines.join('; ') : text);
  return isText
    ? plainSentence(label, quoted(was), quoted(is))
    : plainSentence(label, oneLine(was), oneLine(is));
}

function listSentence(label: string, was: readonly string[], is: readonly string[]): string {
  const added = is.filter((line) => !was.includes(line)).map((line) => `${shortened(line)} added`);
  const removed = was.filter((line) => !is.includes(line)).map((line) => `${shortened(line)} removed`);
  return `“${label}”: ${[...added, ...removed].join('; ') || 'put in another order'}`;
}

function rowsSentence(label: string, was: Said, is: Said): string {
  const [before, after] = [was.rows ?? [], is.rows ?? []];
  const stored = (said: Said, rowId: string): Row | undefined =>
    Array.isArray(said.value) ? (said.value as readonly Row[]).find((row) => row.rowId === rowId) : undefined;
  const added = after.filter(({ rowId }) => !before.some((row) => row.rowId === rowId));
  const removed = before.filter(({ rowId }) => !after.some((row) => row.rowId === rowId));
  const changed = after.flatMap((row) => {
    const earlier = before.find(({ rowId }) => rowId === row.rowId);
    return earlier === undefined
      ? []
      : cellSentences(earlier, row, stored(was, row.rowId), stored(is, row.rowId));
  });
  const parts = [
    ...added.map((row) => `${row.label} added${contentsOf(row)}`),
    ...removed.map((row) => `${row.label} removed${contentsOf(row)}`),
    ...changed,
  ];
  const nothing = before.length + after.length === 0 ? 'left empty' : 'put in another order';
  return `“${label}”: ${parts.join('; ') || nothing}`;
}

function cellSentences(
  earlier: ReportRow,
  now: ReportRow,
  was: Row | undefined,
  is: Row | undefined,
): readonly string[] {
  const cells = new Map([...earlier.cells, ...now.cells].map(({ fieldId, label }) => [fieldId, label]));
  const linesIn = (row: ReportRow, fieldId: string): string =>
    row.cells.find((cell) => cell.fieldId === fieldId)?.lines.join('; ') ?? '';
  return [...cells]
    .filter(([fieldId]) => JSON.stringify(was?.[fieldId]) !== JSON.stringify(is?.[fieldId]))
    .map(
      ([fieldId, label]) =>
        `${now.label}, ${plainSentence(label, linesIn(earlier, fieldId), linesIn(now, fieldId))}`,
    );
}

function contentsOf(row: ReportRow): string {
  const text = cellsText(row);
  return text === '' ? '' : ` (${shortened(text)})`;
}

function rowText(row: ReportRow): string {
  const text = cellsText(row);
  return text === '' ? row.label : `${row.label}: ${text}`;
}

function cellsText({ cells }: ReportRow): string {
  return cells
    .filter(({ lines }) => lines.length > 0)
    .map(({ label, lines }) => `${label}: ${lines.join(', ')}`)
    .join('; ');
}

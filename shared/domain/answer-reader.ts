import type { Answers, AnswerValue, CellField, EvidenceNote, Field, Row } from './field.ts';
import { onceFor } from './once-for.ts';

/**
 * Typed reading of answers for rules. Every getter throws on a field the item does not have, so that a misspelt id
 * fails in the first test that reaches it instead of reading as "not answered".
 */
export interface AnswerReader {
  readonly rowId: string | null;
  /** text, long-text, date, url, choice, state: the stored string, '' when unanswered. */
  text(id: string): string;
  /** integer, money (cents), percent; null when unanswered. */
  number(id: string): number | null;
  isYes(id: string): boolean;
  isNo(id: string): boolean;
  /** choices, states. */
  list(id: string): readonly string[];
  evidence(id: string): readonly EvidenceNote[];
  rows(id: string): readonly AnswerReader[];
  /** True when the field holds something: not blank, not an empty list. */
  has(id: string): boolean;
}

/** True when a stored value says something. */
export function isAnswered(value: AnswerValue | undefined): boolean {
  if (value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return true;
}

const fieldsById = onceFor(
  (fields: readonly Field[]) => new Map<string, Field>(fields.map((field) => [field.id, field])),
);

/** Wraps answers for reading. `fields` are the definitions the ids must come from. */
export function readAnswers(
  fields: readonly Field[],
  answers: Answers,
  rowId: string | null = null,
): AnswerReader {
  const byId = fieldsById(fields);
  const storedValue = (id: string): AnswerValue | undefined => {
    if (!byId.has(id)) throw new Error(`No field "${id}" here; there are: ${[...byId.keys()].join(', ')}`);
    return answers[id];
  };
  const listOf = (id: string): readonly unknown[] => {
    const value = storedValue(id);
    return Array.isArray(value) ? value : [];
  };
  const rowsRead = new Map<string, readonly AnswerReader[]>();
  return {
    rowId,
    text: (id) => {
      const value = storedValue(id);
      return typeof value === 'string' ? value : '';
    },
    number: (id) => {
      const value = storedValue(id);
      return typeof value === 'number' ? value : null;
    },
    isYes: (id) => storedValue(id) === true,
    isNo: (id) => storedValue(id) === false,
    list: (id) => listOf(id).filter((entry) => typeof entry === 'string'),
    evidence: (id) => listOf(id) as readonly EvidenceNote[],
    rows: (id) => {
      const before = rowsRead.get(id);
      if (before !== undefined) return before;
      const cells = cellFieldsOf(byId.get(id));
      const rows = (listOf(id) as readonly Row[]).map((row) => readAnswers(cells, row, row.rowId));
      rowsRead.set(id, rows);
      return rows;
    },
    has: (id) => isAnswered(storedValue(id)),
  };
}

function cellFieldsOf(field: Field | undefined): readonly CellField[] {
  return field?.type === 'rows' ? field.fields : [];
}

import type { IsoInstant } from './iso-date.ts';
import { type Plan, RECORD_KINDS, type RecordKind } from './plan.ts';

/** What one change touched, as it was or as it became. Its shape follows from the subject and the action. */
export type HistoryPart = Readonly<Record<string, unknown>>;

/** One line of the history. Lines are added, and never changed. */
export interface HistoryEntry {
  /** Rises with every change. */
  readonly seq: number;
  readonly at: IsoInstant;
  /** `profile`, `item:<id>`, `record:<id>` or `check:<name>[:<target>]`. */
  readonly subject: string;
  readonly action: string;
  readonly before: HistoryPart;
  readonly after: HistoryPart;
}

export const HISTORY_SIDES = ['before', 'after'] as const;
/** The value before a change, or the one after it. */
export type HistorySide = (typeof HISTORY_SIDES)[number];

/** Which lines are wanted: those of these subjects (null: of any), and of those whose subject starts like this. */
export interface HistoryScope {
  readonly subjects: readonly string[] | null;
  readonly prefix: string;
}

/** Every automatic check, as one choice. */
export const ALL_CHECKS = 'checks';

/** One list with everything that ever was on it, as one choice. */
export function listSubject(kind: RecordKind): string {
  return `list:${kind}`;
}

/** What a choice stands for: a subject, a list with all its entries, every check, or (null) everything. */
export function historyScope(choice: string | null, plan: Plan): HistoryScope {
  if (choice === null) return { subjects: null, prefix: '' };
  if (choice === ALL_CHECKS) return { subjects: null, prefix: 'check:' };
  const kind = RECORD_KINDS.find((each) => choice === listSubject(each));
  if (kind === undefined) return { subjects: [choice], prefix: '' };
  const entries = plan.records.filter((record) => record.kind === kind);
  return { subjects: entries.map(({ id }) => `record:${id}`), prefix: 'record:' };
}

/** The answers in one side of a change, by field id; null where there was none. */
export function answersIn(part: HistoryPart): Readonly<Record<string, unknown>> {
  const { answers } = part;
  return typeof answers === 'object' && answers !== null && !Array.isArray(answers)
    ? (answers as Readonly<Record<string, unknown>>)
    : {};
}

import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { ITEM_COLUMNS, PROFILE_COLUMNS } from './plan-rows.ts';
import { CHECK_COLUMNS, RECORD_COLUMNS } from './record-rows.ts';

/** Columns of `history` in the order the statements use, without its number. */
export const HISTORY_COLUMNS = 'at, subject, action, before, after' as const;

/** The first schema whose rows carry a sum. */
export const SUMMED_SINCE = 3;

/**
 * Sixteen hexadecimal digits that stand for the values of a row, the name of its table first. SQLite notices a broken
 * structure but not a changed letter: this is what tells of one when there is nothing else to compare a plan with.
 * Frozen, like the migration that first wrote it.
 */
export function rowSum(values: readonly unknown[]): string {
  // The lengths keep one value from running into the next. Half a surrogate is hashed as what SQLite keeps of it.
  const parts = values.map((value) => (value === null ? '-' : `${String(value).length}:${value}`));
  return createHash('sha256').update(parts.join('|'), 'utf8').digest('hex').slice(0, 16);
}

/** The values of a row with its sum behind them. */
export function withSum<T>(table: SummedTable, values: readonly T[]): readonly (T | string)[] {
  return [...values, rowSum([table, ...values])];
}

/**
 * The sum of a history row. It covers the number of the row before it too, so that a row that goes missing is noticed by
 * the next one, while a plan that was put together with gaps stays as it is.
 */
export function historySum(seq: number, previous: number, row: readonly (string | null)[]): string {
  return rowSum(['history', seq, previous, ...row]);
}

/** Lets SQL use `row_sum(…)` on this connection. The file itself never needs it. */
export function registerRowSum(db: Database): void {
  const options = { varargs: true, deterministic: true, directOnly: true };
  db.function('row_sum', options, (...values: unknown[]) => rowSum(values));
}

type SummedTable = 'profile' | 'item' | 'record' | 'check_run' | 'history';

interface Summed {
  /** What a row's sum is of, in SQL. */
  readonly sum: string;
  /** What a row is about, in SQL. */
  readonly subject: string;
}

const PREVIOUS =
  'coalesce((SELECT seq FROM history AS earlier WHERE earlier.seq < history.seq ORDER BY seq DESC LIMIT 1), 0)';

const SUMMED: Readonly<Record<SummedTable, Summed>> = {
  profile: { sum: `row_sum('profile', ${PROFILE_COLUMNS})`, subject: `'profile'` },
  item: { sum: `row_sum('item', ${ITEM_COLUMNS})`, subject: `'item:' || id` },
  record: { sum: `row_sum('record', ${RECORD_COLUMNS})`, subject: `'record:' || id` },
  check_run: { sum: `row_sum('check_run', seq, ${CHECK_COLUMNS})`, subject: `'checks'` },
  history: { sum: `row_sum('history', seq, ${PREVIOUS}, ${HISTORY_COLUMNS})`, subject: `'history'` },
};

/** What the rows whose sum does not fit are about: `profile`, `item:…`, `record:…`, `checks` and `history`. */
export function subjectsWithWrongSums(db: Database): readonly string[] {
  registerRowSum(db);
  return Object.entries(SUMMED).flatMap(
    ([table, { sum, subject }]) =>
      db.prepare(`SELECT DISTINCT ${subject} FROM ${table} WHERE sum <> ${sum}`).pluck().all() as string[],
  );
}

/** Gives every row the sum that fits it, once it was said which did not. Nothing else of a row changes. */
export function correctSums(db: Database): void {
  registerRowSum(db);
  for (const [table, { sum }] of Object.entries(SUMMED)) {
    db.exec(`UPDATE ${table} SET sum = ${sum} WHERE sum <> ${sum}`);
  }
}

import type { Database } from 'better-sqlite3';
import { schemaVersion } from './migrate.ts';
import { HISTORY_COLUMNS, historySum, SUMMED_SINCE } from './row-sum.ts';

/** Adds a row to the history, the values in the order of `HISTORY_COLUMNS`. Throws what SQLite throws. */
export type HistoryWriter = (
  row: readonly (string | null)[],
  /** Its number, which must be beyond all there are; the next one when left out. */
  seq?: number,
) => void;

/** Prepares the statements once, for a plan of any version. Call what it returns inside a transaction. */
export function openHistoryWriter(db: Database): HistoryWriter {
  const selectLast = db.prepare('SELECT coalesce(max(seq), 0) FROM history').pluck();
  const isSummed = schemaVersion(db) >= SUMMED_SINCE;
  const insert = db.prepare(
    isSummed
      ? `INSERT INTO history (seq, ${HISTORY_COLUMNS}, sum) VALUES (?, ?, ?, ?, ?, ?, ?)`
      : `INSERT INTO history (seq, ${HISTORY_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  return (row, wanted) => {
    const last = Number(selectLast.get());
    const seq = wanted ?? last + 1;
    insert.run(seq, ...row, ...(isSummed ? [historySum(seq, last, row)] : []));
  };
}

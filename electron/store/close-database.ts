import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { hasSeenTrouble, noteTrouble } from './connection-health.ts';
import { markOf } from './plan-facts.ts';

/** A file that was moved or replaced while open would take every save to its grave: SQLite keeps writing to the old one. */
export function watchPlace(path: string): () => boolean {
  const { dev, ino } = statSync(path);
  return () => {
    const now = statSync(path, { throwIfNoEntry: false });
    return now !== undefined && now.ino === ino && now.dev === dev;
  };
}

/**
 * Leaves one tidy file, safe to copy, and returns the number of its newest history row. A database that cannot be tidied
 * is closed all the same, and null returned. `beforeEmptying` is called when nothing more will be added to the log.
 */
export function closeTidily(db: Database.Database, beforeEmptying: () => void = () => {}): number | null {
  if (!db.open) return null;
  try {
    db.pragma('optimize');
    beforeEmptying();
    // Last, so that the log is left empty even where it cannot be removed because the folder was moved.
    db.pragma('wal_checkpoint(TRUNCATE)');
    const { lastSeq } = markOf(db);
    return hasSeenTrouble(db) ? null : lastSeq;
  } catch (error) {
    // The commits are on disk already; the next start reads them from the log.
    noteTrouble(db, error);
    return null;
  } finally {
    db.close();
  }
}

/**
 * Brings a plan that lies ready to take its place into the form it has in use. Done before it is in place: SQLite needs
 * a rollback journal for this, and a crash must not leave one beside the plan.
 */
export function makeReadyForUse(path: string): void {
  const db = new Database(path, { fileMustExist: true });
  try {
    db.pragma('journal_mode = WAL');
  } finally {
    db.close();
  }
}

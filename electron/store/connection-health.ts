import type { Database } from 'better-sqlite3';
import { sqliteCode } from './store-failure.ts';

const troubled = new WeakSet<Database>();

/**
 * Remembers that a connection met damage or a disk error. What it reads from then on may be wrong, so it makes no
 * backups, replaces none, and does not vouch for the file when it closes.
 */
export function noteTrouble(db: Database, error: unknown): void {
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(sqliteCode(error) ?? '')) troubled.add(db);
}

/** True once a connection met damage or a disk error. */
export function hasSeenTrouble(db: Database): boolean {
  return troubled.has(db);
}

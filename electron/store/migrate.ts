import type { Database } from 'better-sqlite3';
import { type Migration, migrations } from './migrations/index.ts';
import { registerRowSum } from './row-sum.ts';

/**
 * Brings the schema to `upTo` (the newest unless told) in one transaction: all of it or nothing. Throws what SQLite
 * throws, and when the steps do not rise by one.
 */
export function migrate(
  db: Database,
  steps: readonly Migration[] = migrations,
  upTo: number = steps.length,
): void {
  for (const [index, step] of steps.entries()) {
    if (step.number !== index + 1) throw new Error(`Migration ${step.number} stands in place ${index + 1}`);
  }
  if (schemaVersion(db) >= upTo) return;
  registerRowSum(db);
  db.transaction(() => {
    // Read again under the lock: another instance may have got here first.
    for (const step of steps.slice(schemaVersion(db), upTo)) {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.number}`);
    }
    if (db.prepare('PRAGMA foreign_key_check').all().length > 0)
      throw new Error('A reference points nowhere');
  }).immediate();
}

/** The migration the file stands at; 0 for a new file. */
export function schemaVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

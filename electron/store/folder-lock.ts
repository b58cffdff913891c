import { chmodSync, closeSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { prepareDataFolder } from './data-folder.ts';
import { OWNER_ONLY } from './durable-file.ts';

/** A data folder that no other First Claim uses until it is let go. */
export interface FolderLock {
  readonly release: () => void;
}

const LOCK_FILE = 'plan.lock';

/**
 * Takes a data folder for this process. The lock is SQLite's own, on an empty file: the system lets go of it whenever
 * the process ends, however it ends, so that no stale lock can keep anyone out.
 */
export function lockDataFolder(folder: string): Result<FolderLock> {
  const prepared = prepareDataFolder(folder);
  if (!prepared.ok) return prepared;
  let lock: Database.Database | null = null;
  try {
    const path = join(folder, LOCK_FILE);
    closeToOthers(path);
    lock = new Database(path, { timeout: 0 });
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    const held = lock;
    return ok({ release: () => held.close() });
  } catch (error) {
    lock?.close();
    if (isBusy(error)) {
      return failed(
        'store-busy',
        `First Claim is already open with the folder ${folder}. Use the window that is open, or close it first.`,
      );
    }
    return failed('store-failed', `The folder ${folder} cannot be used: no file in it can be locked.`);
  }
}

/**
 * Makes the lock's file for its owner alone: whoever may open it could hold the lock. One that is there already is never
 * opened here, since closing it again would let go of a lock that this very process holds.
 */
function closeToOthers(path: string): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there === undefined) closeSync(openSync(path, 'a', OWNER_ONLY));
  else if ((there.mode & 0o077) !== 0 && process.platform !== 'win32') chmodSync(path, OWNER_ONLY);
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    /^SQLITE_(BUSY|LOCKED)/.test(typeof error.code === 'string' ? error.code : '')
  );
}

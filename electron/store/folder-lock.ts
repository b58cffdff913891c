import {
  chmodSync,
  closeSync,
  lstatSync,
  openSync,
  renameSync,
  type Stats,
  statSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { prepareDataFolder } from './data-folder.ts';
import { OWNER_ONLY } from './durable-file.ts';
import { isFaultOfFile, sqliteCode } from './store-failure.ts';

/** A data folder that no other First Claim uses until it is let go. */
export interface FolderLock {
  readonly release: () => void;
}

const LOCK_FILE = 'plan.lock';

/**
 * Takes a data folder for this process. The lock is SQLite's own, on an empty file: the system lets go of it whenever
 * the process ends, however it ends, so that no stale lock can keep anyone out. Whatever else has the name of that file
 * holds nothing of the plan, and makes way for it.
 */
export function lockDataFolder(folder: string): Result<FolderLock> {
  const prepared = prepareDataFolder(folder);
  if (!prepared.ok) return prepared;
  try {
    const path = join(folder, LOCK_FILE);
    const there = lookAt(path);
    // None of them is ever a lock that we made: a folder, a link, and whatever a reader would wait at.
    if (there?.isFile() === false) setAside(path, there);
    const held = takeMended(path);
    return ok({ release: () => held.close() });
  } catch (error) {
    if (/^SQLITE_(BUSY|LOCKED)/.test(sqliteCode(error) ?? '')) {
      return failed(
        'store-busy',
        `First Claim is already open with the folder ${folder}. Use the window that is open, or close it first.`,
      );
    }
    return failed(
      'store-failed',
      `The folder ${folder} cannot be used: no file in it can be locked. If the file ${LOCK_FILE} is there, move it to another place and start First Claim again.`,
    );
  }
}

/** Throws `SQLITE_BUSY` while somebody holds the lock: SQLite asks for that before it looks at what the file holds. */
function takeMended(path: string): Database.Database {
  try {
    return take(path);
  } catch (error) {
    if (!isFaultOfFile(error)) throw error;
    // Nobody can hold a lock on what is no database. Emptied and not replaced: whoever does the same at this moment
    // still meets us at the same file.
    const there = lstatSync(path);
    if (there.nlink === 1) truncateSync(path);
    else setAside(path, there);
    return take(path);
  }
}

function take(path: string): Database.Database {
  closeToOthers(path);
  const lock = new Database(path, { timeout: 0 });
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** Gives what was found under the lock's name another one. Throws what the system says. */
function setAside(path: string, found: Stats): void {
  let number = 1;
  while (lookAt(`${path}.old-${number}`) !== undefined) number += 1;
  const aside = `${path}.old-${number}`;
  renameSync(path, aside);
  // Another First Claim may have done the same a moment ago: then it is its lock that was moved.
  if (lstatSync(aside).ino !== found.ino) renameSync(aside, path);
}

function lookAt(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
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

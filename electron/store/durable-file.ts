import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileErrorCode } from './data-folder.ts';
import { flushFolder } from './flush.ts';

/** Mode of every file that says something about the plan. */
export const OWNER_ONLY = 0o600;
/** Mode of every folder that holds such files. */
export const OWNER_ONLY_FOLDER = 0o700;

/** Writes a file so that there is either the whole of it or what was there before. Throws what the system says. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const beside = join(dirname(path), `.${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeFileSync(beside, content, { flag: 'wx', mode: OWNER_ONLY });
    flushFile(beside);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  flushFolder(dirname(path));
}

/** Waits until a file's content is on the disk. Throws what the system says. */
export function flushFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The bytes of a file; null when there is none. Throws when it is there and cannot be read. */
export function readIfThere(path: string): Buffer | null {
  // Asked first, because an error that says so costs more than most starts have time for.
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return null;
  try {
    return readFileSync(path);
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

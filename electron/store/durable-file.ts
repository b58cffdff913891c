import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileErrorCode } from './file-error.ts';
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

/** Far more than anything beside a plan's file ever takes, its log included. */
const MOST_READ_BYTES = 256 * 1_024 * 1_024;

/**
 * The bytes of an ordinary file, the first `most` of them; null when there is none. Nothing else is opened: a link is not
 * followed, and reading from a pipe would never end. Throws when the file is there and cannot be read.
 */
export function readIfThere(path: string, most = MOST_READ_BYTES): Buffer | null {
  // Asked first, because an error that says so costs more than most starts have time for.
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null;
  try {
    return readStart(path, most);
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

// What takes a file's place at the last moment is neither followed nor waited for. Windows knows neither.
const READ_PLAINLY = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
/** The system takes no more than 2 GB at once. */
const STEP_BYTES = 64 * 1_024 * 1_024;

/** The first bytes of an ordinary file, `most` of them or all there are. Throws what the system says. */
export function readStart(path: string, most: number): Buffer {
  const file = openSync(path, READ_PLAINLY);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new Error('Not an ordinary file');
    const bytes = Buffer.allocUnsafe(Math.min(most, stats.size));
    let at = 0;
    while (at < bytes.length) {
      const read = readSync(file, bytes, at, Math.min(STEP_BYTES, bytes.length - at), at);
      if (read === 0) break;
      at += read;
    }
    return bytes.subarray(0, at);
  } finally {
    closeSync(file);
  }
}

/** Removes a file of ours, if it is there. A folder of that name is somebody else's and stays. Throws what the system says. */
export function removeFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}

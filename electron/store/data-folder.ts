import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, lstatSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { fileErrorCode } from './file-error.ts';
import { obstacleOf } from './obstacle.ts';
import { PLAN_FILE } from './plan-name.ts';

const OWNER_ONLY_FOLDER = 0o700;

/** Where the plan lies in a data folder. */
export function planPath(folder: string): string {
  return join(folder, PLAN_FILE);
}

/** The plan's file, first, and those that SQLite may keep beside it. */
export function planFiles(folder: string): readonly string[] {
  const plan = planPath(folder);
  return [plan, `${plan}-wal`, `${plan}-shm`, `${plan}-journal`];
}

/** Makes the data folder if it is missing and makes sure it can be used, closed to other users of the computer. */
export function prepareDataFolder(folder: string): Result<null> {
  try {
    const created = mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
    if (!statSync(folder).isDirectory()) return notAFolder(folder);
    tryToWriteIn(folder);
    // A folder that already holds something else is the user's own: its mode stays, only our files are closed.
    if (created !== undefined || isOurs(folder)) chmodSync(folder, OWNER_ONLY_FOLDER);
    return ok(null);
  } catch (error) {
    return folderFailure(folder, error);
  }
}

/** Asking for permission is no proof of it (not on Windows, not on network disks): trying is. */
function tryToWriteIn(folder: string): void {
  const probe = join(folder, `.${randomBytes(8).toString('hex')}.tmp`);
  closeSync(openSync(probe, 'wx', 0o600));
  rmSync(probe);
}

/** Removes the small files that a crash can leave while something is being written. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!/^\.(?:[0-9a-f]{12}|[0-9a-f]{16})\.tmp$/.test(name)) continue;
    if (!lstatSync(join(folder, name)).isDirectory()) rmSync(join(folder, name), { force: true });
  }
}

function isOurs(folder: string): boolean {
  const names = readdirSync(folder);
  // The window's engine makes its own folder before the plan is opened.
  return names.includes(PLAN_FILE) || names.every((name) => name === 'shell');
}

function folderFailure(folder: string, error: unknown): Result<null> {
  switch (fileErrorCode(error)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return notAFolder(folder, obstacleOf(error)?.path);
    case 'EACCES':
    case 'EPERM':
      return failed('read-only', `First Claim is not allowed to read and write the folder ${folder}.`);
    case 'EROFS':
      return failed('read-only', `The folder ${folder} is on a disk that cannot be written to.`);
    case 'ENOSPC':
    case 'EDQUOT':
      return failed('disk-full', `The disk is full: the folder ${folder} could not be made.`);
    default:
      return failed('store-failed', `The folder ${folder} cannot be used.`);
  }
}

/** `found` is what is no folder: the data folder itself, or one that it should lie in. */
function notAFolder(folder: string, found = folder): Result<null> {
  const where = found === folder ? 'there' : `in ${folder}`;
  return failed('store-failed', `${found} is a file, not a folder, so the plan cannot be kept ${where}.`);
}

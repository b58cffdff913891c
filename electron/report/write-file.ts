import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { fileErrorCode } from '../store/file-error.ts';
import { flushFolder } from '../store/flush.ts';
import { PLAN_FILE } from '../store/plan-name.ts';

/** A report says much about a business: only its owner may read it. */
const OWNER_ONLY = 0o600;

/**
 * Writes a file so that there is either the whole of it or what was there before: beside it first, flushed, then
 * renamed. Refuses to overwrite the plan itself.
 */
export function writeFileDurably(
  path: string,
  content: Uint8Array | string,
  dataFolder: string,
): Result<null> {
  let beside: string | null = null;
  try {
    const folder = realpathSync(dirname(path));
    if (isPlanFile(folder, basename(path), dataFolder)) {
      return failed('file-failed', 'Not saved: that is the file your plan is kept in. Choose another name.');
    }
    beside = join(folder, `.${randomBytes(6).toString('hex')}.tmp`);
    writeAndFlush(beside, content);
    renameSync(beside, path);
    flushFolder(folder);
    return ok(null);
  } catch (error) {
    if (beside !== null) rmSync(beside, { force: true });
    return fileFailure(basename(path), error);
  }
}

function writeAndFlush(path: string, content: Uint8Array | string): void {
  const file = openSync(path, 'wx', OWNER_ONLY);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** SQLite reads `plan.db-wal` and `plan.db-journal` as part of the plan, so their names are taken too. */
function isPlanFile(folder: string, name: string, dataFolder: string): boolean {
  return name.toLowerCase().startsWith(PLAN_FILE) && folder === realFolder(dataFolder);
}

/** Null when it is not there: a copy is wanted most when the plan's own disk is gone. */
function realFolder(folder: string): string | null {
  try {
    return realpathSync(folder);
  } catch {
    return null;
  }
}

function fileFailure(name: string, error: unknown): Result<never> {
  switch (fileErrorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return failed('disk-full', `“${name}” was not saved: the disk is full.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return failed(
        'read-only',
        `“${name}” was not saved: that folder cannot be written to. Choose another.`,
      );
    case 'ENOENT':
    case 'ENOTDIR':
      return failed('file-failed', `“${name}” was not saved: that folder is not there any more.`);
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return failed('file-failed', `“${name}” was not saved: a folder has that name. Choose another.`);
    case 'EBUSY':
    case 'ETXTBSY':
      return failed(
        'file-failed',
        `“${name}” was not saved: another program has it open. Close it and try again.`,
      );
    default:
      return failed('file-failed', `“${name}” could not be saved.`);
  }
}

import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isSha256 } from '../../shared/domain/evidence.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { fileErrorCode } from './file-error.ts';

const OWNER_ONLY_FOLDER = 0o700;

// One that is still being copied. The pattern is ours alone: nothing else in the folder is ever removed by it.
const UNFINISHED = /^\.upload-[0-9a-f]{16}\.tmp$/;

/** Where a plan's files lie in its data folder. */
export function evidenceFolder(dataFolder: string): string {
  return join(dataFolder, 'evidence');
}

/** Where a content lies. Its name is checked here too: no other path can come of it. */
export function evidencePath(dataFolder: string, sha256: string): string {
  if (!isSha256(sha256)) throw new Error('Not the name of a content');
  return join(evidenceFolder(dataFolder), sha256);
}

/** The name of a file that is still being copied; `id` is 16 hexadecimal digits. */
export function unfinishedPath(dataFolder: string, id: string): string {
  return join(evidenceFolder(dataFolder), `.upload-${id}.tmp`);
}

/** Makes the folder if it is missing, closed to other users of the computer. `what` is said not to have been copied. */
export function prepareEvidenceFolder(dataFolder: string, what: string): Result<null> {
  const folder = evidenceFolder(dataFolder);
  try {
    const isNew = statSync(folder, { throwIfNoEntry: false }) === undefined;
    if (isNew) mkdirSync(folder, { mode: OWNER_ONLY_FOLDER });
    const { mode } = statSync(folder);
    // The umask may have taken bits away; a copy made by hand may have added some. What is not ours stays as it is.
    if (isNew || ((mode & 0o077) !== 0 && readdirSync(folder).every(isOurs))) {
      chmodSync(folder, OWNER_ONLY_FOLDER);
    }
    return ok(null);
  } catch (error) {
    return evidenceFailure(what, error);
  }
}

/** Removes what an earlier run was copying when it ended. Reads names only. */
export function clearUnfinished(dataFolder: string): void {
  const folder = evidenceFolder(dataFolder);
  try {
    for (const name of readdirSync(folder)) {
      if (UNFINISHED.test(name)) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // There is no such folder yet, or it cannot be written to: whoever attaches a file will be told.
  }
}

/** Every content in the folder, by name. */
export function storedContents(dataFolder: string): Result<readonly string[]> {
  try {
    return ok(readdirSync(evidenceFolder(dataFolder)).filter(isSha256).sort());
  } catch (error) {
    return fileErrorCode(error) === 'ENOENT'
      ? ok([])
      : failed('file-failed', 'The evidence folder could not be read.');
  }
}

function isOurs(name: string): boolean {
  return isSha256(name) || UNFINISHED.test(name);
}

/** Why a file was not copied, in words. Nothing is lost: it still lies where it was chosen from. */
export function evidenceFailure(name: string, error: unknown): Result<never> {
  switch (fileErrorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return failed('disk-full', `“${name}” was not copied: the disk is full.`);
    case 'EFBIG':
      return failed('disk-full', `“${name}” was not copied: the disk does not take a file of this size.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return failed('read-only', `“${name}” was not copied: the evidence folder cannot be written to.`);
    case 'ENOENT':
      return failed('file-failed', `“${name}” was not copied: the evidence folder is not there any more.`);
    case 'ENOTDIR':
    case 'EEXIST':
      return failed(
        'file-failed',
        `“${name}” was not copied: there is a file called “evidence” in the data folder where the folder should be.`,
      );
    case 'EIO':
      return failed('file-failed', `“${name}” was not copied: the disk reported an error.`);
    default:
      return failed('file-failed', `“${name}” could not be copied.`);
  }
}

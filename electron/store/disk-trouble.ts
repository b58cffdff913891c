import { statfsSync } from 'node:fs';
import type { ErrorCode } from '../../shared/domain/result.ts';
import { fileErrorCode } from './file-error.ts';
import { obstacleOf } from './obstacle.ts';
import { isDamage, toStoreFailure } from './store-failure.ts';

/** Why work on the files of a data folder failed: what the system or SQLite said, in the middle of a sentence. */
export function diskTrouble(error: unknown): readonly [code: ErrorCode, words: string] {
  if (isDamage(error)) return ['store-failed', 'the plan file is damaged'];
  switch (toStoreFailure(error)?.error.code ?? fileErrorCode(error)) {
    case 'disk-full':
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return ['disk-full', 'the disk is full'];
    case 'read-only':
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return ['read-only', 'the data folder cannot be written to'];
    case 'store-busy':
    case 'EBUSY':
      return ['store-busy', 'another program is using the plan file'];
    case 'ENOENT':
      return ['file-failed', 'the data folder is not there any more'];
    case 'EEXIST':
    case 'ENOTDIR':
      return ['file-failed', obstacleOf(error)?.words ?? 'a file has the name of one of its folders'];
    case 'EISDIR':
    case 'ERR_FS_EISDIR':
      return ['file-failed', obstacleOf(error)?.words ?? 'a folder has the name of one of its files'];
    default:
      return ['store-failed', 'the disk reported an error'];
  }
}

/** What SQLite needs beside a plan before it can do anything at all. */
const LEAST_FREE_BYTES = 128 * 1_024;

/** True when the disk of a folder has no room to work in; false when it has, or nobody can say. */
export function isDiskFull(folder: string): boolean {
  // Electron's oldest Node that we run on does not have it.
  if (typeof statfsSync !== 'function') return false;
  try {
    const { bavail, blocks, bsize } = statfsSync(folder);
    // Some network disks answer with nothing but zeros.
    return blocks > 0 && bavail * bsize < LEAST_FREE_BYTES;
  } catch {
    return false;
  }
}

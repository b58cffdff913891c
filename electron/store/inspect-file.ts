import { closeSync, lstatSync, openSync, readSync } from 'node:fs';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { fileErrorCode } from './data-folder.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';
import { APPLICATION_ID } from './pragmas.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

/** Said of a plan from a newer version, wherever that comes to light. */
export function newerPlan(path: string): Result<never> {
  return failed(
    'store-failed',
    `${path} was written by a newer version of First Claim. Open it with that version; nothing in it was changed.`,
  );
}

/**
 * Decides, by looking only, whether a file may be opened as a plan: `new` when there is nothing in it yet, `plan` when
 * it is one of ours. SQLite never gets to see any other file, because merely opening one can change it.
 */
export function inspectPlanFile(path: string): Result<'new' | 'plan'> {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return ok('new');
    if (stats.isSymbolicLink()) {
      return failed(
        'store-failed',
        `${path} is a link to another place. The plan must lie in the folder itself.`,
      );
    }
    if (stats.isDirectory())
      return failed('store-failed', `${path} is a folder, so no plan can be kept there.`);
    if (!stats.isFile()) return failed('store-failed', `${path} is not an ordinary file.`);
    const header = readHeader(path);
    if (!canWrite(path)) {
      return failed('read-only', `${path} is write-protected, so no answer could be saved in it.`);
    }
    return header.length === 0 ? ok('new') : judgeHeader(path, header);
  } catch (error) {
    const code = fileErrorCode(error);
    return code === 'EACCES' || code === 'EPERM'
      ? failed('store-failed', `First Claim is not allowed to read ${path}.`)
      : failed('store-failed', `${path} cannot be read.`);
  }
}

function judgeHeader(path: string, header: Buffer): Result<'plan'> {
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    return failed('store-failed', `${path} is not a First Claim plan. It was left as it is.`);
  }
  if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) {
    return failed('store-failed', `${path} belongs to another program. It was left as it is.`);
  }
  return header.readUInt32BE(USER_VERSION_AT) > SCHEMA_VERSION ? newerPlan(path) : ok('plan');
}

function readHeader(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    return header.subarray(0, readSync(file, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

function canWrite(path: string): boolean {
  try {
    closeSync(openSync(path, 'r+'));
    return true;
  } catch {
    return false;
  }
}

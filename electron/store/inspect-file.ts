import { closeSync, lstatSync, openSync } from 'node:fs';
import { ITEM_IDS } from '../../shared/catalog/ids.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { readStart } from './durable-file.ts';
import { fileErrorCode } from './file-error.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';
import { hashOf } from './page-hashes.ts';
import { APPLICATION_ID } from './pragmas.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const WRITE_VERSION_AT = 18;
const READ_VERSION_AT = 19;
/** With a log. SQLite only reads a file that names a later one, or does not even do that. */
const NEWEST_FORMAT = 2;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;
/** No SQLite database is shorter. */
const SHORTEST_DATABASE = 512;
const PAGE_BYTES = 4_096;
/** What a first start that found the disk full can leave: a page that never got its content. */
const LARGEST_BLANK = PAGE_BYTES;
const MOST_READ_BYTES = 64 * 1_024 * 1_024;

/** Texts that every plan with anything in it holds somewhere, and no other file is likely to. */
const OUR_TEXTS = ['history_by_subject', ...ITEM_IDS.map((id) => `item:${id}`)] as const;

/**
 * What lies in the plan's place. `damaged`: a file of ours that SQLite would not take for one. `missing`: a plan was
 * there and is gone.
 */
export type PlanFileKind = 'new' | 'plan' | 'damaged' | 'missing';

/** What else in the data folder tells of a plan. */
export interface PlanTraces {
  /** Whether something was ever saved here. */
  readonly wasUsed: boolean;
  /** Size of the plan when it was last closed; null when that is not known. */
  readonly bytes: number | null;
  /** Whether the log beside the file holds a plan of ours. */
  readonly hasOurLog: () => boolean;
  /** Short hash of the plan's first page when First Claim last wrote it; null when that is not known. */
  readonly firstPage: string | null;
}

const NO_TRACES: PlanTraces = { wasUsed: false, bytes: null, hasOurLog: () => false, firstPage: null };

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
export function inspectPlanFile(path: string, traces: PlanTraces = NO_TRACES): Result<PlanFileKind> {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return ok(traces.wasUsed ? 'missing' : 'new');
    if (stats.isSymbolicLink()) {
      return failed(
        'store-failed',
        `${path} is a link to another place. The plan must lie in the folder itself.`,
      );
    }
    if (stats.isDirectory())
      return failed('store-failed', `${path} is a folder, so no plan can be kept there.`);
    if (!stats.isFile()) return failed('store-failed', `${path} is not an ordinary file.`);
    const header = readStart(path, HEADER_BYTES);
    if (!canWrite(path)) {
      return failed('read-only', `${path} is write-protected, so no answer could be saved in it.`);
    }
    const isBlank =
      header.length === 0 || (!traces.wasUsed && stats.size <= LARGEST_BLANK && isAllZeros(path));
    if (isBlank) return ok(traces.wasUsed ? 'damaged' : 'new');
    return judgeHeader(path, header, stats.size, traces);
  } catch (error) {
    const code = fileErrorCode(error);
    return code === 'EACCES' || code === 'EPERM'
      ? failed('store-failed', `First Claim is not allowed to read ${path}.`)
      : failed('store-failed', `${path} cannot be read.`);
  }
}

function judgeHeader(
  path: string,
  header: Buffer,
  bytes: number,
  traces: PlanTraces,
): Result<'plan' | 'damaged'> {
  const isDatabase = header.length === HEADER_BYTES && header.toString('latin1', 0, MAGIC.length) === MAGIC;
  if (isDatabase && header.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID) {
    if (header.readUInt32BE(USER_VERSION_AT) <= SCHEMA_VERSION) {
      const format = Math.max(header.readUInt8(WRITE_VERSION_AT), header.readUInt8(READ_VERSION_AT));
      return ok(format > NEWEST_FORMAT ? 'damaged' : 'plan');
    }
    return isVersionAlone(path, traces) ? ok('damaged') : newerPlan(path);
  }
  if (isDamagedPlan(path, header, bytes, isDatabase, traces)) return ok('damaged');
  return isDatabase
    ? failed('store-failed', `${path} belongs to another program. It was left as it is.`)
    : failed('store-failed', `${path} is not a First Claim plan. It was left as it is.`);
}

/**
 * True when nothing on the first page but the number of the version is other than it was written here: no newer version
 * changes it without counting its change on the same page, but a failing disk does.
 */
function isVersionAlone(path: string, { firstPage }: PlanTraces): boolean {
  if (firstPage === null) return false;
  const page = readStart(path, PAGE_BYTES);
  return Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1).some((version) => {
    page.writeUInt32BE(version, USER_VERSION_AT);
    return hashOf(page) === firstPage;
  });
}

/** True when something proves that a file without a plan's header was one. */
function isDamagedPlan(
  path: string,
  header: Buffer,
  bytes: number,
  isDatabase: boolean,
  { wasUsed, bytes: formerBytes, hasOurLog }: PlanTraces,
): boolean {
  const content = readStart(path, Math.min(bytes, MOST_READ_BYTES));
  if (isZero(content)) return true;
  if (holdsOurTexts(content)) return true;
  if (isDatabase) return false;
  const isCutShort =
    bytes < SHORTEST_DATABASE && MAGIC.startsWith(header.toString('latin1', 0, MAGIC.length));
  return hasOurLog() || (wasUsed && isCutShort) || bytes === formerBytes;
}

/** True for a database that keeps a write-ahead log, as every plan does before it gets its first table. */
export function keepsLog(path: string): boolean {
  try {
    const header = readStart(path, HEADER_BYTES);
    return header[WRITE_VERSION_AT] === NEWEST_FORMAT && lstatSync(path).size > PAGE_BYTES;
  } catch {
    // Nothing that can be read is there: what that means is for the inspection to say.
    return false;
  }
}

/** True when bytes hold what only a plan of ours does. */
export function holdsOurTexts(content: Buffer): boolean {
  return OUR_TEXTS.some((text) => content.includes(text, 0, 'latin1'));
}

function isAllZeros(path: string): boolean {
  return isZero(readStart(path, LARGEST_BLANK));
}

function isZero(bytes: Buffer): boolean {
  return bytes.equals(Buffer.alloc(bytes.length));
}

function canWrite(path: string): boolean {
  try {
    closeSync(openSync(path, 'r+'));
    return true;
  } catch {
    return false;
  }
}

import { chmodSync, closeSync, constants, fchmodSync, ftruncateSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { assertNever, failed, ok, type Result } from '../../shared/domain/result.ts';
import { planFiles, planPath, prepareDataFolder } from './data-folder.ts';
import { isDiskFull } from './disk-trouble.ts';
import { OWNER_ONLY } from './durable-file.ts';
import { fileErrorCode } from './file-error.ts';
import { inspectPlanFile, newerPlan } from './inspect-file.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';
import { obstacleOf, refuseOddFiles } from './obstacle.ts';
import { type Depth, type Fault, faultOf, lookInto } from './plan-facts.ts';
import { ITEM_COLUMNS, PROFILE_COLUMNS } from './plan-rows.ts';
import { applyPragmas, BUSY_TIMEOUT_MS, markAsOurs, wrongPragmas } from './pragmas.ts';
import { isDamage, isFaultOfFile, sqliteCode, toStoreFailure } from './store-failure.ts';

/** What came of opening a plan. Only `open` has changed anything. */
export type Opening =
  | { readonly kind: 'open'; readonly db: Database.Database; readonly isMigrated: boolean }
  /** A plan of ours, broken; `fault` says how. */
  | { readonly kind: 'damaged'; readonly fault: 'damaged' | 'tables' | 'doubted' }
  | { readonly kind: 'refused'; readonly failure: Result<never> };

/** How to open a plan. */
export interface OpenOptions {
  readonly depth: Depth;
  /** Looks at the plan while nothing can change it. False: it is not to be trusted. */
  readonly judge?: (db: Database.Database) => boolean;
  /** Called before the first connection that can change the file. */
  readonly beforeConnect?: () => void;
  /** Called before an older plan is brought up to date. A failure leaves it as it is. */
  readonly beforeMigration?: (db: Database.Database) => Result<unknown>;
}

/**
 * Opens the plan of a data folder, making a new one where there is none. Whatever is refused is refused in words and
 * left as it was. One plan per folder; the caller holds its lock.
 */
export function openDatabase(dataFolder: string): Result<Database.Database> {
  const folder = resolve(dataFolder);
  const path = planPath(folder);
  const prepared = prepareDataFolder(folder);
  if (!prepared.ok) return prepared;
  const beside = refuseOddFiles(planFiles(folder).slice(1));
  if (!beside.ok) return beside;
  const inspected = inspectPlanFile(path);
  if (!inspected.ok) return inspected;
  const opening: Opening =
    inspected.value === 'damaged'
      ? { kind: 'damaged', fault: 'damaged' }
      : inspected.value === 'plan'
        ? openPlan(folder, { depth: 'quick' })
        : createPlan(folder);
  switch (opening.kind) {
    case 'open':
      return ok(opening.db);
    case 'refused':
      return opening.failure;
    case 'damaged':
      return opening.fault === 'tables'
        ? failed(
            'store-failed',
            `${path} cannot be opened: its tables are not those of a plan. It was left as it is.`,
          )
        : failed('store-failed', `${path} is damaged and cannot be opened. It was left as it is.`);
    default:
      return assertNever(opening);
  }
}

/** Opens a file that has a plan's header. */
export function openPlan(folder: string, options: OpenOptions): Opening {
  const path = planPath(folder);
  return attempt(path, () => {
    const fault = examine(path, options);
    if (fault === 'newer') return { kind: 'refused', failure: newerPlan(path) };
    if (fault !== null) return { kind: 'damaged', fault: fault === 'not-a-plan' ? 'damaged' : fault };
    closeToOthers(folder);
    options.beforeConnect?.();
    return connect(path, options.beforeMigration);
  });
}

/** Reads the whole file through a connection that cannot write: damage or a newer schema is found before anything changes. */
function examine(path: string, { depth, judge }: OpenOptions): Fault | 'doubted' {
  const look = (): Fault | 'doubted' =>
    lookInto(path, (db) => faultOf(db, depth) ?? (judge?.(db) === false ? 'doubted' : null));
  try {
    return look();
  } catch (error) {
    if (isFaultOfFile(error)) return 'damaged';
    if (sqliteCode(error) !== 'SQLITE_READONLY_ROLLBACK') throw error;
    rollBack(path);
    return look();
  }
}

/** Undoes what a start left half done that died before a new plan had its log: only a writing connection can. */
function rollBack(path: string): void {
  const db = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    schemaVersion(db);
  } finally {
    db.close();
  }
}

/** Makes a new plan where there is none, or where a start died before it had made one. */
export function createPlan(folder: string): Opening {
  const path = planPath(folder);
  return attempt(path, () => {
    createPrivately(path);
    closeToOthers(folder);
    return connect(path);
  });
}

/** An empty file with our mode from its first moment: SQLite gives the same mode to the files it keeps beside it. */
export function createPrivately(path: string): void {
  const file = openSync(path, constants.O_CREAT | constants.O_RDWR, OWNER_ONLY);
  try {
    // The process's umask may have taken bits away, even our own.
    fchmodSync(file, OWNER_ONLY);
    ftruncateSync(file);
  } finally {
    closeSync(file);
  }
}

/** Takes back what others may do with the plan, as after a copy made by hand. */
function closeToOthers(folder: string): void {
  for (const path of planFiles(folder)) {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats !== undefined && (stats.mode & 0o077) !== 0) chmodSync(path, OWNER_ONLY);
  }
}

function connect(path: string, beforeMigration?: OpenOptions['beforeMigration']): Opening {
  const db = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    const version = schemaVersion(db);
    if (version === 0) markAsOurs(db);
    else if (version < SCHEMA_VERSION) {
      const prepared = beforeMigration?.(db) ?? ok(null);
      if (!prepared.ok) {
        db.close();
        return { kind: 'refused', failure: prepared };
      }
    }
    applyPragmas(db);
    migrate(db);
    // A test read of every column this version uses.
    db.prepare(`SELECT ${PROFILE_COLUMNS} FROM profile`).get();
    db.prepare(`SELECT ${ITEM_COLUMNS} FROM item LIMIT 1`).get();
    db.prepare('SELECT seq, at, subject, action, before, after FROM history LIMIT 1').get();
    const wrong = wrongPragmas(db);
    if (wrong.length > 0) throw new Error(`SQLite does not keep: ${wrong.join(', ')}`);
    return { kind: 'open', db, isMigrated: version > 0 && version < SCHEMA_VERSION };
  } catch (error) {
    db.close();
    throw error;
  }
}

function attempt(path: string, work: () => Opening): Opening {
  try {
    return work();
  } catch (error) {
    return isDamage(error)
      ? { kind: 'damaged', fault: 'damaged' }
      : { kind: 'refused', failure: openFailure(path, error) };
  }
}

/** Why a plan could not be opened, in words. */
export function openFailure(path: string, error: unknown): Result<never> {
  // Without room for its index SQLite speaks of the disk, or of a file that cannot be opened.
  const isForRoom = /^SQLITE_(IOERR|CANTOPEN)/.test(sqliteCode(error) ?? '') && isDiskFull(dirname(path));
  const code = isForRoom ? 'disk-full' : (toStoreFailure(error)?.error.code ?? fileErrorCode(error));
  switch (code) {
    case 'disk-full':
    case 'ENOSPC':
    case 'EDQUOT':
      return failed('disk-full', `The disk is full, so the plan ${path} cannot be opened for writing.`);
    case 'read-only':
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return failed('read-only', `First Claim is not allowed to write ${path}.`);
    case 'store-busy':
      return failed('store-busy', `Another program is using ${path}. Close it and try again.`);
    default:
      return cannotBeOpened(path, obstacleOf(error)?.words);
  }
}

function cannotBeOpened(path: string, why: string | undefined): Result<never> {
  return why === undefined
    ? failed('store-failed', `${path} cannot be opened.`)
    : failed(
        'store-failed',
        `${path} cannot be opened: ${why}. Move it to another place, then start First Claim again.`,
      );
}

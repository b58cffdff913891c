import { chmodSync, closeSync, constants, fchmodSync, openSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { fileErrorCode, planFiles, planPath, prepareDataFolder } from './data-folder.ts';
import { inspectPlanFile, newerPlan } from './inspect-file.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';
import { ITEM_COLUMNS, PROFILE_COLUMNS } from './plan-rows.ts';
import { applyPragmas, BUSY_TIMEOUT_MS, markAsOurs, wrongPragmas } from './pragmas.ts';
import { isDamage, toStoreFailure } from './store-failure.ts';

const OWNER_ONLY = 0o600;

/**
 * Opens the plan of a data folder, making a new one where there is none. Whatever is refused is refused in words and
 * left as it was. One plan per folder; the caller holds the single-instance lock.
 */
export function openDatabase(dataFolder: string): Result<Database.Database> {
  const folder = resolve(dataFolder);
  const path = planPath(folder);
  const prepared = prepareDataFolder(folder);
  if (!prepared.ok) return prepared;
  const inspected = inspectPlanFile(path);
  if (!inspected.ok) return inspected;
  try {
    if (inspected.value === 'plan') {
      const health = examine(path);
      if (!health.ok) return health;
    } else {
      createPrivately(path);
    }
    closeToOthers(folder);
    return ok(connect(path));
  } catch (error) {
    return openFailure(path, error);
  }
}

/** Reads the whole file through a connection that cannot write: damage or a newer schema is found before anything changes. */
function examine(path: string): Result<null> {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    // One row that breaks a rule of its table is for the reader to set aside, no reason to refuse the whole plan.
    db.pragma('ignore_check_constraints = ON');
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') return damaged(path);
    return schemaVersion(db) > SCHEMA_VERSION ? newerPlan(path) : ok(null);
  } finally {
    db.close();
  }
}

/** An empty file with our mode from its first moment: SQLite gives the same mode to the files it keeps beside it. */
function createPrivately(path: string): void {
  const file = openSync(path, constants.O_CREAT | constants.O_RDWR, OWNER_ONLY);
  try {
    // The process's umask may have taken bits away, even our own.
    fchmodSync(file, OWNER_ONLY);
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

function connect(path: string): Database.Database {
  const db = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    if (schemaVersion(db) === 0) markAsOurs(db);
    applyPragmas(db);
    migrate(db);
    // A test read of every column this version uses: tables of the right name are not yet the right tables.
    db.prepare(`SELECT ${PROFILE_COLUMNS} FROM profile`).get();
    db.prepare(`SELECT ${ITEM_COLUMNS} FROM item LIMIT 1`).get();
    db.prepare('SELECT seq, at, subject, action, before, after FROM history LIMIT 1').get();
    const wrong = wrongPragmas(db);
    if (wrong.length > 0) throw new Error(`SQLite does not keep: ${wrong.join(', ')}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function damaged(path: string): Result<never> {
  return failed('store-failed', `${path} is damaged and cannot be opened. It was left as it is.`);
}

function openFailure(path: string, error: unknown): Result<never> {
  if (isDamage(error)) return damaged(path);
  const code = toStoreFailure(error)?.error.code ?? fileErrorCode(error);
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
      return failed('store-failed', `${path} cannot be opened.`);
  }
}

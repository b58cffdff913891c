import {
  chmodSync,
  closeSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { type BackupName, backupId, backupsAmong, backupsToDelete, parseBackupId } from './backup-files.ts';
import { hasSeenTrouble, noteTrouble } from './connection-health.ts';
import { diskTrouble } from './disk-trouble.ts';
import { flushFile, OWNER_ONLY, OWNER_ONLY_FOLDER, removeFile } from './durable-file.ts';
import { fileErrorCode } from './file-error.ts';
import { backupFolder, entriesIn, isBackedUp, listBackups, newestSoundBackup } from './find-backups.ts';
import { flushFolder } from './flush.ts';
import { faultOf, isSameMark, lookInto, markOf, type PlanMark, rowCounts } from './plan-facts.ts';
import { pinnedBackups } from './recovery-note.ts';

const UNFINISHED = /^\.plan-.*\.tmp(-journal|-wal|-shm)?$/;

/**
 * Backs up an open plan: to a file beside the others, flushed, opened, checked, and only then given its name. Null when
 * the newest backup already holds the same changes, and for a plan in which nothing was ever saved. A connection that met damage or
 * a disk error makes none and removes none; nor does one whose copy fails.
 */
export function makeBackup(db: Database, dataFolder: string, now: IsoInstant): Result<BackupName | null> {
  if (hasSeenTrouble(db)) return showedErrors();
  return attempt(db, () => {
    if (isBackedUp(db, dataFolder)) return ok(null);
    return addBackup(dataFolder, now, (path) => {
      db.prepare('VACUUM INTO ?').run(path);
      return { mark: markOf(db), rows: rowCounts(db) };
    });
  });
}

/**
 * Adds a copy of a plan file that no connection has open, through the same checks as any other backup. Null when the
 * newest backup already holds the same changes.
 */
export function addCopy(path: string, dataFolder: string, now: IsoInstant): Result<BackupName | null> {
  return attempt(null, () => {
    const source = lookInto(path, (db) => ({ mark: markOf(db), rows: rowCounts(db) }));
    const newest = newestSoundBackup(dataFolder);
    if (newest !== null && isSameMark(newest.mark, source.mark)) return ok(null);
    return addBackup(dataFolder, now, (copy) => {
      copyFileSync(path, copy);
      return source;
    });
  });
}

const inUse = new Set<string>();

/** Does something during which this backup stays, however old it is: nobody is to lose the very one that was chosen. */
export function keepingBackup<T>(id: string, work: () => T): T {
  inUse.add(id);
  try {
    return work();
  } finally {
    inUse.delete(id);
  }
}

/** Removes what a crash left of backups that never got their name. */
export function removeUnfinishedBackups(dataFolder: string): void {
  for (const { name } of entriesIn(backupFolder(dataFolder))) {
    if (UNFINISHED.test(name)) removeFile(join(backupFolder(dataFolder), name));
  }
}

/** What a copy was made from. */
export interface Source {
  readonly mark: PlanMark;
  readonly rows: string;
}

/** Fills a file and keeps it as a backup. */
function addBackup(dataFolder: string, now: IsoInstant, fill: (path: string) => Source): Result<BackupName> {
  const unnamed = join(backupFolder(dataFolder), `.plan-${nextNumber(dataFolder)}.tmp`);
  try {
    prepareBackup(dataFolder, unnamed);
    const source = fill(unnamed);
    flushFile(unnamed);
    return keepBackup(dataFolder, now, unnamed, source);
  } finally {
    rmSync(unnamed, { force: true });
  }
}

function nextNumber(dataFolder: string): number {
  const names = entriesIn(backupFolder(dataFolder)).map(({ name }) => name);
  return 1 + (backupsAmong(names)[0]?.number ?? 0);
}

/** An empty file of our own, in a folder closed to others. Throws what the system says. */
export function prepareBackup(dataFolder: string, path: string): void {
  prepareFolder(backupFolder(dataFolder));
  rmSync(path, { force: true });
  closeSync(openSync(path, 'wx', OWNER_ONLY));
}

/** Proves that a copy, which must be on the disk already, holds the same as its source, names it, and lets the oldest go. */
export function keepBackup(
  dataFolder: string,
  now: IsoInstant,
  unnamed: string,
  source: Source,
): Result<BackupName> {
  chmodSync(unnamed, OWNER_ONLY);
  const isWhole = lookInto(
    unnamed,
    (copy) =>
      faultOf(copy, 'quick') === null &&
      isSameMark(markOf(copy), source.mark) &&
      rowCounts(copy) === source.rows,
  );
  if (!isWhole) return failed('store-failed', 'No backup was made: the copy was not the same as the plan.');
  const number = nextNumber(dataFolder);
  const id = backupId(now, number);
  renameSync(unnamed, join(backupFolder(dataFolder), id));
  flushFolder(backupFolder(dataFolder));
  removeOld(dataFolder);
  return ok({ id, madeAt: parseBackupId(id)?.madeAt ?? now, number });
}

function removeOld(dataFolder: string): void {
  const pinned = new Set([...pinnedBackups(dataFolder), ...inUse]);
  for (const { id } of backupsToDelete(listBackups(dataFolder), pinned)) {
    rmSync(join(backupFolder(dataFolder), id), { force: true });
  }
}

/** Not made together with the data folder: where that has gone, a new one would only hide it. */
function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: OWNER_ONLY_FOLDER });
  } catch (error) {
    if (fileErrorCode(error) !== 'EEXIST' || !lstatSync(folder).isDirectory()) throw error;
  }
}

function attempt<T>(db: Database | null, work: () => Result<T>): Result<T> {
  try {
    return work();
  } catch (error) {
    return backupFailure(db, error);
  }
}

/** Why no backup was made, in words. */
export function backupFailure(db: Database | null, error: unknown): Result<never> {
  if (db !== null) noteTrouble(db, error);
  const [code, words] = diskTrouble(error);
  return failed(code, `No backup was made: ${words}.`);
}

/** Said of a connection whose reading is not to be trusted. */
export function showedErrors(): Result<never> {
  return failed('store-failed', 'No backup was made: the plan file showed errors.');
}

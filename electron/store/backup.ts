import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { type BackupName, backupId, backupsAmong, backupsToDelete, parseBackupId } from './backup-files.ts';
import { hasSeenTrouble, noteTrouble } from './connection-health.ts';
import { fileErrorCode } from './data-folder.ts';
import { diskTrouble } from './disk-trouble.ts';
import { flushFile, OWNER_ONLY, OWNER_ONLY_FOLDER } from './durable-file.ts';
import { flushFolder } from './flush.ts';
import {
  type Depth,
  type Fault,
  factsOf,
  faultOf,
  isSameMark,
  lookInto,
  markOf,
  type PlanFacts,
  type PlanMark,
  rowCounts,
} from './plan-facts.ts';
import { pinnedBackups } from './recovery-note.ts';

/** A backup that was opened, checked, and found whole. */
export interface SoundBackup extends BackupName {
  readonly path: string;
  readonly mark: PlanMark;
}

/** A backup as a person chooses among them. */
export interface BackupDescription extends BackupName {
  readonly bytes: number;
  /** What it holds; null when it cannot be used. */
  readonly facts: PlanFacts | null;
  /** Why it cannot be used, as a sentence; null when it can. */
  readonly problem: string | null;
}

const UNFINISHED = /^\.plan-.*\.tmp(-journal)?$/;

/** The folder of the backups. */
export function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups');
}

/** The backups of a data folder by their names, newest first. */
export function listBackups(dataFolder: string): readonly BackupName[] {
  return backupsAmong(namesIn(backupFolder(dataFolder)));
}

/**
 * Backs up an open plan: to a file beside the others, flushed, opened, checked, and only then given its name. Null when
 * the newest backup already holds the same changes, and for a plan in which nothing was ever saved. A connection that met damage or a disk error makes none and
 * removes none; nor does one whose copy fails.
 */
export function makeBackup(db: Database, dataFolder: string, now: IsoInstant): Result<BackupName | null> {
  if (hasSeenTrouble(db)) return failed('store-failed', 'No backup was made: the plan file showed errors.');
  return attempt(db, () => {
    const mark = markOf(db);
    const newest = newestSoundBackup(dataFolder);
    return mark.lastSeq === 0 || (newest !== null && isSameMark(newest.mark, mark))
      ? ok(null)
      : addBackup(dataFolder, now, (path) => {
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

/** The newest backup that can be opened and is whole; with `suits`, the newest of which that is true. */
export function newestSoundBackup(
  dataFolder: string,
  suits: (db: Database) => boolean = () => true,
): SoundBackup | null {
  for (const name of listBackups(dataFolder)) {
    const path = join(backupFolder(dataFolder), name.id);
    try {
      const mark = lookInto(path, (db) => (faultOf(db, 'quick') === null && suits(db) ? markOf(db) : null));
      if (mark !== null) return { ...name, path, mark };
    } catch {
      // Not this one, then.
    }
  }
  return null;
}

/** Every backup with what it holds, newest first. One that cannot be used says why. */
export function describeBackups(dataFolder: string): readonly BackupDescription[] {
  return listBackups(dataFolder).map((name) => {
    const path = join(backupFolder(dataFolder), name.id);
    const bytes = sizeOf(path);
    const [fault, facts] = inspectBackup(path);
    return { ...name, bytes, facts, problem: fault === null ? null : FAULT_WORDS[fault] };
  });
}

/** The path of a backup that can be used, after a thorough look; a failure says why it cannot. */
export function soundBackupWithId(dataFolder: string, id: string): Result<SoundBackup> {
  const name = parseBackupId(id);
  const path = join(backupFolder(dataFolder), id);
  if (name === null || !existsSync(path)) {
    return failed('not-found', 'This backup is not there any more.');
  }
  const [fault, mark] = inspectBackup(path, 'thorough');
  return fault !== null || mark === null
    ? failed('store-failed', FAULT_WORDS[fault ?? 'damaged'])
    : ok({ ...name, path, mark });
}

/** Removes what a crash left of backups that never got their name. */
export function removeUnfinishedBackups(dataFolder: string): void {
  for (const name of namesIn(backupFolder(dataFolder))) {
    if (UNFINISHED.test(name)) rmSync(join(backupFolder(dataFolder), name), { force: true });
  }
}

const FAULT_WORDS: Readonly<Record<Exclude<Fault, null>, string>> = {
  damaged: 'This backup is damaged and cannot be used.',
  tables: 'This backup is damaged and cannot be used.',
  'not-a-plan': 'This file is not a First Claim plan.',
  newer: 'This backup was made by a newer version of First Claim and needs that version.',
};

function inspectBackup(path: string, depth: Depth = 'quick'): readonly [Fault, PlanFacts | null] {
  try {
    return lookInto(path, (db) => {
      const fault = faultOf(db, depth);
      return [fault, fault === null ? factsOf(db) : null] as const;
    });
  } catch {
    return ['damaged', null];
  }
}

interface Source {
  readonly mark: PlanMark;
  readonly rows: string;
}

/** Fills a file, proves that it holds the same as its source, names it, and lets the oldest go. */
function addBackup(dataFolder: string, now: IsoInstant, fill: (path: string) => Source): Result<BackupName> {
  const folder = backupFolder(dataFolder);
  prepareFolder(folder);
  const number = 1 + (listBackups(dataFolder)[0]?.number ?? 0);
  const id = backupId(now, number);
  const unnamed = join(folder, `.plan-${number}.tmp`);
  try {
    rmSync(unnamed, { force: true });
    closeSync(openSync(unnamed, 'wx', OWNER_ONLY));
    const source = fill(unnamed);
    chmodSync(unnamed, OWNER_ONLY);
    flushFile(unnamed);
    const isWhole = lookInto(
      unnamed,
      (copy) =>
        faultOf(copy, 'quick') === null &&
        isSameMark(markOf(copy), source.mark) &&
        rowCounts(copy) === source.rows,
    );
    if (!isWhole) return failed('store-failed', 'No backup was made: the copy was not the same as the plan.');
    renameSync(unnamed, join(folder, id));
  } finally {
    rmSync(unnamed, { force: true });
  }
  flushFolder(folder);
  removeOld(dataFolder);
  return ok({ id, madeAt: parseBackupId(id)?.madeAt ?? now, number });
}

function removeOld(dataFolder: string): void {
  for (const { id } of backupsToDelete(listBackups(dataFolder), pinnedBackups(dataFolder))) {
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

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function attempt<T>(db: Database | null, work: () => Result<T>): Result<T> {
  try {
    return work();
  } catch (error) {
    if (db !== null) noteTrouble(db, error);
    const [code, words] = diskTrouble(error);
    return failed(code, `No backup was made: ${words}.`);
  }
}

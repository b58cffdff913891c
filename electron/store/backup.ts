import {
  chmodSync,
  closeSync,
  copyFileSync,
  type Dirent,
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
import { diskTrouble } from './disk-trouble.ts';
import { flushFile, OWNER_ONLY, OWNER_ONLY_FOLDER, removeFile } from './durable-file.ts';
import { fileErrorCode } from './file-error.ts';
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
import { isOverlong } from './plan-length.ts';
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

const UNFINISHED = /^\.plan-.*\.tmp(-journal|-wal|-shm)?$/;

/** The folder of the backups. */
export function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups');
}

/**
 * The backups of a data folder by their names, newest first. What is no ordinary file is none, nor is one with such a
 * thing beside it where SQLite keeps a log: at a pipe it would wait for ever.
 */
export function listBackups(dataFolder: string): readonly BackupName[] {
  const entries = entriesIn(backupFolder(dataFolder));
  const odd = new Set(entries.filter((entry) => !entry.isFile()).map(({ name }) => name));
  const isPlain = ({ id }: BackupName): boolean =>
    ['', '-journal', '-wal', '-shm'].every((suffix) => !odd.has(id + suffix));
  return backupsAmong(entries.map(({ name }) => name)).filter(isPlain);
}

/**
 * Backs up an open plan: to a file beside the others, flushed, opened, checked, and only then given its name. Null when
 * the newest backup already holds the same changes, and for a plan in which nothing was ever saved. A connection that met damage or a disk error makes none and
 * removes none; nor does one whose copy fails.
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
 * Whether there is nothing to back up: the newest sound backup holds the same changes, or nothing was ever saved. What a
 * backup holds is asked before it is read whole: one with other changes need not be.
 */
export function isBackedUp(db: Database, dataFolder: string): boolean {
  const mark = markOf(db);
  if (mark.lastSeq === 0) return true;
  for (const { id } of listBackups(dataFolder)) {
    try {
      const answer = lookInto(join(backupFolder(dataFolder), id), (copy) =>
        isSameMark(markOf(copy), mark) ? faultOf(copy, 'quick') === null || 'unsound' : false,
      );
      if (answer !== 'unsound') return answer;
    } catch {
      // Not this one, then.
    }
  }
  return false;
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

/** The newest backup that can be opened and is whole; with `suits`, the newest of which that is true. */
export function newestSoundBackup(
  dataFolder: string,
  suits: (db: Database) => boolean = () => true,
): SoundBackup | null {
  for (const name of listBackups(dataFolder)) {
    const path = join(backupFolder(dataFolder), name.id);
    try {
      if (isOverlong(path)) continue;
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
  return listBackups(dataFolder).map((name) => describeBackup(dataFolder, name));
}

/** What one backup holds, after reading all of it. */
export function describeBackup(dataFolder: string, name: BackupName): BackupDescription {
  const path = join(backupFolder(dataFolder), name.id);
  const bytes = sizeOf(path);
  const [fault, facts] = inspectBackup(path);
  return { ...name, bytes, facts, problem: fault === null ? null : FAULT_WORDS[fault] };
}

/** The path of a backup that can be used, after a thorough look; a failure says why it cannot. */
export function soundBackupWithId(dataFolder: string, id: string): Result<SoundBackup> {
  const name = parseBackupId(id);
  const path = join(backupFolder(dataFolder), id);
  if (name === null || !listBackups(dataFolder).some((backup) => backup.id === id)) {
    return failed('not-found', 'This backup is not there any more.');
  }
  const [fault, mark] = inspectBackup(path, 'thorough');
  return fault !== null || mark === null
    ? failed('store-failed', FAULT_WORDS[fault ?? 'damaged'])
    : ok({ ...name, path, mark });
}

/** Removes what a crash left of backups that never got their name. */
export function removeUnfinishedBackups(dataFolder: string): void {
  for (const { name } of entriesIn(backupFolder(dataFolder))) {
    if (UNFINISHED.test(name)) removeFile(join(backupFolder(dataFolder), name));
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
    if (isOverlong(path)) return ['damaged', null];
    return lookInto(path, (db) => {
      const fault = faultOf(db, depth);
      return [fault, fault === null ? factsOf(db) : null] as const;
    });
  } catch {
    return ['damaged', null];
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

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

function entriesIn(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
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

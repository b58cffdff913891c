import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { type BackupName, backupsAmong, parseBackupId } from './backup-files.ts';
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
} from './plan-facts.ts';
import { isOverlong } from './plan-length.ts';

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

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

/** Everything in a folder; nothing where it cannot be read. */
export function entriesIn(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

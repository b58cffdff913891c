import { rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { backupFailure, keepBackup, prepareBackup, showedErrors } from './backup.ts';
import type { BackupName } from './backup-files.ts';
import { hasSeenTrouble } from './connection-health.ts';
import { backupFolder, isBackedUp } from './find-backups.ts';
import { markOf, rowCounts } from './plan-facts.ts';

/** Matches the pattern of what a crash leaves. */
const UNNAMED = '.plan-meanwhile.tmp';
/** A few milliseconds' work. */
const PAGES_AT_A_TIME = 100;

/**
 * `makeBackup` for a plan that somebody is working with: it is copied some pages at a time, and what is saved meanwhile
 * is saved at once, and copied too. One at a time.
 */
export async function makeBackupMeanwhile(
  db: Database.Database,
  dataFolder: string,
  now: () => IsoInstant,
): Promise<Result<BackupName | null>> {
  const path = join(backupFolder(dataFolder), UNNAMED);
  try {
    if (hasSeenTrouble(db)) return showedErrors();
    if (isBackedUp(db, dataFolder)) return ok(null);
    prepareBackup(dataFolder, path);
    await db.backup(path, { progress: () => PAGES_AT_A_TIME });
    // Nothing can have been saved between the last page and this.
    const source = { mark: markOf(db), rows: rowCounts(db) };
    leaveInOneFile(path);
    await flushMeanwhile(path);
    // It may have been closed by now, or backed up by somebody else.
    if (!db.open || hasSeenTrouble(db)) return showedErrors();
    return isBackedUp(db, dataFolder) ? ok(null) : keepBackup(dataFolder, now(), path, source);
  } catch (error) {
    return backupFailure(db.open ? db : null, error);
  } finally {
    rmSync(path, { force: true });
  }
}

/** The copy is as the plan is in use, with a log beside it; a backup is one file. */
function leaveInOneFile(path: string): void {
  const copy = new Database(path, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

async function flushMeanwhile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

import { randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { backupId } from '../store/backup-files.ts';
import { flushFile, OWNER_ONLY, OWNER_ONLY_FOLDER } from '../store/durable-file.ts';
import { backupFolder, listBackups } from '../store/find-backups.ts';
import { flushFolder } from '../store/flush.ts';
import { PLAN_NAME } from './archive-format.ts';

// Ours alone: nothing else in a data folder is ever removed by it.
const STAGING = /^(import|export)-[0-9a-f]{16}$/;
/** Backups of the plan count from 1. */
const IMPORT_NUMBER = 0;

/** Makes a folder inside the data folder for work that is not done yet, closed to other users. */
export function openStaging(dataFolder: string, purpose: 'import' | 'export'): string {
  const folder = join(dataFolder, `${purpose}-${randomBytes(8).toString('hex')}`);
  mkdirSync(folder, { mode: OWNER_ONLY_FOLDER });
  chmodSync(folder, OWNER_ONLY_FOLDER);
  return folder;
}

/** Removes such a folder. What a program still holds open is left to the next start. */
export function closeStaging(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Next time.
  }
}

/**
 * Puts the unpacked plan among the backups, from where it can be restored, and returns its id there: as the oldest of
 * all, so that the newest goes on being one of the plan in use, from which a damaged plan is recovered. Throws what the
 * system says.
 */
export function addToBackups(staging: string, dataFolder: string, now: IsoInstant): string {
  const folder = backupFolder(dataFolder);
  const id = backupId(now, IMPORT_NUMBER);
  mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
  // Under the name of an unfinished backup, which every start removes.
  const unnamed = join(folder, `.plan-${IMPORT_NUMBER}.tmp`);
  rmSync(unnamed, { force: true });
  copyFileSync(join(staging, PLAN_NAME), unnamed);
  chmodSync(unnamed, OWNER_ONLY);
  flushFile(unnamed);
  renameSync(unnamed, join(folder, id));
  flushFolder(folder);
  return id;
}

/** Takes it out again: the plan in use has a backup of its own, or the import did not happen. */
export function removeFromBackups(dataFolder: string): void {
  for (const { id, number } of listBackups(dataFolder)) {
    if (number === IMPORT_NUMBER) rmSync(join(backupFolder(dataFolder), id), { force: true });
  }
}

/** Removes what a crash left of an import or an export. Reads names only. */
export function clearLeftovers(dataFolder: string): void {
  try {
    for (const name of readdirSync(dataFolder)) {
      const folder = join(dataFolder, name);
      if (!STAGING.test(name) || !lstatSync(folder).isDirectory()) continue;
      closeStaging(folder);
    }
    removeFromBackups(dataFolder);
  } catch {
    // There is no data folder yet, or it cannot be read: opening the plan says so.
  }
}

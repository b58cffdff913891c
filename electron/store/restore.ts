import { chmodSync, copyFileSync, existsSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { addCopy, keepingBackup, makeBackup } from './backup.ts';
import type { BackupName } from './backup-files.ts';
import { closeTidily, makeReadyForUse } from './close-database.ts';
import { planFiles, planPath } from './data-folder.ts';
import { diskTrouble } from './disk-trouble.ts';
import { flushFile, OWNER_ONLY, removeFile } from './durable-file.ts';
import { newestSoundBackup, type SoundBackup, soundBackupWithId } from './find-backups.ts';
import { flushFolder } from './flush.ts';
import { inspectPlanFile } from './inspect-file.ts';
import { refuseOddFiles } from './obstacle.ts';
import { openPlan } from './open-database.ts';
import { digestOf, removeSeal } from './plan-seal.ts';
import { announced, exchangePlan, newRecoveryId, quarantineName } from './quarantine.ts';
import { backupMoment, type RecoveryNote, writeRecoveryNote } from './recovery-note.ts';
import { HAPPENED } from './recovery-words.ts';

/** What a restore did. */
export interface Restored {
  readonly restored: BackupName;
  /** The backup that holds the plan as it was just before; null when there was none, or it was damaged. */
  readonly previous: BackupName | null;
}

const RESTORING = 'plan.db.restoring';

/**
 * Puts a backup in the place of the plan, which must be closed. The plan as it is now is backed up first; when that
 * fails nothing is restored. A damaged plan goes into quarantine instead. The change itself is one renaming: a crash
 * leaves either plan, whole.
 */
export function restoreBackup(dataFolder: string, id: string, now: () => IsoInstant): Result<Restored> {
  return keepingBackup(id, () => restoreKept(dataFolder, id, now));
}

function restoreKept(dataFolder: string, id: string, now: () => IsoInstant): Result<Restored> {
  const folder = resolve(dataFolder);
  const chosen = soundBackupWithId(folder, id);
  if (!chosen.ok) return chosen;
  const { madeAt, number } = chosen.value;
  let hasCopy = false;
  try {
    copyWhole(chosen.value, folder, join(folder, RESTORING));
    const current = backUpPlan(folder, now());
    if (!current.ok) return current;
    // The newest backup is always one of the plan that is in use: recovery starts from it.
    const added = addCopy(join(folder, RESTORING), folder, now());
    if (!added.ok) return notRestored(added);
    hasCopy = true;
    makeReadyForUse(join(folder, RESTORING));
    flushFile(join(folder, RESTORING));
    const previous = current.value === 'damaged' ? null : current.value;
    if (current.value === 'damaged') exchangeDamaged(folder, chosen.value, now());
    else {
      replacePlan(folder);
      noteRestore(folder, chosen.value, previous, now());
    }
    return ok({ restored: { id, madeAt, number }, previous });
  } catch (error) {
    const [code, words] = diskTrouble(error);
    return notRestored(failed(code, `${words.charAt(0).toUpperCase()}${words.slice(1)}.`));
  } finally {
    if (hasCopy) leaveSign(folder);
    else removeRestoring(folder);
  }
}

/**
 * True while the newest backup may be one of a plan that was about to be restored and never took its place: it tells
 * nothing about the plan in use.
 */
export function isRestoreCut(folder: string): boolean {
  return existsSync(join(folder, RESTORING));
}

/**
 * Backs up the plan in use after a restore that was cut short, so that the newest backup is one of it again. Where that
 * cannot be done, the next start tries again.
 */
export function endCutRestore(db: Database, folder: string, now: IsoInstant): void {
  if (!isRestoreCut(folder)) return;
  try {
    if (makeBackup(db, folder, now).ok) removeRestoring(folder);
    else leaveSign(folder);
  } catch {
    // What is left there takes room and does nothing else.
  }
}

/** Keeps the name of what was to be restored and gives its room back; does nothing once it is in its place. */
function leaveSign(folder: string): void {
  if (isRestoreCut(folder)) truncateSync(join(folder, RESTORING));
  removeBeside(folder);
}

function removeRestoring(folder: string): void {
  removeFile(join(folder, RESTORING));
  removeBeside(folder);
}

function removeBeside(folder: string): void {
  for (const suffix of ['-journal', '-wal', '-shm']) removeFile(join(folder, RESTORING + suffix));
}

function copyWhole(backup: SoundBackup, folder: string, to: string): void {
  rmSync(to, { force: true });
  removeBeside(folder);
  copyFileSync(backup.path, to);
  chmodSync(to, OWNER_ONLY);
  if (digestOf(to).sha256 !== digestOf(backup.path).sha256) throw new Error('The copy differs');
}

/** Backs up the plan that is about to be replaced and leaves it in one file. */
function backUpPlan(folder: string, now: IsoInstant): Result<BackupName | null | 'damaged'> {
  const beside = refuseOddFiles(planFiles(folder).slice(1));
  if (!beside.ok) return notRestored(beside);
  if (!existsSync(planPath(folder))) return ok(null);
  const inspected = inspectPlanFile(planPath(folder));
  if (!inspected.ok) return notRestored(inspected);
  if (inspected.value !== 'plan') return ok('damaged');
  const beforeMigration: Parameters<typeof openPlan>[1]['beforeMigration'] = (db) =>
    makeBackup(db, folder, now);
  const opening = openPlan(folder, { depth: 'thorough', beforeMigration });
  if (opening.kind === 'damaged') return ok('damaged');
  if (opening.kind === 'refused') return notRestored(opening.failure);
  const made = makeBackup(opening.db, folder, now);
  closeTidily(opening.db);
  return made.ok ? ok(made.value ?? newestSoundBackup(folder)) : notRestored(made);
}

function replacePlan(folder: string): void {
  const besides = planFiles(folder).slice(1);
  const isInUse = besides.some((path) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0);
  if (isInUse) throw Object.assign(new Error('The plan is open elsewhere'), { code: 'EBUSY' });
  for (const path of besides) rmSync(path, { force: true });
  removeSeal(folder);
  renameSync(join(folder, RESTORING), planPath(folder));
  flushFolder(folder);
}

/** So that it can be read again later, and the backup from before is kept. */
function noteRestore(
  folder: string,
  backup: SoundBackup,
  previous: BackupName | null,
  now: IsoInstant,
): void {
  try {
    writeRecoveryNote(folder, {
      id: newRecoveryId(folder, now),
      at: now,
      source: 'backup',
      happened: 'You put a backup in the place of your plan.',
      kept: [
        `Your plan comes from the backup of ${backupMoment(backup.id)}.`,
        ...(previous === null
          ? []
          : [`As it was before, it is in the backup of ${backupMoment(previous.id)}.`]),
      ],
      lost: [],
      backup: previous?.id ?? null,
      quarantine: null,
    });
  } catch {
    // The restore itself is done, and the backup from before is among the last three.
  }
}

function exchangeDamaged(folder: string, backup: SoundBackup, now: IsoInstant): void {
  const id = newRecoveryId(folder, now);
  const note: RecoveryNote = {
    id,
    at: now,
    source: 'backup',
    happened: HAPPENED.damaged,
    kept: [`You chose the backup of ${backupMoment(backup.id)}, and your plan now comes from it.`],
    lost: ['Whatever was changed after that backup is not in your plan.'],
    backup: backup.id,
    quarantine: quarantineName(id),
  };
  exchangePlan(folder, id, join(folder, RESTORING), () => {
    writeRecoveryNote(folder, note);
    removeSeal(folder);
  });
  announced(folder);
}

function notRestored(failure: Result<unknown>): Result<never> {
  if (failure.ok) throw new Error('Only a failure can be passed on');
  return failed(failure.error.code, `Not restored. ${failure.error.message} Your plan is as it was.`);
}

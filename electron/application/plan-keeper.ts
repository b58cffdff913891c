import type { Catalog } from '../../shared/catalog/types.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { keepingBackup } from '../store/backup.ts';
import type { BackupName } from '../store/backup-files.ts';
import { type BackupReader, openBackupReader } from '../store/backup-reader.ts';
import { everyMs, type ScheduleTools, scheduleBackups } from '../store/backup-schedule.ts';
import { type BackupDescription, describeBackups } from '../store/find-backups.ts';
import { lockDataFolder } from '../store/folder-lock.ts';
import { openPlanFile } from '../store/open-plan-file.ts';
import type { PlanFile } from '../store/plan-file.ts';
import type { PlanStore, StoreWatch } from '../store/plan-store.ts';
import { listRecoveryNotes, noteText, type RecoveryNote } from '../store/recovery-note.ts';
import { type Restored, restoreBackup } from '../store/restore.ts';
import type { Clock } from './handler.ts';

/** The plan of a data folder, with its backups. */
export interface PlanKeeper {
  /** Stays the same object when a backup takes the plan's place. */
  readonly store: PlanStore;
  /** What happened to the plan file on the way here, in words; null when nothing did. */
  readonly notice: () => string | null;
  /** What happened to the plan file, ever; newest first. */
  readonly notes: () => readonly RecoveryNote[];
  /** Newest first. */
  readonly backups: () => readonly BackupDescription[];
  /** The same, without keeping whoever is at work waiting. */
  readonly readBackups: BackupReader;
  /** Backs the plan up now. Null when the newest backup holds the same changes already. */
  readonly backUp: () => Result<BackupName | null>;
  /** Puts a backup in the place of the plan, which is backed up first. On failure the plan is as it was. */
  readonly restore: (backupId: string) => Result<Restored>;
  /** Backs up what was changed and leaves one tidy plan file. */
  readonly close: () => void;
}

export interface KeeperOptions {
  readonly dataFolder: string;
  readonly clock: Clock;
  /** What a person calls `profile`, `item:…` or `record:…`. */
  readonly nameOf: (subject: string) => string;
  readonly openStore: (db: PlanFile['db'], watch: StoreWatch) => PlanStore;
  /** Makes a plan that was just opened ready for use. */
  readonly prepare: (store: PlanStore) => Result<unknown>;
  /** Told when a backup has taken the plan's place. */
  readonly onRestored: () => void;
  /** Takes a sentence about a backup that could not be made. */
  readonly onTrouble: (message: string) => void;
  readonly every?: ScheduleTools['every'];
}

interface OpenPlan {
  readonly file: PlanFile;
  readonly store: PlanStore;
}

/** Locks a data folder, opens its plan and backs it up each day, and when it closes. Fails in words. */
export function openPlanKeeper(options: KeeperOptions): Result<PlanKeeper> {
  const { dataFolder, clock, onTrouble } = options;
  const lock = lockDataFolder(dataFolder);
  if (!lock.ok) return lock;
  const first = open(options);
  if (!first.ok) {
    lock.value.release();
    return first;
  }
  let current = first.value;
  let isAsleep = false;
  /** The plan that is open. Where none could be opened after a restore, as on a full disk, the next request tries again. */
  const awake = (): Result<OpenPlan> => {
    if (!isAsleep) return ok(current);
    const again = open(options);
    if (!again.ok) return again;
    current = again.value;
    isAsleep = false;
    options.onRestored();
    return again;
  };
  const use = <T>(work: (store: PlanStore) => Result<T>): Result<T> => {
    const plan = awake();
    return plan.ok ? work(plan.value.store) : plan;
  };
  const close = (): void => {
    const closed = current.file.close();
    if (!closed.ok) onTrouble(closed.error.message);
  };
  const backUp = (): Result<BackupName | null> => {
    const plan = awake();
    return plan.ok ? plan.value.file.backUp() : plan;
  };
  const every = options.every ?? everyMs;
  const backUpMeanwhile = async (): Promise<Result<BackupName | null>> => {
    const plan = awake();
    return plan.ok ? plan.value.file.backUpMeanwhile() : plan;
  };
  const schedule = scheduleBackups({
    today: clock.today,
    backUp: backUpMeanwhile,
    every,
    onFailure: onTrouble,
  });
  return ok({
    store: storeThrough(use, close),
    notice: () => (current.file.note === null ? null : noteText(current.file.note)),
    notes: () => listRecoveryNotes(dataFolder),
    backups: () => describeBackups(dataFolder),
    readBackups: openBackupReader(dataFolder),
    backUp,
    restore: (backupId) => {
      // Closing backs up what was changed, and lets the oldest backup go.
      keepingBackup(backupId, close);
      const restored = restoreBackup(dataFolder, backupId, clock.now);
      const again = open(options);
      // Whichever plan is in place is there as soon as it can be opened.
      isAsleep = !again.ok;
      if (again.ok) current = again.value;
      else onTrouble(again.error.message);
      if (restored.ok) options.onRestored();
      return restored;
    },
    close: () => {
      isAsleep = false;
      schedule.stop();
      close();
      lock.value.release();
    },
  });
}

/** A store whose every call goes to the plan that is open at that moment. */
function storeThrough(
  use: <T>(work: (store: PlanStore) => Result<T>) => Result<T>,
  close: () => void,
): PlanStore {
  return {
    read: () => use((store) => store.read()),
    change: (body) => use((store) => store.change(body)),
    checkHistory: (subject, limit) => use((store) => store.checkHistory(subject, limit)),
    historyPage: (query) => use((store) => store.historyPage(query)),
    historyEntry: (seq) => use((store) => store.historyEntry(seq)),
    changesAfter: (seq) => use((store) => store.changesAfter(seq)),
    namedContents: () => use((store) => store.namedContents()),
    lastNamed: (sha256s) => use((store) => store.lastNamed(sha256s)),
    close,
  };
}

function open(options: KeeperOptions): Result<OpenPlan> {
  const { dataFolder, clock, nameOf } = options;
  const file = openPlanFile(dataFolder, { now: clock.now, today: clock.today, nameOf });
  if (!file.ok) return file;
  const store = options.openStore(file.value.db, file.value);
  const prepared = options.prepare(store);
  if (prepared.ok) return ok({ file: file.value, store });
  file.value.close();
  return prepared;
}

/** What a person calls a part of the plan. */
export function subjectName(catalog: Catalog, subject: string): string {
  if (subject === 'profile') return 'your business profile';
  if (subject === 'history') return 'the history';
  if (subject === 'checks') return 'results of checks';
  if (subject.startsWith('record:')) return 'entries of your lists';
  const item = catalog.items.find(({ id }) => subject === `item:${id}`);
  return item === undefined ? 'an item this version does not know' : `“${item.title}”`;
}

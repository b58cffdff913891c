import type { Database } from 'better-sqlite3';
import type { IsoDate, IsoInstant } from '../../shared/domain/iso-date.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { backupFailure, makeBackup } from './backup.ts';
import type { BackupName } from './backup-files.ts';
import { makeBackupMeanwhile } from './backup-meanwhile.ts';
import { closeTidily, watchPlace } from './close-database.ts';
import { noteTrouble } from './connection-health.ts';
import { markOf } from './plan-facts.ts';
import type { Seal } from './plan-seal.ts';
import type { RecoveryNote } from './recovery-note.ts';
import { keepSeal } from './seal-keeper.ts';

/** A plan that is open, and what keeps it from getting lost. */
export interface PlanFile {
  readonly db: Database;
  /** What happened to the file on the way here; null when nothing did. */
  readonly note: RecoveryNote | null;
  /** Called before anything is committed. */
  readonly beforeCommit: () => void;
  /** Called after each commit. */
  readonly afterCommit: () => void;
  /** Told of every error that SQLite throws. */
  readonly sawError: (error: unknown) => void;
  /** Backs the plan up. Null when the newest backup holds the same changes already. */
  readonly backUp: () => Result<BackupName | null>;
  /** The same for a plan that somebody is working with. One at a time. */
  readonly backUpMeanwhile: () => Promise<Result<BackupName | null>>;
  /**
   * Backs up what was changed, leaves one tidy file, and seals it. The plan is closed whatever comes of the backup,
   * whose outcome is returned.
   */
  readonly close: () => Result<BackupName | null>;
}

/** What is known about a plan that was just opened. */
export interface OpenedPlan {
  readonly folder: string;
  readonly db: Database;
  readonly note: RecoveryNote | null;
  /** Its seal, if the file is, byte for byte, as it was closed; null when it is not. */
  readonly seal: Seal | null;
  /** Last day on which every index was compared with its table. */
  readonly checkedOn: IsoDate;
  readonly now: () => IsoInstant;
}

const CHANGED =
  'No backup was made: part of the plan file has changed by itself. Start First Claim again, and it will put the plan right.';

/** Looks after an open plan until it is closed. */
export function keepPlanFile({ folder, db, note, seal, checkedOn, now }: OpenedPlan): PlanFile {
  const isInPlace = watchPlace(db.name);
  const keeper = keepSeal({ folder, db, seal, checkedOn, isInPlace, lastSeq: () => markOf(db).lastSeq });
  // Before each backup, so that none of a plan that has come to harm pushes a good one out.
  const prove = (): Result<null> => {
    try {
      return isInPlace() && keeper.countStrays() > 0 ? failed('store-failed', CHANGED) : ok(null);
    } catch (error) {
      return backupFailure(db, error);
    }
  };
  const backUp = (): Result<BackupName | null> => {
    const proved = prove();
    return proved.ok ? makeBackup(db, folder, now()) : proved;
  };
  return {
    db,
    note,
    beforeCommit: keeper.beforeCommit,
    afterCommit: keeper.afterCommit,
    sawError: (error) => noteTrouble(db, error),
    backUp,
    backUpMeanwhile: async () => {
      const proved = prove();
      return proved.ok ? makeBackupMeanwhile(db, folder, now) : proved;
    },
    close: () => {
      if (!db.open) return ok(null);
      if (keeper.isWhole()) {
        db.close();
        return ok(null);
      }
      const outcome = backUp();
      keeper.close((beforeEmptying) => closeTidily(db, beforeEmptying));
      return outcome;
    },
  };
}

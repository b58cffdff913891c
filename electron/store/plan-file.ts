import { existsSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { IsoDate, IsoInstant } from '../../shared/domain/iso-date.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { makeBackup } from './backup.ts';
import type { BackupName } from './backup-files.ts';
import { closeTidily, watchPlace } from './close-database.ts';
import { noteTrouble } from './connection-health.ts';
import { planPath } from './data-folder.ts';
import { markOf } from './plan-facts.ts';
import { breakSeal, markClosing, writeSeal } from './plan-seal.ts';
import type { RecoveryNote } from './recovery-note.ts';

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
  /** Whether its seal is whole: the file is, byte for byte, as it was closed. */
  readonly isSealed: boolean;
  /** Last day on which every index was compared with its table. */
  readonly checkedOn: IsoDate;
  readonly now: () => IsoInstant;
}

/** Looks after an open plan until it is closed. */
export function keepPlanFile({ folder, db, note, isSealed, checkedOn, now }: OpenedPlan): PlanFile {
  const isInPlace = watchPlace(db.name);
  const known = () => ({ lastSeq: markOf(db).lastSeq, checkedOn });
  let sealed = isSealed;
  let writtenAt = writtenAtMs(db.name);
  if (!sealed) writeSeal(folder, 'open', known());
  const backUp = (): Result<BackupName | null> => makeBackup(db, folder, now());
  return {
    db,
    note,
    beforeCommit: () => {
      if (sealed) sealed = !breakSeal(folder);
    },
    afterCommit: () => {
      // Only copying the log into it changes the file itself. The log begins anew with the next save: by then what the
      // file is now must be known.
      if (writtenAtMs(db.name) === writtenAt) return;
      writtenAt = writtenAtMs(db.name);
      if (!isInPlace() || !writeSeal(folder, 'open', known())) markClosing(folder);
    },
    sawError: (error) => noteTrouble(db, error),
    backUp,
    close: () => {
      if (!db.open) return ok(null);
      if (sealed) {
        db.close();
        return ok(null);
      }
      const outcome = backUp();
      markClosing(folder);
      const lastSeq = closeTidily(db);
      if (lastSeq !== null && isInPlace() && !existsSync(`${planPath(folder)}-wal`)) {
        // Without a seal the next start looks at the file more thoroughly.
        writeSeal(folder, 'closed', { lastSeq, checkedOn });
      }
      return outcome;
    },
  };
}

/** 0 when the file has gone. */
function writtenAtMs(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

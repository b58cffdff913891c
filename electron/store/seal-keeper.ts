import { existsSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { IsoDate } from '../../shared/domain/iso-date.ts';
import { type Moment, openKnownPages } from './known-pages.ts';
import { type PageHashes, splitHashes } from './page-hashes.ts';
import { breakSeal, digestOf, markClosing, type Seal, writeSeal } from './plan-seal.ts';

/** Keeps the seal of an open plan, and with it what every page of its file should be. */
export interface SealKeeper {
  /** Whether nothing was saved since the plan was closed: its seal is whole. */
  readonly isWhole: () => boolean;
  /** Called before anything is committed. */
  readonly beforeCommit: () => void;
  /** Called after each commit. */
  readonly afterCommit: () => void;
  /**
   * How many pages of the file have changed without a save: by themselves, or by another program. Those that the log
   * holds do not count, for it is read in their stead. 0 where that cannot be told. Throws what the system says.
   */
  readonly countStrays: () => number;
  /** Leaves the plan sealed. `tidy` closes it, calling what it is given just before the log is emptied. */
  readonly close: (tidy: (beforeEmptying: () => void) => number | null) => void;
}

/** What is known of a plan that was just opened. */
export interface SealedPlan {
  readonly folder: string;
  readonly db: Database;
  /** Its seal, if the file is as that says; null when it is not. */
  readonly seal: Seal | null;
  readonly checkedOn: IsoDate;
  readonly lastSeq: () => number;
  readonly isInPlace: () => boolean;
}

/** Keeps the seal until the plan is closed. One that was not whole is written anew at once. */
export function keepSeal({ folder, db, seal, checkedOn, lastSeq, isInPlace }: SealedPlan): SealKeeper {
  const path = db.name;
  const known = openKnownPages(db, seal === null ? null : splitHashes(seal.pages));
  let isWhole = seal !== null;
  let written = seal;
  let writtenAt = writtenAtMs(path);
  let strays = 0;

  const sealOpen = (isCopied: boolean): boolean => {
    const now = known.learn(isCopied);
    written = { sha256: null, ...inSeal(now), round: known.round(), lastSeq: lastSeq(), checkedOn };
    return writeSeal(folder, 'open', written);
  };
  const attempt = (work: () => boolean): void => {
    try {
      if (work()) return;
    } catch {
      // Without a seal the next start looks at the file more thoroughly.
    }
    known.forget();
    markClosing(folder);
  };
  /** The first save begins the log. Only one that the seal names is believed without a closer look. */
  const nameLog = (): boolean => {
    if (!known.isKnown() || written === null || known.round() !== null) return true;
    written = { ...written, round: known.nameLog() };
    return written.round === null || writeSeal(folder, 'open', written);
  };

  if (seal === null) attempt(() => sealOpen(false));
  return {
    isWhole: () => isWhole,
    beforeCommit: () => {
      if (isWhole) isWhole = !breakSeal(folder);
    },
    afterCommit: () =>
      attempt(() => {
        // Only copying the log into it changes the file itself. The log begins anew with the next save: by then what the
        // file is now must be known. All of a long plan takes too long for that, so only what the log held is read.
        if (writtenAtMs(path) === writtenAt) return nameLog();
        const isCopied = isLogCopied(db);
        writtenAt = writtenAtMs(path);
        return isInPlace() && sealOpen(isCopied);
      }),
    countStrays: () => {
      strays = known.countStrays();
      return strays;
    },
    close: (tidy) => {
      let last: Moment | null = null;
      markClosing(folder);
      const newest = tidy(() => {
        last = known.moment();
      });
      if (newest === null || !isInPlace() || existsSync(`${path}-wal`)) return;
      attempt(() => {
        const left = { ...inSeal(known.look(last)), round: null, lastSeq: newest, checkedOn };
        // What has changed by itself stays known as such: the next start puts it right.
        if (strays > 0) return writeSeal(folder, 'open', { sha256: null, ...left });
        return writeSeal(folder, 'closed', { ...digestOf(path), ...left });
      });
    },
  };
}

function inSeal({ pages, bytes, modifiedMs }: PageHashes): Pick<Seal, 'pages' | 'bytes' | 'modifiedMs'> {
  return { pages: pages.join(''), bytes, modifiedMs };
}

/** Whether all of the log is in the file. Copies what is left, if nobody reads it. */
function isLogCopied(db: Database): boolean {
  const [answer] = db.pragma('wal_checkpoint(PASSIVE)') as readonly {
    readonly busy: number;
    readonly log: number;
    readonly checkpointed: number;
  }[];
  return answer !== undefined && answer.busy === 0 && answer.log === answer.checkpointed;
}

/** 0 when the file has gone. */
function writtenAtMs(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

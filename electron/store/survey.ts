import { lstatSync, type Stats } from 'node:fs';
import { planPath } from './data-folder.ts';
import { readIfThere } from './durable-file.ts';
import { listBackups } from './find-backups.ts';
import { holdsOurTexts, keepsLog, type PlanTraces } from './inspect-file.ts';
import type { Found } from './judge-plan.ts';
import { isSameOrNext, type LoggedPages, loggedPagesIn } from './logged-pages.ts';
import { splitHashes } from './page-hashes.ts';
import { isOverlong } from './plan-length.ts';
import { type Compared, compareWithSeal, countStrayPages, readSeal, type Seal } from './plan-seal.ts';
import { readWal, type WalReport } from './wal-file.ts';

/** What a data folder tells before SQLite opens anything in it. */
export interface Survey extends Found {
  readonly wal: WalReport;
  /** Pages of an unclean plan's file that neither its seal nor its log accounts for. */
  readonly strayPages: number;
  /**
   * Whether every page of an unclean plan is one that First Claim wrote: in the file as its seal knows it, and in a log
   * that is sound and the very one the seal names.
   */
  readonly isAsLeft: boolean;
  /** Whether the log of an unclean plan is gone, with whatever it held. */
  readonly isLogMissing: boolean;
  /** A rollback journal that is not the plan's own. SQLite would play back any it finds. */
  readonly hasForeignJournal: boolean;
  /** Whether the file is far longer than the plan that is, or was, in it. Nothing but its beginning is to be read. */
  readonly isOverlong: boolean;
  readonly traces: PlanTraces;
}

/** Looks around in a data folder. Throws what the system says. */
export function surveyFolder(folder: string): Survey {
  const path = planPath(folder);
  const sealed = readSeal(folder);
  const seal = sealed?.seal ?? null;
  const log = readIfThere(`${path}-wal`);
  const wal = readWal(log, readIfThere(`${path}-shm`));
  const isOpen = sealed?.state === 'open';
  const stats = lstatSync(path, { throwIfNoEntry: false });
  const tooLong = stats?.isFile() === true && isOverlongIfReadable(path, seal, wal);
  const compared =
    seal === null || stats?.isFile() !== true || tooLong
      ? null
      : compareIfReadable(path, stats, seal, isOpen);
  const isAsClosed = compared?.isSame ?? false;
  const wasUsed = (seal?.lastSeq ?? 0) > 0 || wal.hasContent || wal.isCut;
  // Only a closing empties the log, even one that could not say so because the folder had been moved meanwhile.
  const wasEmptied = log?.length === 0;
  const strayPages =
    isOpen && seal !== null && compared?.pages && !isAsClosed && !wasEmptied
      ? countStrayPages(compared.pages, seal, wal.sound)
      : 0;
  const isKnown = isOpen && compared !== null && strayPages === 0 && !wal.isCut;
  return {
    folder,
    seal,
    isAsClosed,
    wasWritten: compared?.modifiedMs !== seal?.modifiedMs,
    state:
      sealed === null ? 'unknown' : sealed.state !== 'closed' ? 'unclean' : isAsClosed ? 'sealed' : 'altered',
    wal,
    hasLog: wal.sound.length > 0,
    strayPages,
    isAsLeft: isKnown && isNamedBy(seal, loggedPagesIn(log)),
    isLogMissing: isOpen && isAsClosed && log === null,
    hasForeignJournal:
      (lstatSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0 &&
      (sealed !== null || keepsLog(path)),
    isOverlong: tooLong,
    traces: {
      wasUsed: wasUsed || listBackups(folder).length > 0,
      bytes: seal?.bytes ?? null,
      hasOurLog: () => wal.all.some(({ content }) => holdsOurTexts(content)),
      firstPage: seal === null ? null : (splitHashes(seal.pages)[0] ?? null),
    },
  };
}

function isNamedBy(seal: Seal | null, log: LoggedPages | null): boolean {
  return seal !== null && seal.round !== null && log !== null && isSameOrNext(log.round, seal.round);
}

function isOverlongIfReadable(path: string, seal: Seal | null, wal: WalReport): boolean {
  try {
    return isOverlong(path, seal?.bytes ?? null, wal.sound);
  } catch {
    return false;
  }
}

function compareIfReadable(path: string, stats: Stats, seal: Seal, byPage: boolean): Compared | null {
  // Its length says it already.
  if (!byPage && stats.size !== seal.bytes)
    return { isSame: false, modifiedMs: Math.trunc(stats.mtimeMs), pages: null };
  try {
    return compareWithSeal(path, seal, byPage);
  } catch {
    // Whatever stands in the way is for the inspection of the file to say.
    return null;
  }
}

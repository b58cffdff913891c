import { lstatSync, statSync } from 'node:fs';
import { listBackups } from './backup.ts';
import { planPath } from './data-folder.ts';
import { readIfThere } from './durable-file.ts';
import { holdsOurTexts, type PlanTraces } from './inspect-file.ts';
import type { Found } from './judge-plan.ts';
import { countStrayPages, type Digest, digestOf, readSeal } from './plan-seal.ts';
import { readWal, type WalReport } from './wal-file.ts';

/** What a data folder tells before SQLite opens anything in it. */
export interface Survey extends Found {
  readonly wal: WalReport;
  /** Pages of an unclean plan's file that neither its seal nor its log accounts for. */
  readonly strayPages: number;
  /** Whether the log of an unclean plan is gone, with whatever it held. */
  readonly isLogMissing: boolean;
  /** A rollback journal: a plan never has one, but SQLite would play back any it finds. */
  readonly hasJournal: boolean;
  readonly traces: PlanTraces;
}

/** Looks around in a data folder. Throws what the system says. */
export function surveyFolder(folder: string): Survey {
  const path = planPath(folder);
  const sealed = readSeal(folder);
  const seal = sealed?.seal ?? null;
  const log = readIfThere(`${path}-wal`);
  const wal = readWal(log, readIfThere(`${path}-shm`));
  const digest = seal === null ? null : digestIfReadable(path);
  const isAsClosed = digest !== null && digest.sha256 === seal?.sha256;
  const wasUsed = (seal?.lastSeq ?? 0) > 0 || wal.hasContent || wal.isCut;
  const isOpen = sealed?.state === 'open';
  // Only a closing empties the log, even one that could not say so because the folder had been moved meanwhile.
  const wasEmptied = log?.length === 0;
  return {
    folder,
    seal,
    isAsClosed,
    wasWritten: digest?.modifiedMs !== seal?.modifiedMs,
    state:
      sealed === null ? 'unknown' : sealed.state !== 'closed' ? 'unclean' : isAsClosed ? 'sealed' : 'altered',
    wal,
    hasLog: wal.sound.length > 0,
    strayPages:
      isOpen && seal !== null && digest !== null && !isAsClosed && !wasEmptied
        ? countStrayPages(folder, seal, wal.sound)
        : 0,
    isLogMissing: isOpen && isAsClosed && log === null,
    hasJournal: (statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0,
    traces: {
      wasUsed: wasUsed || listBackups(folder).length > 0,
      bytes: seal?.bytes ?? null,
      hasOurLog: () => wal.all.some(({ content }) => holdsOurTexts(content)),
    },
  };
}

function digestIfReadable(path: string): Digest | null {
  try {
    return lstatSync(path).isFile() ? digestOf(path) : null;
  } catch {
    // Whatever stands in the way is for the inspection of the file to say.
    return null;
  }
}

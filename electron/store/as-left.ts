import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { backupFolder, listBackups } from './find-backups.ts';
import { lookInto, markOf } from './plan-facts.ts';
import type { Survey } from './survey.ts';

/**
 * True for a plan that a crash left and in which nothing can have changed since: every page is one that First Claim wrote,
 * and no change is known that it does not hold. Going through its whole history would tell no more, and takes seconds
 * when that is long. Any doubt at all is for `judgePlan` to settle.
 */
export function isJustAsLeft(db: Database, { folder, seal, isAsLeft }: Survey): boolean {
  if (!isAsLeft || seal === null) return false;
  const { lastSeq } = markOf(db);
  const [newest] = listBackups(folder);
  return lastSeq >= seal.lastSeq && (newest === undefined || newestSeqIn(folder, newest.id) <= lastSeq);
}

function newestSeqIn(folder: string, backup: string): number {
  try {
    return lookInto(join(backupFolder(folder), backup), (copy) => markOf(copy).lastSeq);
  } catch {
    // It cannot be used, which is for whoever makes the next one to notice; here it leaves a doubt.
    return Number.POSITIVE_INFINITY;
  }
}

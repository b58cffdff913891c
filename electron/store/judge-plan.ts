import type { Database } from 'better-sqlite3';
import { planPath } from './data-folder.ts';
import { newestSoundBackup, type SoundBackup } from './find-backups.ts';
import { unexplainedSubjects } from './history-check.ts';
import { schemaVersion } from './migrate.ts';
import { differingSubjects, rewrittenSince } from './plan-differences.ts';
import { lookInto, markOf } from './plan-facts.ts';
import { readPlanBytes } from './plan-length.ts';
import { ITEM_COLUMNS, PROFILE_COLUMNS } from './plan-rows.ts';
import type { Seal } from './plan-seal.ts';
import { CHECK_COLUMNS, RECORD_COLUMNS } from './record-rows.ts';
import { isRestoreCut } from './restore.ts';
import { obeysTable, type PlanTable, salvage } from './salvage.ts';

/** How the plan's file was found. */
export interface Found {
  readonly folder: string;
  /**
   * `sealed`: byte for byte as it was closed. `altered`: closed, and other bytes since. `unclean`: something was saved
   * and the plan not closed after it. `unknown`: never closed by this version.
   */
  readonly state: 'sealed' | 'altered' | 'unclean' | 'unknown';
  readonly seal: Seal | null;
  /** Whether the bytes are those of the last closing, whatever was saved since. */
  readonly isAsClosed: boolean;
  /** Whether the file was written to since it was closed, by the system's own account. */
  readonly wasWritten: boolean;
  /** Whether SQLite finds changes in the log beside the file. */
  readonly hasLog: boolean;
}

/** What a close look at a sound file gave. */
export type Verdict =
  | { readonly kind: 'fine' }
  /** Something is missing or wrong, and it can be told what should be there instead. */
  | { readonly kind: 'broken'; readonly how: 'older' | 'rotten' | 'damaged' | 'foreignLog' }
  /** It is used as it is, and the user told. */
  | {
      readonly kind: 'odd';
      /** Subjects that do not agree with their history. */
      readonly odd: readonly string[];
      /** Subjects that differ from `backup`. */
      readonly differing: readonly string[];
      readonly backup: SoundBackup | null;
    };

const FINE: Verdict = { kind: 'fine' };

/**
 * Judges the content of a plan whose structure SQLite finds in order. A changed letter, a page from last week or a log
 * that went missing leave the structure whole; the seal, the sums, the history and the backups tell of them.
 */
export function judgePlan(db: Database, found: Found): Verdict {
  const mark = markOf(db);
  // A start died before it had made any table: there is nothing to judge.
  if (mark.version === 0) return FINE;
  if (!obeysItsRules(db)) return { kind: 'broken', how: 'damaged' };
  if (found.hasLog && !isKeptByLog(db, found.folder)) return { kind: 'broken', how: 'foreignLog' };
  const odd = unexplainedSubjects(db);
  if (found.state === 'altered') return judgeAltered(db, found, odd);
  if (found.seal !== null && mark.lastSeq < found.seal.lastSeq) return { kind: 'broken', how: 'older' };
  const isComparable = found.state === 'unclean' && !isRestoreCut(found.folder);
  const newest = isComparable ? newestSoundBackup(found.folder) : null;
  if (newest === null) return odd.length === 0 ? FINE : { kind: 'odd', odd, differing: [], backup: null };
  if (newest.mark.lastSeq > mark.lastSeq) return { kind: 'broken', how: 'older' };
  const differing = found.isAsClosed ? [] : lookInto(newest.path, (copy) => provenDifferences(db, copy));
  return odd.length + differing.length === 0 ? FINE : { kind: 'odd', odd, differing, backup: newest };
}

/** True when no row breaks a rule of its table: First Claim cannot have written one that does. */
function obeysItsRules(db: Database): boolean {
  const columns: readonly [PlanTable, string][] = [
    ['profile', `${PROFILE_COLUMNS} FROM profile`],
    ['item', `${ITEM_COLUMNS} FROM item`],
    ['history', 'at, subject, action, before, after FROM history'],
    ['record', `${RECORD_COLUMNS} FROM record`],
    ['check', `${CHECK_COLUMNS} FROM check_run`],
  ];
  const known = schemaVersion(db) >= 2 ? columns : columns.slice(0, 3);
  return known.every(([table, sql]) =>
    db
      .prepare(`SELECT ${sql}`)
      .raw()
      .all()
      .every((row) => obeysTable(table, row as readonly unknown[])),
  );
}

/** True when every history row of the file itself is still there with its log laid over it. The history only grows. */
function isKeptByLog(db: Database, folder: string): boolean {
  const { history } = salvage(readPlanBytes(planPath(folder)).content);
  const select = db.prepare('SELECT at, subject, action, before, after FROM history WHERE seq = ?').raw();
  return [...history].every(([seq, row]) => JSON.stringify(select.get(seq)) === JSON.stringify(row));
}

function provenDifferences(db: Database, copy: Database): readonly string[] {
  const differing = rewrittenSince(db, copy);
  return differing.length === 0 || isVouchedFor(copy) ? differing : [];
}

/** True when a backup is what it was when it was made, as far as its own rows tell: a disk can harm it as well. */
function isVouchedFor(copy: Database): boolean {
  return unexplainedSubjects(copy).length === 0;
}

function judgeAltered(db: Database, { folder, seal, wasWritten }: Found, odd: readonly string[]): Verdict {
  // Every change that First Claim makes adds to the history: as long a history with other content is no work of its own.
  const twin = newestSoundBackup(
    folder,
    (copy) => markOf(copy).lastSeq === seal?.lastSeq && isVouchedFor(copy),
  );
  const differing = twin === null ? [] : lookInto(twin.path, (copy) => differingSubjects(db, copy));
  if (twin !== null && differing.length + odd.length === 0) return FINE;
  if (twin !== null && !wasWritten) return { kind: 'broken', how: 'rotten' };
  return { kind: 'odd', odd, differing, backup: twin };
}

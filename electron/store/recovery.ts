import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { makeReadyForUse } from './close-database.ts';
import { planPath } from './data-folder.ts';
import { diskTrouble } from './disk-trouble.ts';
import { flushFile, OWNER_ONLY, removeFile } from './durable-file.ts';
import { newestSoundBackup, type SoundBackup } from './find-backups.ts';
import { explanationOf, unexplainedSubjects } from './history-check.ts';
import { openHistoryWriter } from './history-writer.ts';
import { isSameLine, type Merged, mergeSalvaged } from './merge-salvage.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { migrations, SCHEMA_VERSION } from './migrations/index.ts';
import { createPrivately } from './open-database.ts';
import { faultOf, markOf } from './plan-facts.ts';
import { readPlanBytes } from './plan-length.ts';
import { removeSeal } from './plan-seal.ts';
import { markAsOurs } from './pragmas.ts';
import { exchangePlan, hasPlanFiles, newRecoveryId, quarantineName } from './quarantine.ts';
import { type RecoveryNote, writeRecoveryNote } from './recovery-note.ts';
import { type Account, accountFor } from './recovery-words.ts';
import { correctSums } from './row-sum.ts';
import { type Salvaged, salvage } from './salvage.ts';
import type { WalReport } from './wal-file.ts';

/** What is known of a plan that cannot be used as it is. */
export interface BrokenPlan {
  readonly folder: string;
  /** What happened, as a sentence. */
  readonly happened: string;
  readonly wal: WalReport;
  /** Pages that are known to have changed by themselves. */
  readonly strayPages: number;
  /** Number of the newest history row when the plan was last closed, if nothing was saved since; null otherwise. */
  readonly closedAtSeq: number | null;
  /** How long its file was by its seal; null when that is not known. */
  readonly sealedBytes: number | null;
}

/** What recovery needs from outside. */
export interface RecoveryTools {
  readonly now: () => IsoInstant;
  /** What a person calls `profile`, `item:…` or `record:…`. */
  readonly nameOf: (subject: string) => string;
}

const REPLACEMENT = 'plan.db.recovering';
const NOT_A_WORD_OF_HISTORY = { changes: 0, taken: [], rebuilt: [], gaps: 0, refused: 0 } as const;

/**
 * Puts a sound plan in the place of a broken one: the newest backup of the same plan that proves whole, with what can be
 * salvaged from the broken file laid over it; without a backup, what can be salvaged alone; without either, an empty
 * plan. The broken files are kept in quarantine. A failure leaves everything where it was.
 */
export function recoverPlan(broken: BrokenPlan, tools: RecoveryTools): Result<RecoveryNote> {
  const { folder } = broken;
  const replacement = join(folder, REPLACEMENT);
  try {
    removeReplacement(folder);
    const id = newRecoveryId(folder, tools.now());
    const built = buildReplacement(broken, replacement, id, tools);
    const note: RecoveryNote = {
      id,
      at: tools.now(),
      happened: broken.happened,
      ...accountFor(built, tools.nameOf),
      quarantine: hasPlanFiles(folder) ? quarantineName(id) : null,
    };
    makeReadyForUse(replacement);
    flushFile(replacement);
    exchangePlan(folder, id, replacement, () => {
      writeRecoveryNote(folder, note);
      removeSeal(folder);
    });
    return ok(note);
  } catch (error) {
    removeReplacement(folder);
    return recoveryFailure(broken, error);
  }
}

/** Removes what a crash left of a plan that was being put together. */
export function removeReplacement(folder: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) removeFile(join(folder, REPLACEMENT + suffix));
}

function buildReplacement(
  { folder, wal, strayPages, closedAtSeq, sealedBytes }: BrokenPlan,
  replacement: string,
  id: string,
  tools: RecoveryTools,
): Account {
  const exact =
    closedAtSeq === null
      ? null
      : thoroughlySound(
          folder,
          (db) => markOf(db).lastSeq === closedAtSeq && unexplainedSubjects(db).length === 0,
        );
  if (exact !== null) {
    copyPrivately(exact.path, replacement);
    const merged = NOT_A_WORD_OF_HISTORY;
    return {
      base: exact,
      isExact: true,
      isRecordsLeft: false,
      isLogCut: false,
      isReadShort: false,
      strayPages: 0,
      merged,
      unreadable: 0,
      odd: [],
      found: 0,
    };
  }
  const file = readPlanBytes(planPath(folder), sealedBytes, wal.sound);
  // The file alone, with the sound part of its log, and with all of it: each adds what those before it do not have.
  const logs = [[], wal.sound, wal.all].filter(
    (frames, index, all) => index === 0 || frames.length > (all[index - 1]?.length ?? 0),
  );
  const finds = logs.map((frames) => salvage(file.content, frames));
  const base =
    thoroughlySound(folder, (db) => finds.some((found) => isSameLine(db, found))) ??
    thoroughlySound(folder, () => true);
  if (base !== null) copyPrivately(base.path, replacement);
  else createPrivately(replacement);
  const laid = layOver(replacement, base, finds, id, tools);
  return { ...laid, isLogCut: wal.isCut, isReadShort: file.isShort, strayPages };
}

function thoroughlySound(folder: string, suits: (db: Database.Database) => boolean): SoundBackup | null {
  return newestSoundBackup(folder, (db) => faultOf(db, 'thorough') === null && suits(db));
}

function layOver(
  path: string,
  base: SoundBackup | null,
  finds: readonly Salvaged[],
  id: string,
  tools: RecoveryTools,
): Omit<Account, 'isLogCut' | 'isReadShort' | 'strayPages'> {
  const version = Math.max(...finds.map(versionOf));
  // Entries of lists got their ids when the broken plan was brought up to date; bringing up a backup gives others.
  const isRecordsLeft = base !== null && base.mark.version < 2 && version >= 2;
  const db = new Database(path, { fileMustExist: true });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('journal_mode = MEMORY');
    db.pragma('foreign_keys = ON');
    db.pragma('secure_delete = ON');
    if (schemaVersion(db) === 0) markAsOurs(db);
    // An older plan is put together as it was, and then brought up to date as any other.
    migrate(db, migrations, version);
    const merges = finds.flatMap((found) =>
      isSameLine(db, found) ? mergeSalvaged(db, found, !isRecordsLeft) : [],
    );
    migrate(db);
    const odd = unexplainedSubjects(db);
    explain(db, odd, id, tools.now());
    if (faultOf(db, 'thorough') !== null) throw new Error('The plan that was put together is not sound');
    return {
      base,
      isExact: false,
      isRecordsLeft,
      merged: merges.length > 0 ? sum(merges) : null,
      unreadable: Math.min(...finds.map(({ unreadable }) => unreadable)),
      odd,
      found: merges.reduce((total, { changes, taken }) => total + changes + taken.length, 0),
    };
  } finally {
    db.close();
  }
}

/**
 * Writes into the history that a subject's state came from elsewhere, and gives every row the sum that fits it: from there
 * on they agree again, so that the same thing is not said twice. Call it only once all that is odd was said.
 */
export function explain(
  db: Database.Database,
  subjects: readonly string[],
  id: string,
  at: IsoInstant,
): void {
  const add = openHistoryWriter(db);
  db.transaction(() => {
    if (subjects.length > 0) correctSums(db);
    for (const subject of subjects) {
      const before = { recovery: id, ...explanationOf(db, subject) };
      add([at, subject, 'set-aside', JSON.stringify(before), '{}']);
    }
  })();
}

/** The schema of what was found, or this version's own when the header says nothing that can be believed. */
function versionOf({ version, records, checks }: Salvaged): number {
  if (version === null || version < 1 || version > SCHEMA_VERSION) return SCHEMA_VERSION;
  return Math.max(version, records.size + checks.size > 0 ? 2 : 1);
}

function sum(merges: readonly Merged[]): Merged {
  const all = <T>(pick: (merged: Merged) => readonly T[]): readonly T[] => [...new Set(merges.flatMap(pick))];
  const last = merges.at(-1);
  return {
    changes: merges.reduce((total, { changes }) => total + changes, 0),
    taken: all(({ taken }) => taken),
    rebuilt: all(({ rebuilt }) => rebuilt),
    gaps: last?.gaps ?? 0,
    refused: last?.refused ?? 0,
  };
}

function copyPrivately(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, OWNER_ONLY);
}

function recoveryFailure({ happened }: BrokenPlan, error: unknown): Result<never> {
  const [code, words] = diskTrouble(error);
  return failed(
    code,
    `${happened} No sound plan could be put in its place: ${words}. Every file is still where it was. Once that is put right, start First Claim again: it will then use the newest backup, or whatever can still be read.`,
  );
}

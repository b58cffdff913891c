import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { instantInName } from './backup-files.ts';
import { planFiles, planPath } from './data-folder.ts';
import { OWNER_ONLY_FOLDER, readIfThere, removeFile, replaceFile } from './durable-file.ts';
import { flushFolder } from './flush.ts';
import { parseJson } from './plan-rows.ts';
import { prepareRecoveryFolder, recoveryFolder, removeRecoveryNote } from './recovery-note.ts';

/** What is under way: written before the first file moves, removed when the user has been told. */
const unfinishedSchema = z.strictObject({
  id: z.string().regex(/^\d{8}T\d{6}Z-\d{1,4}$/),
  hadPlan: z.boolean(),
});

const UNFINISHED = 'unfinished.json';
const MOST_MARK_BYTES = 10_000;

/** Where files of a plan that had something wrong are kept, unchanged, inside the data folder. Nothing deletes them. */
export function quarantineName(id: string): string {
  return `quarantine/${id}`;
}

/** A name for a recovery that no other has. */
export function newRecoveryId(folder: string, now: IsoInstant): string {
  const isTaken = (id: string): boolean =>
    existsSync(join(folder, quarantineName(id))) || existsSync(join(recoveryFolder(folder), `${id}.json`));
  let number = 1;
  while (isTaken(`${instantInName(now)}-${number}`)) number += 1;
  return `${instantInName(now)}-${number}`;
}

/**
 * Moves files that lie beside the plan out of the way. `writeNote` runs first, once there is a place for them: what is
 * moved is always told. Throws what the system says.
 */
export function setSideFilesAside(
  folder: string,
  id: string,
  suffixes: readonly ('-wal' | '-shm' | '-journal')[],
  writeNote: () => void,
): void {
  const paths = suffixes.map((suffix) => planPath(folder) + suffix).filter((path) => existsSync(path));
  makePlace(folder, id);
  try {
    writeNote();
    moveInto(folder, id, paths);
  } catch (error) {
    removeEmptyPlace(folder, id);
    throw error;
  }
}

/** Whether there is anything of a plan in its place, or beside it, that would go into quarantine. */
export function hasPlanFiles(folder: string): boolean {
  return filesOf(folder).length > 0;
}

/**
 * Moves the plan and everything SQLite keeps beside it into quarantine and `replacement` into its place. `writeNote`
 * runs in between, so that no plan is ever replaced without a word; `announced` is called once the user can read it.
 * Either all of it happens, or `finishInterrupted` undoes it at the next start. Throws what the system says, with every
 * file back where it was.
 */
export function exchangePlan(folder: string, id: string, replacement: string, writeNote: () => void): void {
  const plan = planPath(folder);
  prepareRecoveryFolder(folder);
  const mark = { id, hadPlan: existsSync(plan) };
  replaceFile(unfinishedPath(folder), JSON.stringify(mark));
  try {
    moveInto(folder, id, filesOf(folder));
    writeNote();
    renameSync(replacement, plan);
  } catch (error) {
    undo(folder, id);
    throw error;
  }
  flushFolder(folder);
}

/**
 * Looks for an exchange that nobody was told of. The id of one that had come to its end is returned; one that a crash
 * cut short is undone.
 */
export function finishInterrupted(folder: string): string | null {
  const text = readIfThere(unfinishedPath(folder), MOST_MARK_BYTES)?.toString();
  if (text === undefined) return null;
  const mark = unfinishedSchema.safeParse(parseJson(text));
  if (!mark.success) return null;
  const { id, hadPlan } = mark.data;
  const wasMoved = existsSync(join(folder, quarantineName(id), 'plan.db'));
  if (existsSync(planPath(folder)) && (wasMoved || !hadPlan)) return id;
  undo(folder, id);
  return null;
}

/** Ends an exchange: its note is where the user can read it. */
export function announced(folder: string): void {
  removeFile(unfinishedPath(folder));
}

function undo(folder: string, id: string): void {
  const from = join(folder, quarantineName(id));
  // The plan itself comes last: until then its absence says that this is not over.
  for (const path of [...planFiles(folder)].reverse()) {
    const kept = join(from, path.slice(folder.length + 1));
    if (existsSync(kept) && !existsSync(path)) renameSync(kept, path);
  }
  removeRecoveryNote(folder, id);
  removeEmptyPlace(folder, id);
  flushFolder(folder);
  removeFile(unfinishedPath(folder));
}

function makePlace(folder: string, id: string): void {
  mkdirSync(join(folder, quarantineName(id)), { recursive: true, mode: OWNER_ONLY_FOLDER });
}

function removeEmptyPlace(folder: string, id: string): void {
  const place = join(folder, quarantineName(id));
  if (existsSync(place) && readdirSync(place).length === 0) rmdirSync(place);
}

/** Makes no folder where there is nothing to keep in it. */
function moveInto(folder: string, id: string, paths: readonly string[]): void {
  if (paths.length === 0) return;
  const into = join(folder, quarantineName(id));
  makePlace(folder, id);
  // The plan goes first: a plan without its log would open as if the log's changes had never been.
  for (const path of paths) renameSync(path, join(into, path.slice(folder.length + 1)));
  flushFolder(into);
  flushFolder(folder);
}

function filesOf(folder: string): readonly string[] {
  return planFiles(folder).filter((path) => existsSync(path));
}

function unfinishedPath(folder: string): string {
  return join(recoveryFolder(folder), UNFINISHED);
}

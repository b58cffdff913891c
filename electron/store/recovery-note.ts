import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'date-fns/format';
import * as z from 'zod';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { parseBackupId } from './backup-files.ts';
import { OWNER_ONLY_FOLDER, readIfThere, replaceFile } from './durable-file.ts';
import { parseJson } from './plan-rows.ts';

/** Where a plan came from after something was wrong with its file. `file`: it was opened as it is. */
export const RECOVERY_SOURCES = ['backup', 'salvage', 'empty', 'file'] as const;

/** What happened to a plan file, in sentences for the person whose plan it is. Kept for good. */
export interface RecoveryNote {
  /** `20261122T120000Z-1`: also the name of the folder in `quarantine/`, if there is one. */
  readonly id: string;
  readonly at: IsoInstant;
  readonly source: (typeof RECOVERY_SOURCES)[number];
  readonly happened: string;
  readonly kept: readonly string[];
  readonly lost: readonly string[];
  /** The backup that was used, or that can be compared. */
  readonly backup: string | null;
  /** Where the files lie as they were found, inside the data folder. */
  readonly quarantine: string | null;
}

const noteSchema: z.ZodType<RecoveryNote> = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  source: z.enum(RECOVERY_SOURCES),
  happened: z.string(),
  kept: z.array(z.string()),
  lost: z.array(z.string()),
  backup: z.string().nullable(),
  quarantine: z.string().nullable(),
});

const FILE_NAME = /^\d{8}T\d{6}Z-\d{1,4}\.json$/;
const MOST_NAMED = 5;
const MOST_NOTE_BYTES = 1_000_000;

/** The folder of the notes. */
export function recoveryFolder(dataFolder: string): string {
  return join(dataFolder, 'recovery');
}

/** Makes the folder of the notes, if need be. Throws what the system says. */
export function prepareRecoveryFolder(dataFolder: string): void {
  mkdirSync(recoveryFolder(dataFolder), { recursive: true, mode: OWNER_ONLY_FOLDER });
}

/** Keeps a note. Throws what the system says. */
export function writeRecoveryNote(dataFolder: string, note: RecoveryNote): void {
  prepareRecoveryFolder(dataFolder);
  replaceFile(notePath(dataFolder, note.id), `${JSON.stringify(note, null, 2)}\n`);
}

/** Takes back a note about something that did not happen after all. */
export function removeRecoveryNote(dataFolder: string, id: string): void {
  rmSync(notePath(dataFolder, id), { force: true });
}

/** Every note, newest first. One that cannot be read is left out. */
export function listRecoveryNotes(dataFolder: string): readonly RecoveryNote[] {
  return noteNames(dataFolder).flatMap((name) => {
    try {
      const text = readIfThere(join(recoveryFolder(dataFolder), name), MOST_NOTE_BYTES)?.toString() ?? '';
      const parsed = noteSchema.safeParse(parseJson(text));
      return parsed.success ? [parsed.data] : [];
    } catch {
      return [];
    }
  });
}

/** One note; null when there is none of that id. */
export function recoveryNoteWithId(dataFolder: string, id: string): RecoveryNote | null {
  return listRecoveryNotes(dataFolder).find((note) => note.id === id) ?? null;
}

/** Backups that the last notes speak of. They are kept. */
export function pinnedBackups(dataFolder: string): ReadonlySet<string> {
  return new Set(
    listRecoveryNotes(dataFolder)
      .slice(0, MOST_NAMED)
      .flatMap(({ backup }) => backup ?? []),
  );
}

/** A note as one paragraph. */
export function noteText(note: RecoveryNote): string {
  const where =
    note.quarantine === null ? [] : [`The file as it was found is kept in the folder ${note.quarantine}.`];
  return [note.happened, ...note.kept, ...note.lost, ...where].join(' ');
}

/** `“A”, “B” and 3 more`, each name once. */
export function named(all: readonly string[]): string {
  const names = [...new Set(all)];
  const shown = names.slice(0, MOST_NAMED).join(', ');
  const more = names.length - MOST_NAMED;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** `22 Nov 2026 at 12:00`, by this computer's clock. */
export function momentText(instant: IsoInstant): string {
  return format(new Date(instant), "d MMM yyyy 'at' HH:mm");
}

/** When a backup was made, in words; its name when that tells nothing. */
export function backupMoment(id: string): string {
  const parsed = parseBackupId(id);
  return parsed === null ? id : momentText(parsed.madeAt);
}

function noteNames(dataFolder: string): readonly string[] {
  try {
    return readdirSync(recoveryFolder(dataFolder))
      .filter((name) => FILE_NAME.test(name))
      .sort()
      .reverse();
  } catch {
    return [];
  }
}

function notePath(dataFolder: string, id: string): string {
  return join(recoveryFolder(dataFolder), `${id}.json`);
}

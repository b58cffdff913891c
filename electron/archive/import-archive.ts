import { renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import type { BackupName } from '../store/backup-files.ts';
import { evidenceFolder, evidencePath, prepareEvidenceFolder } from '../store/evidence-folder.ts';
import { flushFolder } from '../store/flush.ts';
import { digestOf } from '../store/plan-seal.ts';
import { newRecoveryId } from '../store/quarantine.ts';
import { backupMoment, listRecoveryNotes, writeRecoveryNote } from '../store/recovery-note.ts';
import type { Restored } from '../store/restore.ts';
import { evidenceName, type Manifest } from './archive-format.ts';
import { ArchiveRefusal, refusalInWords } from './archive-refusal.ts';
import { addToBackups, closeStaging, openStaging, removeFromBackups } from './staging.ts';
import { type TakeProgress, unpackArchive } from './unpack-archive.ts';

/** What importing needs of the application. */
export interface ImportPorts {
  readonly dataFolder: string;
  readonly now: () => IsoInstant;
  /** Backs the plan up, unless the newest backup holds the same changes. */
  readonly backUp: () => Result<unknown>;
  /** Puts a backup in the place of the plan, which is closed, backed up first, and opened again. */
  readonly restore: (backupId: string) => Result<Restored>;
}

/** What an import did. */
export interface Imported {
  readonly evidenceFiles: number;
  /** The backup that holds the plan as it was just before; null when there was nothing in it, or it is the same plan. */
  readonly previous: BackupName | null;
}

const UNCHANGED = 'Nothing was imported, and your plan is as it was.';

/**
 * Replaces the plan by an archive's. Everything is unpacked and checked beside it first. Then the evidence is moved in,
 * which can only add to what is there, and the plan takes the way of a backup that is restored: the old one is backed
 * up, and the change itself is one renaming, so that a crash leaves either plan, whole.
 */
export async function importArchive(
  archive: { readonly path: string; readonly digest: string },
  ports: ImportPorts,
  options: { readonly signal: AbortSignal; readonly onProgress: TakeProgress },
): Promise<Result<Imported>> {
  let staging: string | null = null;
  try {
    staging = openStaging(ports.dataFolder, 'import');
    const manifest = await unpackArchive(archive.path, staging, { ...options, digest: archive.digest });
    options.signal.throwIfAborted();
    // From here on nothing waits for anything: no request comes in between.
    moveEvidence(staging, manifest, ports.dataFolder);
    const known = new Set(listRecoveryNotes(ports.dataFolder).map(({ id }) => id));
    const restored = replacePlan(staging, ports);
    if (!restored.ok) return restored;
    noteImport(basename(archive.path), manifest, restored.value, known, ports);
    return ok({ evidenceFiles: manifest.evidence.length, previous: restored.value });
  } catch (error) {
    return refusalInWords(error, UNCHANGED);
  } finally {
    if (staging !== null) closeStaging(staging);
  }
}

/** Contents are named by their hash: one that is there already is replaced by its equal, a damaged one by a whole one. */
function moveEvidence(staging: string, { evidence }: Manifest, dataFolder: string): void {
  if (evidence.length === 0) return;
  const prepared = prepareEvidenceFolder(dataFolder, 'Evidence');
  if (!prepared.ok) throw new ArchiveRefusal(prepared.error.message, prepared.error.code);
  for (const file of evidence) {
    const path = evidencePath(dataFolder, file.sha256);
    try {
      renameSync(join(staging, evidenceName(file.sha256)), path);
    } catch (error) {
      // Windows replaces no file that a program has open. If it is what it should be, it may stay.
      if (!isSame(path, file.sha256)) throw error;
    }
  }
  flushFolder(evidenceFolder(dataFolder));
}

function isSame(path: string, sha256: string): boolean {
  try {
    return digestOf(path).sha256 === sha256;
  } catch {
    return false;
  }
}

function replacePlan(
  staging: string,
  { dataFolder, now, backUp, restore }: ImportPorts,
): Result<BackupName | null> {
  const backedUp = backUp();
  if (!backedUp.ok) return notImported(backedUp.error);
  const id = addToBackups(staging, dataFolder, now());
  const restored = restore(id);
  removeFromBackups(dataFolder);
  if (!restored.ok) return notImported(restored.error);
  const { previous } = restored.value;
  return ok(previous?.id === id ? null : previous);
}

function notImported({
  code,
  message,
}: {
  readonly code: Parameters<typeof failed>[0];
  readonly message: string;
}): Result<never> {
  return failed(code, `Nothing was imported. ${message.replace(/^Not restored\. /, '')}`);
}

/** Keeps a word about it among those on the plan file, and with it the backup of the plan that was replaced. */
function noteImport(
  fileName: string,
  manifest: Manifest,
  previous: BackupName | null,
  known: ReadonlySet<string>,
  { dataFolder, now }: ImportPorts,
): void {
  try {
    // Restoring wrote that a backup was put in place. Unless it tells of more, this is said instead.
    const told = listRecoveryNotes(dataFolder).find(
      ({ id, quarantine }) => !known.has(id) && quarantine === null,
    );
    const id = told?.id ?? newRecoveryId(dataFolder, now());
    writeRecoveryNote(dataFolder, {
      id,
      at: now(),
      source: 'file',
      happened: `You imported the archive “${fileName}”, and your plan now comes from it.`,
      kept: [
        previous === null
          ? 'There was nothing in the plan before that is not in the archive.'
          : `The plan as it was before is kept as the backup of ${backupMoment(previous.id)}.`,
      ],
      lost:
        manifest.absent.length === 0
          ? []
          : ['Some files the plan refers to were missing when the archive was made.'],
      backup: previous?.id ?? null,
      quarantine: null,
    });
  } catch {
    // The import is done; only the word about it is missing.
  }
}

import { randomBytes } from 'node:crypto';
import { renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { OWNER_ONLY } from '../store/durable-file.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { flushFolder } from '../store/flush.ts';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, LIMITS, type Manifest } from './archive-format.ts';
import { ArchiveRefusal, refusalInWords } from './archive-refusal.ts';
import { placeFor } from './export-place.ts';
import { leftOut, type Snapshot, takeSnapshot } from './plan-snapshot.ts';
import { closeStaging, openStaging } from './staging.ts';
import type { TakeProgress } from './unpack-archive.ts';
import { writeZip } from './zip-writing.ts';

/** What exporting needs of the application. */
export interface ExportPorts {
  readonly dataFolder: string;
  readonly now: () => IsoInstant;
  readonly version: string;
  readonly evidence: Pick<EvidenceStore, 'statusesOf'>;
}

/** What an export wrote. */
export interface Exported {
  readonly bytes: number;
  readonly evidenceFiles: number;
  /** Kept files that no answer refers to, which stayed behind. */
  readonly leftOut: number;
  /** Files that answers refer to and that were gone or damaged already. */
  readonly absent: number;
}

/**
 * Writes the plan as it is at this moment and every file its answers refer to into one archive: beside its place first,
 * flushed, then renamed. A failure or `signal` leaves what was there before.
 */
export async function exportArchive(
  path: string,
  ports: ExportPorts,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: TakeProgress },
): Promise<Result<Exported>> {
  let staging: string | null = null;
  try {
    const place = placeFor(path, ports.dataFolder);
    staging = openStaging(ports.dataFolder, 'export');
    const snapshot = takeSnapshot(ports.dataFolder, staging);
    const manifest = await manifestOf(snapshot, ports);
    signal.throwIfAborted();
    await writeWhole(place, async (handle) => {
      await writeZip(handle, {
        manifest,
        planPath: snapshot.path,
        dataFolder: ports.dataFolder,
        signal,
        onProgress,
      });
    });
    return ok({
      bytes: statSync(place).size,
      evidenceFiles: manifest.evidence.length,
      leftOut: leftOut(ports.dataFolder, snapshot),
      absent: manifest.absent.length,
    });
  } catch (error) {
    return refusalInWords(error, 'Nothing was saved.');
  } finally {
    if (staging !== null) closeStaging(staging);
  }
}

async function manifestOf(
  { digest, schemaVersion, evidence }: Snapshot,
  { now, version, evidence: store }: ExportPorts,
): Promise<Manifest> {
  const statuses = await store.statusesOf(evidence, { withHash: true });
  const present = evidence.filter(({ sha256 }) => statuses[sha256] === 'present');
  if (present.length > LIMITS.entries - 2)
    throw new ArchiveRefusal('The plan has too many files for one archive.');
  return {
    format: ARCHIVE_FORMAT,
    formatVersion: ARCHIVE_VERSION,
    app: version,
    createdAt: now(),
    plan: { sha256: digest.sha256, bytes: digest.bytes, schemaVersion },
    evidence: present.map(({ sha256, bytes, mediaType }) => ({ sha256, bytes, mediaType })),
    absent: evidence.flatMap(({ sha256 }) => (statuses[sha256] === 'present' ? [] : [sha256])),
  };
}

type Handle = Awaited<ReturnType<typeof open>>;

async function writeWhole(path: string, write: (handle: Handle) => Promise<void>): Promise<void> {
  const beside = join(dirname(path), `.${randomBytes(6).toString('hex')}.tmp`);
  const handle = await open(beside, 'wx', OWNER_ONLY);
  try {
    try {
      await write(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  flushFolder(dirname(path));
}

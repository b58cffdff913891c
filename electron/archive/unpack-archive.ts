import { mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { formatBytes } from '../../shared/domain/evidence.ts';
import { OWNER_ONLY_FOLDER } from '../store/durable-file.ts';
import { evidenceName, type Manifest, PLAN_NAME } from './archive-format.ts';
import { ArchiveRefusal } from './archive-refusal.ts';
import { checkPlan } from './check-plan.ts';
import { readManifest } from './inspect-archive.ts';
import { openZip, type ZipReading } from './zip-reading.ts';

/** How far work on an archive is, in bytes. */
export type TakeProgress = (done: number, total: number) => void;

/** What stays free on the disk: the plan and its backups go on being written. */
const SPARE_BYTES = 50_000_000;

/**
 * Unpacks a whole archive into `staging` and checks everything in it: afterwards there is nothing left that could turn
 * out to be wrong. `digest` is that of the archive the user was shown. Throws `ArchiveRefusal`, or what the disk says.
 */
export async function unpackArchive(
  path: string,
  staging: string,
  {
    digest,
    signal,
    onProgress,
  }: { readonly digest: string; readonly signal: AbortSignal; readonly onProgress: TakeProgress },
): Promise<Manifest> {
  const zip = await openZip(path);
  try {
    const found = await readManifest(zip);
    if (found.digest !== digest) {
      throw new ArchiveRefusal('The file was changed after you chose it. Choose it again.');
    }
    await unpackAll(zip, found.manifest, staging, signal, onProgress);
    checkPlan(staging, found.manifest);
    return found.manifest;
  } finally {
    zip.close();
  }
}

async function unpackAll(
  zip: ZipReading,
  { plan, evidence }: Manifest,
  staging: string,
  signal: AbortSignal,
  onProgress: TakeProgress,
): Promise<void> {
  const total = evidence.reduce((sum, { bytes }) => sum + bytes, plan.bytes);
  refuseIfFull(staging, total + 3 * plan.bytes);
  let done = 0;
  const take = (bytes: number): void => {
    signal.throwIfAborted();
    done += bytes;
    onProgress(done, total);
  };
  mkdirSync(join(staging, 'evidence'), { mode: OWNER_ONLY_FOLDER });
  await zip.unpack(PLAN_NAME, join(staging, PLAN_NAME), plan, take);
  for (const file of evidence) {
    signal.throwIfAborted();
    const name = evidenceName(file.sha256);
    await zip.unpack(name, join(staging, name), file, take);
  }
}

function refuseIfFull(folder: string, bytes: number): void {
  // Not on every Node the app may run on. Some network disks answer with nothing but zeros.
  if (typeof statfsSync !== 'function') return;
  const { bavail, blocks, bsize } = statfsSync(folder);
  if (blocks > 0 && bavail * bsize < bytes + SPARE_BYTES) {
    throw new ArchiveRefusal(
      `Unpacked, the archive needs ${formatBytes(bytes)}, and the disk has only ${formatBytes(bavail * bsize)} left.`,
      'disk-full',
    );
  }
}

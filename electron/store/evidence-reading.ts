import { createHash } from 'node:crypto';
import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import type { EvidenceStatus, EvidenceStatuses } from '../../shared/domain/evidence.ts';
import { evidencePath } from './evidence-folder.ts';
import { HEAD_BYTES } from './evidence-kind.ts';
import { fileErrorCode } from './file-error.ts';

const STEP_BYTES = 262_144;
const AT_ONCE = 4;
// A link put in the place of a file is not followed. Windows has no such flag, and links need rights there.
// Nor is a pipe waited for.
const READ_NO_LINK = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A kept file was looked at, and how it was found. */
export type Found<T> = { readonly status: 'present'; readonly value: T } | { readonly status: NotThere };
type NotThere = Exclude<EvidenceStatus, 'present'>;

/** What is known of a file before it is read. */
export interface Wanted {
  readonly sha256: string;
  /** Null when only the content itself can tell. */
  readonly bytes: number | null;
}

/** Reads kept files. Nothing leaves here whose hash is not its name. */
export interface EvidenceReading {
  /** Without its hash a file is told by its size alone, and not read. */
  readonly statusOf: (wanted: Wanted, options: { readonly withHash: boolean }) => Promise<EvidenceStatus>;
  /** The same of many, a few at a time: while one is hashed the next is read. */
  readonly statusesOf: (
    files: readonly Wanted[],
    options: { readonly withHash: boolean },
  ) => Promise<EvidenceStatuses>;
  /** The beginning of a file of this size, its hash unread; null when there is no such file. */
  readonly headOf: (wanted: Wanted) => Uint8Array | null;
  /** The whole content; null when it is larger than `most`. */
  readonly read: (sha256: string, most: number) => Promise<Found<Buffer | null>>;
  /** Hands the content on piece by piece. It is what was attached only if the answer says so: throw the pieces away if not. */
  readonly pass: (sha256: string, take: (piece: Buffer) => Promise<void>) => Promise<Found<null>>;
}

/** Reads from one data folder. */
export function openEvidenceReading(dataFolder: string): EvidenceReading {
  // A file that has not been touched since it was last read in full need not be read again.
  const sound = new Map<string, string>();

  async function look<T>(
    sha256: string,
    use: (file: FileHandle, stats: BigIntStats) => Promise<Found<T>>,
  ): Promise<Found<T>> {
    let file: FileHandle | null = null;
    try {
      file = await open(evidencePath(dataFolder, sha256), READ_NO_LINK);
      const stats = await file.stat({ bigint: true });
      return stats.isFile() ? await use(file, stats) : { status: 'changed' };
    } catch (error) {
      const status = statusOfError(error);
      if (status === null) throw error;
      return { status };
    } finally {
      await file?.close();
    }
  }

  async function hashed(
    sha256: string,
    file: FileHandle,
    stats: BigIntStats,
    take: (piece: Buffer) => Promise<void>,
  ): Promise<Found<null>> {
    const hash = createHash('sha256');
    const size = Number(stats.size);
    const buffer = Buffer.alloc(Math.min(STEP_BYTES, size));
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) break;
      hash.update(buffer.subarray(0, bytesRead));
      await take(buffer.subarray(0, bytesRead));
      at += bytesRead;
    }
    const isSound = hash.digest('hex') === sha256;
    if (isSound) sound.set(sha256, identityOf(stats));
    else sound.delete(sha256);
    return isSound ? { status: 'present', value: null } : { status: 'changed' };
  }

  async function statusOf(
    wanted: Wanted,
    { withHash }: { readonly withHash: boolean },
  ): Promise<EvidenceStatus> {
    if (withHash && (await isUntouched(dataFolder, wanted, sound.get(wanted.sha256)))) return 'present';
    const { sha256, bytes } = wanted;
    const found = await look<null>(sha256, async (file, stats) => {
      if (bytes !== null && stats.size !== BigInt(bytes)) return { status: 'changed' };
      return withHash ? hashed(sha256, file, stats, async () => {}) : { status: 'present', value: null };
    });
    return found.status;
  }

  return {
    statusOf,
    statusesOf: (files, options) => lookAtEach(files, (file) => statusOf(file, options)),
    headOf: (wanted) => readHead(evidencePath(dataFolder, wanted.sha256), wanted.bytes),
    read: (sha256, most) =>
      look(sha256, async (file, stats) => {
        if (stats.size > BigInt(most)) return { status: 'present', value: null };
        const pieces: Buffer[] = [];
        const found = await hashed(sha256, file, stats, async (piece) => {
          pieces.push(Buffer.from(piece));
        });
        return found.status === 'present' ? { status: 'present', value: Buffer.concat(pieces) } : found;
      }),
    pass: (sha256, take) => look(sha256, (file, stats) => hashed(sha256, file, stats, take)),
  };
}

/** Whether a file is as it was when it was last read in full: one question to the system, and not four. */
async function isUntouched(
  dataFolder: string,
  { sha256, bytes }: Wanted,
  identity: string | undefined,
): Promise<boolean> {
  if (identity === undefined) return false;
  try {
    const stats = await lstat(evidencePath(dataFolder, sha256), { bigint: true });
    return identityOf(stats) === identity && (bytes === null || stats.size === BigInt(bytes));
  } catch {
    // Opening it will say why.
    return false;
  }
}

async function lookAtEach(
  files: readonly Wanted[],
  statusOf: (wanted: Wanted) => Promise<EvidenceStatus>,
): Promise<EvidenceStatuses> {
  const statuses: Record<string, EvidenceStatus> = {};
  const left = files.values();
  const lookOnward = async (): Promise<void> => {
    for (const file of left) statuses[file.sha256] = await statusOf(file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lookOnward));
  return statuses;
}

// Within the transaction that stores a reference to the file, which cannot wait for anything.
function readHead(path: string, bytes: number | null): Uint8Array | null {
  let file: number | null = null;
  try {
    file = openSync(path, READ_NO_LINK);
    const stats = fstatSync(file);
    if (!stats.isFile() || (bytes !== null && stats.size !== bytes)) return null;
    const head = Buffer.alloc(Math.min(stats.size, HEAD_BYTES));
    return head.subarray(0, readSync(file, head, 0, head.length, 0));
  } catch (error) {
    if (statusOfError(error) === null) throw error;
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** What changes whenever a file is written to, by whatever program. */
function identityOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

function statusOfError(error: unknown): NotThere | null {
  switch (fileErrorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'missing';
    case 'ELOOP':
    case 'EMLINK':
    case 'EISDIR':
      return 'changed';
    case 'EACCES':
    case 'EPERM':
    case 'EIO':
    case 'EBUSY':
    case 'ESTALE':
      return 'unreadable';
    default:
      return null;
  }
}

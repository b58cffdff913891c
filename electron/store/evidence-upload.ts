import { createHash, type Hash, randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fchmodSync, fsync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { MAX_CHUNK_BYTES } from '../../shared/domain/evidence.ts';
import type { EvidenceFile } from '../../shared/domain/field.ts';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { evidenceFailure, evidenceFolder, evidencePath, unfinishedPath } from './evidence-folder.ts';
import { HEAD_BYTES, mediaTypeOf } from './evidence-kind.ts';
import type { EvidenceReading } from './evidence-reading.ts';
import { flushFolder } from './flush.ts';

const OWNER_ONLY = 0o600;

const flush = promisify(fsync);

/** Writes all of a piece at a place of an open file, or throws as the system does. */
export type WritePiece = (file: number, piece: Uint8Array, at: number) => void;

/** What is being copied, and for whom. */
export interface UploadOrder {
  readonly id: string;
  readonly senderId: number;
  readonly fileName: string;
  readonly bytes: number;
}

/** A file on its way in, under a name that says that it is not whole. */
export interface Upload extends UploadOrder {
  readonly file: number;
  readonly path: string;
  readonly hash: Hash;
  head: Buffer;
  received: number;
  /** Its last flush is under way: until then nobody else may close the file. */
  isFinishing: boolean;
}

/** What was kept. `isRepaired`: the same content was there already, but damaged, and was put right. */
export interface Kept {
  readonly file: EvidenceFile;
  readonly isRepaired: boolean;
}

/** Begins to copy a file. Throws what the system says. */
export function openUpload(dataFolder: string, order: UploadOrder): Upload {
  const path = unfinishedPath(dataFolder, randomBytes(8).toString('hex'));
  const file = openSync(path, 'wx', OWNER_ONLY);
  try {
    // The process's umask may have taken bits away, even our own.
    fchmodSync(file, OWNER_ONLY);
  } catch (error) {
    closeSync(file);
    removeUnfinished(path);
    throw error;
  }
  const blank = { hash: createHash('sha256'), head: Buffer.alloc(0), received: 0, isFinishing: false };
  return { ...order, file, path, ...blank };
}

/** Takes the next piece of a file. After a failure the copy is of no use. */
export function takePiece(
  upload: Upload,
  { at, base64 }: { readonly at: number; readonly base64: string },
  write: WritePiece,
): Result<null> {
  const piece = decoded(base64);
  if (piece === null || at !== upload.received || at + piece.length > upload.bytes) return notWhole(upload);
  try {
    write(upload.file, piece, at);
  } catch (error) {
    return evidenceFailure(upload.fileName, error);
  }
  upload.hash.update(piece);
  upload.received += piece.length;
  if (upload.head.length < HEAD_BYTES) {
    upload.head = Buffer.concat([upload.head, piece]).subarray(0, HEAD_BYTES);
  }
  return ok(null);
}

/**
 * Puts a whole file on the disk for good, then gives it the name of its content. A content that is there already is
 * left as it is; one that is there but damaged is replaced. `isWanted` is asked last.
 */
export async function keepUpload(
  dataFolder: string,
  upload: Upload,
  reading: Pick<EvidenceReading, 'statusOf'>,
  { now, isWanted }: { readonly now: () => IsoInstant; readonly isWanted: () => boolean },
): Promise<Result<Kept>> {
  const { bytes, fileName, head, path, received } = upload;
  upload.isFinishing = true;
  try {
    if (received === bytes) await flush(upload.file);
  } finally {
    closeSync(upload.file);
  }
  if (received !== bytes) return notWhole(upload);
  const sha256 = upload.hash.digest('hex');
  const before = await reading.statusOf({ sha256, bytes }, { withHash: true });
  if (!isWanted()) return failed('cancelled', `“${fileName}” was not kept.`);
  if (before === 'present') {
    closeToOthers(evidencePath(dataFolder, sha256));
  } else {
    renameSync(path, evidencePath(dataFolder, sha256));
    flushFolder(evidenceFolder(dataFolder));
  }
  const file = { sha256, bytes, mediaType: mediaTypeOf(fileName, head), addedAt: now() };
  return ok({ file, isRepaired: before !== 'present' && before !== 'missing' });
}

/** Takes back what others may do with a content, as after a copy made by hand; the folder keeps them out already. */
function closeToOthers(path: string): void {
  try {
    chmodSync(path, OWNER_ONLY);
  } catch {
    // It belongs to somebody else, who has to do it.
  }
}

/** Gives up a copy. One whose last flush is under way is closed when that is over. */
export function dropUpload(upload: Upload): void {
  if (!upload.isFinishing) closeSync(upload.file);
  removeUnfinished(upload.path);
}

/** Removes what is left of a copy. Where the system still holds it open, the next start does. */
export function removeUnfinished(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Said above.
  }
}

/** Writes with the system's own call, again for what it left out. */
export const writePiece: WritePiece = (file, piece, at) => {
  for (let written = 0; written < piece.length; ) {
    written += writeSync(file, piece, written, piece.length - written, at + written);
  }
};

/** The bytes of a piece; null when it is none. Node reads around what is no base64, so it is written again and compared. */
function decoded(base64: string): Buffer | null {
  const piece = Buffer.from(base64, 'base64');
  const isPiece = piece.length > 0 && piece.length <= MAX_CHUNK_BYTES;
  return isPiece && piece.toString('base64') === base64 ? piece : null;
}

function notWhole({ fileName }: Upload): Result<never> {
  return failed('invalid-input', `“${fileName}” did not arrive whole. Attach it again.`);
}

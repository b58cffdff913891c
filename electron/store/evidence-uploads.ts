import { statfsSync } from 'node:fs';
import { formatBytes, refuseFile } from '../../shared/domain/evidence.ts';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { evidenceFailure, evidenceFolder, prepareEvidenceFolder } from './evidence-folder.ts';
import type { EvidenceReading } from './evidence-reading.ts';
import {
  dropUpload,
  type Kept,
  keepUpload,
  openUpload,
  removeUnfinished,
  takePiece,
  type Upload,
  type WritePiece,
  writePiece,
} from './evidence-upload.ts';

/** Most files that are copied at one time. */
export const MAX_UPLOADS = 4;

/** What a disk should keep free for the plan itself. */
const SPARE_BYTES = 5_000_000;

/** What copying needs of the machine. */
export interface UploadPorts {
  readonly now: () => IsoInstant;
  readonly newId: () => string;
  /** Room left in this folder, in bytes; null when the system does not say. */
  readonly freeBytes?: ((folder: string) => number | null) | undefined;
  readonly write?: WritePiece | undefined;
}

/** Takes files in, piece by piece, and keeps each under the name of its content. Nothing half copied ever has such a name. */
export interface EvidenceUploads {
  /** Says everything that speaks against a file before anything of it is copied. */
  readonly begin: (
    senderId: number,
    file: { readonly fileName: string; readonly bytes: number },
  ) => Result<{ uploadId: string }>;
  /** Takes the next piece. One that does not fit ends the copying. */
  readonly add: (
    senderId: number,
    piece: { readonly uploadId: string; readonly at: number; readonly base64: string },
  ) => Result<null>;
  readonly finish: (senderId: number, uploadId: string) => Promise<Result<Kept>>;
  /** Gives up one file, or all that a window was sending. What is not there any more is no failure. */
  readonly cancel: (senderId: number, uploadId: string | null) => void;
  /** True while any file is being copied. */
  readonly isCopying: () => boolean;
  /** Contents kept in this run that no saved answer has named since: one that does may be on its way. */
  readonly waiting: () => ReadonlySet<string>;
  /** A saved answer names these now. */
  readonly wasAnswered: (sha256s: readonly string[]) => void;
  /** Gives up everything, and takes nothing more. */
  readonly close: () => void;
}

/** Takes files into one data folder. */
export function openEvidenceUploads(
  dataFolder: string,
  reading: Pick<EvidenceReading, 'statusOf'>,
  ports: UploadPorts,
): EvidenceUploads {
  const uploads = new Map<string, Upload>();
  const waiting = new Map<string, { readonly senderId: number; readonly sha256: string }>();
  let isClosed = false;

  const find = (senderId: number, uploadId: string): Upload | null => {
    const upload = uploads.get(uploadId);
    return upload?.senderId === senderId && !upload.isFinishing ? upload : null;
  };

  const drop = (upload: Upload): void => {
    uploads.delete(upload.id);
    dropUpload(upload);
  };

  return {
    begin: (senderId, { fileName, bytes }) => {
      if (isClosed) return failed('cancelled', `“${fileName}” was not copied: First Claim is closing.`);
      if (uploads.size >= MAX_UPLOADS) {
        return failed('busy', `“${fileName}” was not copied: wait until the other files are done.`);
      }
      const room = makeRoom(dataFolder, fileName, bytes, ports.freeBytes ?? roomIn);
      if (!room.ok) return room;
      try {
        const upload = openUpload(dataFolder, { id: ports.newId(), senderId, fileName, bytes });
        uploads.set(upload.id, upload);
        return ok({ uploadId: upload.id });
      } catch (error) {
        return evidenceFailure(fileName, error);
      }
    },
    add: (senderId, { uploadId, at, base64 }) => {
      const upload = find(senderId, uploadId);
      if (upload === null) return givenUp();
      const taken = takePiece(upload, { at, base64 }, ports.write ?? writePiece);
      if (!taken.ok) drop(upload);
      return taken;
    },
    finish: async (senderId, uploadId) => {
      const upload = find(senderId, uploadId);
      if (upload === null) return givenUp();
      const isWanted = (): boolean => uploads.has(uploadId);
      try {
        const kept = await keepUpload(dataFolder, upload, reading, { now: ports.now, isWanted });
        if (kept.ok) waiting.set(uploadId, { senderId, sha256: kept.value.file.sha256 });
        return kept;
      } catch (error) {
        return evidenceFailure(upload.fileName, error);
      } finally {
        uploads.delete(uploadId);
        removeUnfinished(upload.path);
      }
    },
    cancel: (senderId, uploadId) => {
      for (const upload of [...uploads.values()]) {
        if (upload.senderId === senderId && (uploadId === null || upload.id === uploadId)) drop(upload);
      }
      // Given up in the moment it was kept. A page that starts anew may still hold an answer with it.
      if (uploadId !== null && waiting.get(uploadId)?.senderId === senderId) waiting.delete(uploadId);
    },
    isCopying: () => uploads.size > 0,
    waiting: () => new Set([...waiting.values()].map(({ sha256 }) => sha256)),
    wasAnswered: (sha256s) => {
      for (const [id, { sha256 }] of [...waiting]) if (sha256s.includes(sha256)) waiting.delete(id);
    },
    close: () => {
      isClosed = true;
      for (const upload of [...uploads.values()]) drop(upload);
    },
  };
}

/** Makes the folder, and makes sure that the file fits in every respect. */
function makeRoom(
  dataFolder: string,
  fileName: string,
  bytes: number,
  freeBytes: (folder: string) => number | null,
): Result<null> {
  const reason = refuseFile(fileName, bytes);
  if (reason !== null) return failed(bytes === 0 ? 'file-failed' : 'too-large', reason);
  const prepared = prepareEvidenceFolder(dataFolder, fileName);
  if (!prepared.ok) return prepared;
  const free = freeBytes(evidenceFolder(dataFolder));
  return free !== null && free < bytes + SPARE_BYTES
    ? failed(
        'disk-full',
        `“${fileName}” was not copied: it is ${formatBytes(bytes)}, and the disk has only ${formatBytes(free)} left.`,
      )
    : ok(null);
}

function roomIn(folder: string): number | null {
  // Not on every Node the app may run on. Some network disks answer with nothing but zeros.
  if (typeof statfsSync !== 'function') return null;
  try {
    const { bavail, blocks, bsize } = statfsSync(folder);
    return blocks > 0 ? bavail * bsize : null;
  } catch {
    return null;
  }
}

function givenUp(): Result<never> {
  return failed('not-found', 'This file is not being copied any more. Attach it again.');
}

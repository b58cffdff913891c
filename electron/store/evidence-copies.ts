import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVIDENCE_STATUS_WORDS, evidenceType } from '../../shared/domain/evidence.ts';
import { safeFileName } from '../../shared/domain/evidence-name.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { HEAD_BYTES, isOfType } from './evidence-kind.ts';
import type { EvidenceReading } from './evidence-reading.ts';
import { fileErrorCode } from './file-error.ts';

/** A kept file as the page names it. */
export interface NamedContent {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
}

/** Copies for other programs, so that none of them ever touches what is kept. */
export interface EvidenceCopies {
  /** Path of a copy that may be read only, under a harmless name of its own. */
  readonly copyOf: (content: NamedContent) => Promise<Result<string>>;
  /** Removes the copies made of these contents, as `clear` does. */
  readonly drop: (sha256s: readonly string[]) => void;
  /** Removes every copy made. One that a program still holds open is left to the system's own cleaning. */
  readonly clear: () => void;
}

/** Copies into a folder that no other user can look into, made when it is first needed. */
export function openEvidenceCopies(
  reading: Pick<EvidenceReading, 'pass'>,
  parent: string = tmpdir(),
): EvidenceCopies {
  let folder: string | null = null;
  let made = 0;
  const foldersOf = new Map<string, string[]>();

  async function copy({ sha256, fileName, mediaType }: NamedContent, path: string): Promise<Result<string>> {
    const file = openSync(path, 'wx', 0o600);
    let head = Buffer.alloc(0);
    let trouble: unknown = null;
    const take = async (piece: Buffer): Promise<void> => {
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, piece]).subarray(0, HEAD_BYTES);
      try {
        writeAll(file, piece);
      } catch (error) {
        trouble = error;
        throw new Error('The copy could not be written');
      }
    };
    try {
      const { status } = await reading.pass(sha256, take);
      if (status !== 'present') return failed('file-failed', `${EVIDENCE_STATUS_WORDS[status]}.`);
    } catch (error) {
      if (trouble === null) throw error;
      return copyFailure(trouble);
    } finally {
      closeSync(file);
    }
    if (!isOfType(mediaType, head)) {
      const { word } = evidenceType(mediaType);
      return failed(
        'file-failed',
        `“${fileName}” is not what it is called here: a ${word}. It was not opened.`,
      );
    }
    chmodSync(path, 0o400);
    return ok(path);
  }

  return {
    copyOf: async (content) => {
      try {
        if (folder === null || !isFolder(folder)) folder = mkdtempSync(join(parent, 'first-claim-'));
        // A folder for each, so that two documents of one name do not meet.
        made += 1;
        const own = join(folder, String(made));
        mkdirSync(own, { mode: 0o700 });
        foldersOf.set(content.sha256, [...(foldersOf.get(content.sha256) ?? []), own]);
        const copied = await copy(content, join(own, safeFileName(content.fileName, content.mediaType)));
        if (!copied.ok) rmSync(own, { recursive: true, force: true });
        return copied;
      } catch (error) {
        return copyFailure(error);
      }
    },
    drop: (sha256s) => {
      for (const sha256 of sha256s) {
        for (const own of foldersOf.get(sha256) ?? []) removeFolder(own);
        foldersOf.delete(sha256);
      }
    },
    clear: () => {
      if (folder !== null) removeFolder(folder);
      foldersOf.clear();
      folder = null;
    },
  };
}

function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // A program still holds a copy open.
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function writeAll(file: number, piece: Uint8Array): void {
  for (let written = 0; written < piece.length; ) {
    written += writeSync(file, piece, written, piece.length - written);
  }
}

function copyFailure(error: unknown): Result<never> {
  return ['ENOSPC', 'EDQUOT'].includes(fileErrorCode(error))
    ? failed('disk-full', 'The document was not opened: there is no room left for a copy of it.')
    : failed('file-failed', 'The document was not opened: a copy of it could not be made.');
}

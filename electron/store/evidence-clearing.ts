import { lstatSync, rmSync } from 'node:fs';
import { isSha256 } from '../../shared/domain/evidence.ts';
import { type Failure, failed, ok, type Result } from '../../shared/domain/result.ts';
import { evidenceFolder, evidencePath, storedContents } from './evidence-folder.ts';
import { fileErrorCode } from './file-error.ts';
import { flushFolder } from './flush.ts';

/** A content nothing refers to. */
export interface Unreferenced {
  readonly sha256: string;
  readonly bytes: number;
}

/** What became of contents that were to be removed. */
export interface Removal {
  /** Those that are gone now, those that were gone before included. */
  readonly removed: readonly string[];
  /** Why the others are still there; null when there are none. */
  readonly failure: Failure | null;
}

/** Refuses to clear anything where the evidence folder is a link: what lies behind it may serve others too. */
export function refuseLinkedFolder(dataFolder: string): Result<null> {
  const stats = lstatSync(evidenceFolder(dataFolder), { throwIfNoEntry: false });
  return stats?.isSymbolicLink() === true
    ? failed(
        'file-failed',
        'The evidence folder is a link to another place. First Claim clears nothing there.',
      )
    : ok(null);
}

/**
 * What lies in the evidence folder and is not among `referenced`, the names of every content still wanted. Anything else
 * in the folder, links and folders included, is not ours and not named.
 */
export function unreferencedEvidence(
  dataFolder: string,
  referenced: { readonly has: (sha256: string) => boolean },
): Result<readonly Unreferenced[]> {
  const stored = storedContents(dataFolder);
  if (!stored.ok) return stored;
  return ok(
    stored.value
      .filter((sha256) => !referenced.has(sha256))
      .flatMap((sha256) => {
        const stats = lstatSync(evidencePath(dataFolder, sha256), { throwIfNoEntry: false });
        return stats?.isFile() === true ? [{ sha256, bytes: stats.size }] : [];
      }),
  );
}

/**
 * Removes exactly these contents, for good. Call it only with what `unreferencedEvidence` named, once a backup of the
 * plan that does without them was made and checked. One that cannot be removed does not keep the others.
 */
export function removeEvidence(dataFolder: string, sha256s: readonly string[]): Removal {
  const removed: string[] = [];
  let failure: Failure | null = null;
  for (const sha256 of sha256s.filter(isSha256)) {
    try {
      const path = evidencePath(dataFolder, sha256);
      const stats = lstatSync(path, { throwIfNoEntry: false });
      // A link or a folder of that name is none of ours.
      if (stats !== undefined && !stats.isFile()) continue;
      rmSync(path, { force: true });
      removed.push(sha256);
    } catch (error) {
      failure ??= removalFailure(error);
    }
  }
  flushFolder(evidenceFolder(dataFolder));
  return { removed, failure };
}

function removalFailure(error: unknown): Failure {
  const code = fileErrorCode(error);
  const isHeld = code === 'EBUSY' || (code === 'EPERM' && process.platform === 'win32');
  if (isHeld) return { code: 'file-failed', message: 'Another program has it open.' };
  return ['EACCES', 'EPERM', 'EROFS'].includes(code)
    ? { code: 'read-only', message: 'The evidence folder cannot be written to.' }
    : { code: 'file-failed', message: 'The disk reported an error.' };
}

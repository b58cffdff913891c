import { lstatSync, rmSync } from 'node:fs';
import { isSha256 } from '../../shared/domain/evidence.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { evidenceFolder, evidencePath, storedContents } from './evidence-folder.ts';
import { flushFolder } from './flush.ts';

/** A content nothing refers to. */
export interface Unreferenced {
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * What lies in the evidence folder and is not among `referenced`, the names of every content still wanted: those of the
 * plan, and those of its history if undo is to find its files. Anything else in the folder is not ours and not named.
 */
export function unreferencedEvidence(
  dataFolder: string,
  referenced: ReadonlySet<string>,
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
 * Removes exactly these contents, for good. Call it only with what `unreferencedEvidence` named and a verified backup
 * holds. What is gone already is no failure; the first that cannot be removed ends it in words.
 */
export function removeEvidence(dataFolder: string, sha256s: readonly string[]): Result<null> {
  for (const sha256 of sha256s.filter(isSha256)) {
    try {
      rmSync(evidencePath(dataFolder, sha256), { force: true });
    } catch {
      return failed('file-failed', `The file ${sha256.slice(0, 12)} could not be removed.`);
    }
  }
  flushFolder(evidenceFolder(dataFolder));
  return ok(null);
}

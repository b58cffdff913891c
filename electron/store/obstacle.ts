import { lstatSync, type Stats, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { fileErrorCode } from './file-error.ts';

const WANTED_FOLDER = ['EEXIST', 'ENOTDIR'];
const WANTED_FILE = ['EISDIR', 'ERR_FS_EISDIR'];

/**
 * What stands where First Claim wanted to make something, from what the system said: its path, and words for the middle
 * of a sentence. The system names what could not be made, which is often only further down. Null where nothing does.
 */
export function obstacleOf(error: unknown): { readonly path: string; readonly words: string } | null {
  if (!(error instanceof Error)) return null;
  const code = fileErrorCode(error);
  for (const path of pathsIn(error)) {
    if (WANTED_FOLDER.includes(code)) {
      const found = noFolderAt(path);
      if (found !== null) {
        const words = `there is a ${kindOf(lookAt(found))} called “${basename(found)}” in the data folder where the folder should be`;
        return { path: found, words };
      }
    }
    if (WANTED_FILE.includes(code) && lookAt(path)?.isDirectory() === true) {
      const words = `there is a folder called “${basename(path)}” in the data folder where a file should be`;
      return { path, words };
    }
  }
  return null;
}

/**
 * Refuses what stands in the place of a file that SQLite keeps beside the plan: it would follow a link, and wait for ever
 * at a pipe. Nothing is moved, because the latest changes may lie at the end of a link.
 */
export function refuseOddFiles(paths: readonly string[]): Result<null> {
  for (const path of paths) {
    const stats = lookAt(path);
    if (stats === undefined || stats.isFile()) continue;
    return failed(
      'store-failed',
      `${path} is a ${kindOf(stats)}, but it has the name of a file that belongs to the plan. Nothing was changed. Move it to another place, then start First Claim again.`,
    );
  }
  return ok(null);
}

/** “folder”, “link”, “file”, or “special file” for pipes, sockets and devices. */
function kindOf(stats: Stats | undefined): string {
  if (stats === undefined || stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  return stats.isSymbolicLink() ? 'link' : 'special file';
}

function pathsIn(error: Error): readonly string[] {
  const { dest, path } = error as { readonly dest?: unknown; readonly path?: unknown };
  return [dest, path].filter((value) => typeof value === 'string');
}

/** The first thing on the way up that is there: null when it is a folder, or leads to one. */
function noFolderAt(path: string): string | null {
  for (let at = path; ; at = dirname(at)) {
    const stats = lookAt(at);
    if (stats !== undefined) {
      const isFolder = stats.isDirectory() || (at !== path && leadsToFolder(at));
      return isFolder ? null : at;
    }
    if (at === dirname(at)) return null;
  }
}

function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    // Something above it is no folder.
    return undefined;
  }
}

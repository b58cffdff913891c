import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A link that names the process that has the folder; Windows has another way. */
const INSTANCE_LOCK = 'SingletonLock';
const LINKS = [INSTANCE_LOCK, 'SingletonCookie', 'SingletonSocket'];

/** Where the engine keeps its own files, apart from the plan. */
export interface EngineFolder {
  readonly path: string;
  /** One that was made for this run only, since the data folder cannot be used. */
  readonly isPassing: boolean;
}

/**
 * Makes the engine's folder inside the data folder, closed to others, and clears away what is not its lock but has the
 * name of it: such a thing would end the program without a word. Null when there is room for it nowhere at all.
 */
export function engineFolder(dataFolder: string): EngineFolder | null {
  try {
    const path = join(dataFolder, 'shell');
    mkdirSync(path, { recursive: true, mode: 0o700 });
    // The engine leaves its files open to all users of the computer; nobody gets past the folder.
    chmodSync(path, 0o700);
    for (const name of LINKS) clearUnlessLink(join(path, name));
    return { path, isPassing: false };
  } catch {
    // Opening the plan will fail as well, and say so; for that the window needs a place of its own.
  }
  try {
    return { path: mkdtempSync(join(tmpdir(), 'first-claim-')), isPassing: true };
  } catch {
    return null;
  }
}

/** True when the engine's lock could not be made at all: then nobody has it, and the plan's own lock must do. */
export function isLockMissing(engine: string, platform: NodeJS.Platform = process.platform): boolean {
  return (
    platform !== 'win32' && lstatSync(join(engine, INSTANCE_LOCK), { throwIfNoEntry: false }) === undefined
  );
}

/** Takes a passing folder away again, as far as that is possible while the engine ends. */
export function leaveEngineFolder({ path, isPassing }: EngineFolder): void {
  try {
    if (isPassing) rmSync(path, { recursive: true, force: true });
  } catch {
    // The system clears its temporary folder in time.
  }
}

function clearUnlessLink(path: string): void {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there !== undefined && !there.isSymbolicLink()) rmSync(path, { recursive: true, force: true });
}

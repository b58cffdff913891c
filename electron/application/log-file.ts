import { closeSync, constants, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { OWNER_ONLY, OWNER_ONLY_FOLDER } from '../store/durable-file.ts';
import type { Log } from './log-trouble.ts';

/** A log file is put aside at this size, in bytes. */
export const MAX_LOG_BYTES = 256 * 1024;
/** Files that were put aside and are kept: together with the current one, a megabyte at most. */
export const OLD_LOGS = 3;
/** Longest entry, in characters. */
const MAX_ENTRY = 4_000;

/** The folder of the log files. */
export function logFolder(dataFolder: string): string {
  return join(dataFolder, 'logs');
}

/**
 * Takes lines for `logs/first-claim.log` in a data folder: readable by its owner only, bounded, and made with the first
 * line. Where it cannot be written, lines are dropped: a log never stands in the way of the plan.
 */
export function openLogFile(
  dataFolder: string,
  now: () => IsoInstant,
  limits: { readonly maxBytes: number; readonly old: number } = { maxBytes: MAX_LOG_BYTES, old: OLD_LOGS },
): Log {
  const folder = logFolder(dataFolder);
  const nameOf = (age: number): string =>
    join(folder, age === 0 ? 'first-claim.log' : `first-claim.${age}.log`);

  const rotate = (): void => {
    for (let age = limits.old - 1; age >= 0; age -= 1) {
      try {
        renameSync(nameOf(age), nameOf(age + 1));
      } catch {
        // There is none of that age yet.
      }
    }
  };

  const append = (entry: Buffer): void => {
    const file = openForAppending(nameOf(0));
    try {
      const there = fstatSync(file);
      if (!there.isFile()) return;
      if (there.size + entry.length <= limits.maxBytes) {
        writeSync(file, entry);
        return;
      }
    } finally {
      closeSync(file);
    }
    rotate();
    const fresh = openForAppending(nameOf(0));
    try {
      writeSync(fresh, entry);
    } finally {
      closeSync(fresh);
    }
  };

  return (line) => {
    try {
      makeFolder(folder);
      append(Buffer.from(`${now()} ${oneEntry(line)}\n`));
    } catch {
      // A full or read-only disk: what matters was said elsewhere.
    }
  };
}

/** An entry keeps its lines, indented, so that each entry begins with its time. No control character gets through. */
function oneEntry(line: string): string {
  return (
    line
      .slice(0, MAX_ENTRY)
      .replace(/\r?\n/g, '\n  ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
  );
}

/** Never makes the data folder itself: where there is none, there is nothing to log for. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: OWNER_ONLY_FOLDER });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

function openForAppending(path: string): number {
  // Not through a link that somebody laid there, and not into a pipe that nobody reads, which would wait for ever. Windows
  // has neither flag, and neither thing without rights.
  const flags =
    constants.O_WRONLY |
    constants.O_APPEND |
    constants.O_CREAT |
    (constants.O_NOFOLLOW ?? 0) |
    (constants.O_NONBLOCK ?? 0);
  return openSync(path, flags, OWNER_ONLY);
}

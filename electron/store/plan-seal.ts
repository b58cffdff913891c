import { createHash } from 'node:crypto';
import { lstatSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isIsoDate } from '../../shared/domain/iso-date.ts';
import { flushFile, OWNER_ONLY, readIfThere, removeFile } from './durable-file.ts';
import { flushFolder } from './flush.ts';
import { hashOf, hashPages, type PageHashes, readInChunks, splitHashes } from './page-hashes.ts';
import { isObject, parseJson } from './plan-rows.ts';
import type { WalFrame } from './wal-file.ts';

/** A file's bytes, in short. */
export interface Digest {
  readonly sha256: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** The plan's file at some moment, and what was known of it then. */
export interface Seal {
  /** Of all its bytes; null once the log of an open plan was copied into it: its pages say as much, and are known sooner. */
  readonly sha256: string | null;
  readonly bytes: number;
  readonly modifiedMs: number;
  /** A short hash of each page, one after the other. */
  readonly pages: string;
  /** Round of the log beside an open plan, or of the one before it; null where there was none, or it is not known. */
  readonly round: number | null;
  /** Number of the newest history row. */
  readonly lastSeq: number;
  /** Last day on which every index was compared with its table. */
  readonly checkedOn: string;
}

/**
 * `closed`: the file is as it was closed. `open`: something may have been saved since, and is in the log; the file itself
 * is as it was, but for pages that the log holds too. `closing`: it may be anything in between.
 */
export type SealState = 'closed' | 'open' | 'closing';

/** A plan of more than 10 GB could be sealed in it. */
const MOST_SEAL_BYTES = 32 * 1_024 * 1_024;

const STATES: readonly SealState[] = ['closed', 'closing', 'open'];

/**
 * Reads the seal of a data folder; null when there is none that can be read. SQLite notices a broken structure but not
 * a changed letter: that is what the seal is for. It is advice: without it a plan opens all the same, looked at longer.
 */
export function readSeal(folder: string): { readonly state: SealState; readonly seal: Seal } | null {
  for (const state of STATES) {
    const text = readText(sealPath(folder, state));
    const seal = text === null ? null : toSeal(parseJson(text));
    if (seal !== null) return { state, seal };
  }
  return null;
}

/** By hand: this is read at every start, and a schema would cost more than the reading. */
function toSeal(value: unknown): Seal | null {
  if (!isObject(value)) return null;
  const { sha256, bytes, modifiedMs, pages, round, lastSeq, checkedOn } = value;
  if ((sha256 !== null && typeof sha256 !== 'string') || typeof pages !== 'string') return null;
  if (typeof bytes !== 'number' || typeof modifiedMs !== 'number' || typeof lastSeq !== 'number') return null;
  if (typeof checkedOn !== 'string' || !isIsoDate(checkedOn)) return null;
  const known = { sha256, bytes, modifiedMs, pages, lastSeq, checkedOn };
  return { ...known, round: typeof round === 'number' ? round : null };
}

/** Writes down how the plan's file is now. False when it cannot be written. */
export function writeSeal(folder: string, state: 'closed' | 'open', seal: Seal): boolean {
  const path = sealPath(folder, state);
  try {
    removeFile(`${path}.tmp`);
    writeFileSync(`${path}.tmp`, JSON.stringify(seal), { flag: 'wx', mode: OWNER_ONLY });
    flushFile(`${path}.tmp`);
    renameSync(`${path}.tmp`, path);
    for (const other of STATES) if (other !== state) removeFile(sealPath(folder, other));
    // After a power cut an older seal would make a sound plan look harmed.
    flushFolder(folder);
    return true;
  } catch {
    removeFile(`${path}.tmp`);
    return false;
  }
}

/** Says that changes are in the log from here on. Called before the first save; false when it must be tried again. */
export function breakSeal(folder: string): boolean {
  return rename(folder, 'closed', 'open');
}

/** Says that the file itself changes from here on. */
export function markClosing(folder: string): void {
  rename(folder, 'open', 'closing');
}

/** Forgets how the plan was left, before another file takes its place. */
export function removeSeal(folder: string): void {
  for (const state of STATES) removeFile(sealPath(folder, state));
}

/** How many pages of a file are neither as its seal has them nor as some frame of its log. */
export function countStrayPages(now: PageHashes, seal: Seal, frames: readonly WalFrame[]): number {
  const logged = new Map<number, Set<string>>();
  for (const { page, content } of frames) {
    const versions = logged.get(page) ?? new Set();
    logged.set(page, versions.add(hashOf(content)));
  }
  const known = splitHashes(seal.pages);
  const isAsKnown = (hash: string, index: number): boolean =>
    hash === known[index] || logged.get(index + 1)?.has(hash) === true;
  const missing = Math.max(0, known.length - now.pages.length);
  return missing + now.pages.filter((hash, index) => !isAsKnown(hash, index)).length;
}

/** Sums up a file's bytes. Throws what the system says. */
export function digestOf(path: string): Digest {
  const hash = createHash('sha256');
  const end = readInChunks(path, (chunk) => hash.update(chunk));
  return { sha256: hash.digest('hex'), ...end };
}

/** How a file is, beside its seal. */
export interface Compared {
  readonly isSame: boolean;
  readonly modifiedMs: number;
  /** Its pages; null when they did not have to be looked at one by one. */
  readonly pages: PageHashes | null;
}

/** Compares a file with its seal, byte for byte; with `byPage` page for page. Reads it once. Throws what the system says. */
export function compareWithSeal(path: string, seal: Seal, byPage: boolean): Compared {
  if (!byPage && seal.sha256 !== null) {
    const { sha256, modifiedMs } = digestOf(path);
    return { isSame: sha256 === seal.sha256, modifiedMs, pages: null };
  }
  const pages = hashPages(path);
  const isSame = pages.bytes === seal.bytes && pages.pages.join('') === seal.pages;
  return { isSame, modifiedMs: pages.modifiedMs, pages };
}

function rename(folder: string, from: SealState, to: SealState): boolean {
  try {
    if (isFolder(sealPath(folder, from))) return false;
    // No seal at all is better than one that is not true any more.
    if (isFolder(sealPath(folder, to))) removeFile(sealPath(folder, from));
    else renameSync(sealPath(folder, from), sealPath(folder, to));
    return true;
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function readText(path: string): string | null {
  try {
    return readIfThere(path, MOST_SEAL_BYTES)?.toString() ?? null;
  } catch {
    return null;
  }
}

function sealPath(folder: string, state: SealState): string {
  return join(folder, state === 'closed' ? 'plan.seal' : `plan.seal-${state}`);
}

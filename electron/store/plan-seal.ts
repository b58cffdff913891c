import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isIsoDate } from '../../shared/domain/iso-date.ts';
import { planPath } from './data-folder.ts';
import { OWNER_ONLY, readIfThere } from './durable-file.ts';
import { isObject, parseJson } from './plan-rows.ts';
import type { WalFrame } from './wal-file.ts';

/** A file's bytes, in short. */
export interface Digest {
  readonly sha256: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** The plan's file at some moment, and what was known of it then. */
export interface Seal extends Digest {
  /** A short hash of each page, one after the other. */
  readonly pages: string;
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

const STATES: readonly SealState[] = ['closed', 'closing', 'open'];
const PAGE_BYTES = 4_096;
const CHUNK_BYTES = 256 * PAGE_BYTES;
/** Characters of a page's hash: 48 bits, which a changed page meets by chance once in hundreds of trillions. */
const HASH_LENGTH = 12;

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
  const { sha256, bytes, modifiedMs, pages, lastSeq, checkedOn } = value;
  if (typeof sha256 !== 'string' || typeof pages !== 'string') return null;
  if (typeof bytes !== 'number' || typeof modifiedMs !== 'number' || typeof lastSeq !== 'number') return null;
  if (typeof checkedOn !== 'string' || !isIsoDate(checkedOn)) return null;
  return { sha256, bytes, modifiedMs, pages, lastSeq, checkedOn };
}

/** Writes down how the plan's file is now. False when it cannot be written. */
export function writeSeal(
  folder: string,
  state: 'closed' | 'open',
  known: Pick<Seal, 'lastSeq' | 'checkedOn'>,
): boolean {
  const path = sealPath(folder, state);
  try {
    const plan = planPath(folder);
    const seal: Seal = { ...digestOf(plan), pages: pageHashes(plan).join(''), ...known };
    writeFileSync(`${path}.tmp`, JSON.stringify(seal), { mode: OWNER_ONLY });
    renameSync(`${path}.tmp`, path);
    for (const other of STATES) if (other !== state) rmSync(sealPath(folder, other), { force: true });
    return true;
  } catch {
    rmSync(`${path}.tmp`, { force: true });
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
  for (const state of STATES) rmSync(sealPath(folder, state), { force: true });
}

/** How many pages of the plan's file are neither as its seal has them nor as some frame of its log. */
export function countStrayPages(folder: string, seal: Seal, frames: readonly WalFrame[]): number {
  const logged = new Map<number, Set<string>>();
  for (const { page, content } of frames) {
    const versions = logged.get(page) ?? new Set();
    logged.set(page, versions.add(hashOf(content)));
  }
  const now = pageHashes(planPath(folder));
  const isAsKnown = (hash: string, index: number): boolean =>
    hash === seal.pages.slice(index * HASH_LENGTH, (index + 1) * HASH_LENGTH) ||
    logged.get(index + 1)?.has(hash) === true;
  const missing = Math.max(0, seal.pages.length / HASH_LENGTH - now.length);
  return missing + now.filter((hash, index) => !isAsKnown(hash, index)).length;
}

/** Sums up a file's bytes. Throws what the system says. */
export function digestOf(path: string): Digest {
  const hash = createHash('sha256');
  let bytes = 0;
  const modifiedMs = readInChunks(path, (chunk) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  return { sha256: hash.digest('hex'), bytes, modifiedMs };
}

function pageHashes(path: string): readonly string[] {
  const hashes: string[] = [];
  readInChunks(path, (chunk) => {
    for (let at = 0; at < chunk.length; at += PAGE_BYTES)
      hashes.push(hashOf(chunk.subarray(at, at + PAGE_BYTES)));
  });
  return hashes;
}

function hashOf(page: Uint8Array): string {
  return createHash('sha256').update(page).digest('hex').slice(0, HASH_LENGTH);
}

/** Hands on a file's bytes, whole pages at a time but for the end, and returns when it was last written. */
function readInChunks(path: string, take: (chunk: Buffer) => void): number {
  const file = openSync(path, 'r');
  try {
    const { size, mtimeMs } = fstatSync(file);
    const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, Math.max(PAGE_BYTES, size)));
    for (let at = 0; ; ) {
      const read = readSync(file, chunk, 0, chunk.length, at);
      if (read === 0) return Math.trunc(mtimeMs);
      take(chunk.subarray(0, read));
      at += read;
    }
  } finally {
    closeSync(file);
  }
}

function rename(folder: string, from: SealState, to: SealState): boolean {
  try {
    renameSync(sealPath(folder, from), sealPath(folder, to));
    return true;
  } catch {
    return false;
  }
}

function readText(path: string): string | null {
  try {
    return readIfThere(path)?.toString() ?? null;
  } catch {
    return null;
  }
}

function sealPath(folder: string, state: SealState): string {
  return join(folder, state === 'closed' ? 'plan.seal' : `plan.seal-${state}`);
}

import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The pages of a plan's file at some moment. */
export interface PageHashes {
  /** A short hash of each page, in order. */
  readonly pages: readonly string[];
  readonly bytes: number;
  /** When the file was last written to, by the system's account. */
  readonly modifiedMs: number;
}

const PAGE_BYTES = 4_096;
const CHUNK_BYTES = 256 * PAGE_BYTES;
/** Characters of a page's hash: 48 bits, which a changed page meets by chance once in hundreds of trillions. */
const HASH_LENGTH = 12;

/** The short hash of one page. */
export function hashOf(page: Uint8Array): string {
  return createHash('sha256').update(page).digest('hex').slice(0, HASH_LENGTH);
}

/** Takes hashes apart that were written one after the other. */
export function splitHashes(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / HASH_LENGTH) }, (_, at) =>
    text.slice(at * HASH_LENGTH, (at + 1) * HASH_LENGTH),
  );
}

/** Hashes every page of a file. Throws what the system says. */
export function hashPages(path: string): PageHashes {
  const pages: string[] = [];
  const end = readInChunks(path, (chunk) => {
    for (let at = 0; at < chunk.length; at += PAGE_BYTES)
      pages.push(hashOf(chunk.subarray(at, at + PAGE_BYTES)));
  });
  return { pages, ...end };
}

/** Hashes the pages with these numbers anew, and those by which the file has grown. Throws what the system says. */
export function rehashPages(
  path: string,
  known: readonly string[],
  numbers: ReadonlySet<number>,
): PageHashes {
  const file = openSync(path, 'r');
  try {
    const { size, mtimeMs } = fstatSync(file);
    const page = Buffer.alloc(PAGE_BYTES);
    const pages = Array.from({ length: Math.ceil(size / PAGE_BYTES) }, (_, index) => {
      const hash = numbers.has(index + 1) ? undefined : known[index];
      return hash ?? hashOf(page.subarray(0, readSync(file, page, 0, PAGE_BYTES, index * PAGE_BYTES)));
    });
    return { pages, bytes: size, modifiedMs: Math.trunc(mtimeMs) };
  } finally {
    closeSync(file);
  }
}

/** Hands on a file's bytes, whole pages at a time but for the end, and says how long it is and when it was written. */
export function readInChunks(
  path: string,
  take: (chunk: Buffer) => void,
): { readonly bytes: number; readonly modifiedMs: number } {
  const file = openSync(path, 'r');
  try {
    const { size, mtimeMs } = fstatSync(file);
    const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, Math.max(PAGE_BYTES, size)));
    for (let at = 0; ; ) {
      const read = readSync(file, chunk, 0, chunk.length, at);
      if (read === 0) return { bytes: at, modifiedMs: Math.trunc(mtimeMs) };
      take(chunk.subarray(0, read));
      at += read;
    }
  } finally {
    closeSync(file);
  }
}

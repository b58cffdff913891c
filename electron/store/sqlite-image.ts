import type { WalFrame } from './wal-file.ts';

/** What a column can hold; a blob comes as bytes. */
export type SqliteValue = string | number | null | Uint8Array;

/** One row of some table, read from a page without SQLite. */
export interface ImageRow {
  readonly rowId: number;
  readonly values: readonly SqliteValue[];
}

/** Everything that the pages of a file still give. */
export interface ImageRows {
  readonly rows: readonly ImageRow[];
  /** Rows that are there and cannot be read, and pages that are not what any page is. */
  readonly broken: number;
}

const DEFAULT_PAGE_SIZE = 4_096;
const FILE_HEADER_BYTES = 100;
const LEAF_TABLE = 13;
const OTHER_TREE_PAGES: readonly (number | undefined)[] = [2, 5, 10];
const ZEROS = Buffer.alloc(65_536);
const MAX_ROW_BYTES = 64 * 1_024 * 1_024;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

interface Pages {
  readonly size: number;
  readonly count: number;
  readonly get: (page: number) => Buffer | null;
}

/**
 * Reads every row from the leaf pages of a database, with pages of its log laid over it. Needs neither page 1 nor any
 * page that leads to others, so that damage there hides nothing; a damaged leaf hides its own rows and no more. Rows
 * come in the order of their pages. For damaged files only: which table a row belongs to is for the caller to tell.
 */
export function readImage(file: Buffer, frames: readonly WalFrame[] = []): ImageRows {
  const pages = layOver(file, frames);
  const rows: ImageRow[] = [];
  const overflow = new Set<number>();
  const strange: number[] = [];
  let broken = 0;
  for (let number = 1; number <= pages.count; number += 1) {
    const page = pages.get(number);
    if (page === null) continue;
    const type = page[number === 1 ? FILE_HEADER_BYTES : 0];
    if (type === LEAF_TABLE) {
      for (const row of leafRows(pages, page, number === 1 ? FILE_HEADER_BYTES : 0, overflow)) {
        if (row === null) broken += 1;
        else rows.push(row);
      }
    } else if (!OTHER_TREE_PAGES.includes(type)) {
      strange.push(number);
    }
  }
  const unknown = strange.filter((number) => !overflow.has(number) && !isFree(pages.get(number)));
  return { rows, broken: broken + unknown.length };
}

function layOver(file: Buffer, frames: readonly WalFrame[]): Pages {
  const inHeader = file.length >= 18 ? file.readUInt16BE(16) : 0;
  const isSize = inHeader >= 512 && (inHeader & (inHeader - 1)) === 0;
  const size = frames[0]?.content.length ?? (isSize ? inHeader : DEFAULT_PAGE_SIZE);
  const newer = new Map(frames.map(({ page, content }) => [page, content]));
  const inFile = Math.floor(file.length / size);
  const count = frames.reduce(
    (most, { page, commitPages }) => Math.max(most, commitPages > 0 ? page : 0),
    inFile,
  );
  return {
    size,
    count: Math.min(count, inFile + frames.length),
    get: (page) => {
      if (page < 1) return null;
      const start = (page - 1) * size;
      return newer.get(page) ?? (page <= inFile ? file.subarray(start, start + size) : null);
    },
  };
}

/** A page that was given back: all zeros since secure delete, or the start of the list of such pages. */
function isFree(page: Buffer | null): boolean {
  if (page === null) return true;
  const listed = page.readUInt32BE(4);
  // Compared, not counted: a file of nothing but zeros can be long.
  return (
    listed <= page.length / 4 &&
    ZEROS.subarray(8 + listed * 4, page.length).equals(page.subarray(8 + listed * 4))
  );
}

function* leafRows(
  pages: Pages,
  page: Buffer,
  start: number,
  overflow: Set<number>,
): Generator<ImageRow | null> {
  const cells = page.readUInt16BE(start + 3);
  for (let cell = 0; cell < cells; cell += 1) {
    const pointerAt = start + 8 + cell * 2;
    if (pointerAt + 2 > page.length) {
      yield null;
      return;
    }
    try {
      yield readCell(pages, page, page.readUInt16BE(pointerAt), overflow);
    } catch (error) {
      // Only what bytes can do: reading past their end, or text that is none.
      if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
      yield null;
    }
  }
}

function readCell(pages: Pages, page: Buffer, at: number, overflow: Set<number>): ImageRow {
  const [bytes, rowIdAt] = readVarint(page, at);
  const [rowId, contentAt] = readVarint(page, rowIdAt);
  if (bytes > MAX_ROW_BYTES) throw new RangeError('a row longer than any');
  const local = localBytes(bytes, pages.size);
  if (contentAt + local > page.length) throw new RangeError('a row past the end of its page');
  const parts = [page.subarray(contentAt, contentAt + local)];
  let missing = bytes - local;
  let next = missing > 0 ? page.readUInt32BE(contentAt + local) : 0;
  while (missing > 0) {
    const more = overflow.has(next) ? null : pages.get(next);
    if (more === null) throw new RangeError('the rest of a row is missing');
    overflow.add(next);
    const part = more.subarray(4, 4 + Math.min(missing, pages.size - 4));
    parts.push(part);
    missing -= part.length;
    next = more.readUInt32BE(0);
  }
  return { rowId, values: readRecord(Buffer.concat(parts)) };
}

/** How much of a row lies in its own page, by the file format's rule. */
function localBytes(bytes: number, pageSize: number): number {
  const most = pageSize - 35;
  if (bytes <= most) return bytes;
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
  const fitting = least + ((bytes - least) % (pageSize - 4));
  return fitting <= most ? fitting : least;
}

function readRecord(record: Buffer): readonly SqliteValue[] {
  const [headerBytes, first] = readVarint(record, 0);
  const values: SqliteValue[] = [];
  let typeAt = first;
  let at = headerBytes;
  while (typeAt < headerBytes) {
    const [type, next] = readVarint(record, typeAt);
    const [value, bytes] = readValue(record, at, type);
    values.push(value);
    at += bytes;
    typeAt = next;
  }
  if (at !== record.length || typeAt !== headerBytes) throw new RangeError('a row of the wrong length');
  return values;
}

const INTEGER_BYTES: readonly (number | undefined)[] = [undefined, 1, 2, 3, 4, 6];

function readValue(record: Buffer, at: number, type: number): readonly [SqliteValue, number] {
  if (type === 0) return [null, 0];
  if (type === 8 || type === 9) return [type - 8, 0];
  if (type === 6) return [Number(record.readBigInt64BE(at)), 8];
  if (type === 7) return [record.readDoubleBE(at), 8];
  const integer = INTEGER_BYTES[type];
  if (integer !== undefined) return [record.readIntBE(at, integer), integer];
  if (type < 12) throw new RangeError('a kind of value that does not exist');
  const bytes = Math.floor((type - 12) / 2);
  if (at + bytes > record.length) throw new RangeError('a value past the end of its row');
  const content = record.subarray(at, at + bytes);
  return [type % 2 === 1 ? utf8.decode(content) : content, bytes];
}

/** SQLite's integer of one to nine bytes, and where the next thing begins. */
function readVarint(bytes: Buffer, start: number): readonly [number, number] {
  let value = 0;
  for (let step = 0; step < 9; step += 1) {
    const byte = bytes.readUInt8(start + step);
    if (step === 8) return [value * 256 + byte, start + 9];
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, start + step + 1];
  }
  return [value, start + 9];
}

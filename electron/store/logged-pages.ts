import { readIfThere } from './durable-file.ts';

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const PAGE_SIZE_AT = 8;
const SMALLEST_PAGE = 512;
const SALT_AT = 16;
const SALT_BYTES = 8;

/** What a write-ahead log holds, by its frames' headers alone. */
export interface LoggedPages {
  /** Rises by one each time the connection that wrote it begins it anew; any other number when another one did. */
  readonly round: number;
  /** Numbers of the pages it has a newer version of. */
  readonly pages: ReadonlySet<number>;
}

/** True when a log is of this round, or of the one after it: begun anew by the connection that wrote both. */
export function isSameOrNext(round: number, earlier: number): boolean {
  return round === earlier || round === (earlier + 1) % 2 ** 32;
}

/**
 * Which pages the log of an open plan holds; null where it holds none. Only for a log that our own connection writes:
 * one that was found is looked at more closely. Throws what the system says.
 */
export function readLoggedPages(walPath: string): LoggedPages | null {
  return loggedPagesIn(readIfThere(walPath));
}

/** The same of a log's bytes. */
export function loggedPagesIn(wal: Buffer | null): LoggedPages | null {
  if (wal === null || wal.length < HEADER_BYTES || wal.readUInt32BE(PAGE_SIZE_AT) < SMALLEST_PAGE)
    return null;
  const frameBytes = FRAME_HEADER_BYTES + wal.readUInt32BE(PAGE_SIZE_AT);
  const salt = wal.subarray(SALT_AT, SALT_AT + SALT_BYTES);
  const pages = new Set<number>();
  for (let at = HEADER_BYTES; at + frameBytes <= wal.length; at += frameBytes) {
    // What follows is left of an earlier round.
    if (!wal.subarray(at + 8, at + 8 + SALT_BYTES).equals(salt)) break;
    pages.add(wal.readUInt32BE(at));
  }
  return { round: wal.readUInt32BE(SALT_AT), pages };
}

import { lstatSync } from 'node:fs';
import { readStart } from './durable-file.ts';
import type { WalFrame } from './wal-file.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const PAGE_SIZE_AT = 16;
const CHANGES_AT = 24;
const PAGES_AT = 28;
const PAGES_VALID_FOR_AT = 92;
const LARGEST_PAGE = 65_536;

/** Room beyond what a plan should take that is still looked at as a part of it. */
const SLACK_BYTES = 64 * 1_024 * 1_024;
/** Most that is ever read of a damaged plan: many times as much as a long one takes, and read in a second or two. */
export const MOST_SALVAGED_BYTES = 500_000_000;

/** The beginning of a plan's file. */
export interface PlanBytes {
  readonly content: Buffer;
  /** Whether there is more of the file that may belong to the plan. */
  readonly isShort: boolean;
}

/**
 * True for a file that is far longer than its plan, as after a copy that went wrong. Nothing must read all of it: that
 * could take minutes. Throws what the system says.
 */
export function isOverlong(
  path: string,
  sealed: number | null = null,
  frames: readonly WalFrame[] = [],
): boolean {
  const { size } = lstatSync(path);
  if (size <= SLACK_BYTES) return false;
  const known = knownBytes(path, sealed, frames);
  return size > (known === null ? MOST_SALVAGED_BYTES : known + SLACK_BYTES);
}

/** Reads a plan's file for salvage, as far as there can be anything of the plan in it. Throws what the system says. */
export function readPlanBytes(
  path: string,
  sealed: number | null = null,
  frames: readonly WalFrame[] = [],
): PlanBytes {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) return { content: Buffer.alloc(0), isShort: false };
  const known = isOverlong(path, sealed, frames) ? knownBytes(path, sealed, frames) : null;
  const wanted = known === null ? stats.size : Math.min(stats.size, known);
  const content = readStart(path, Math.min(wanted, MOST_SALVAGED_BYTES));
  return { content, isShort: content.length < wanted };
}

/** How long the plan in a file is: by its header, its seal, or its log, whichever says most; null when none does. */
function knownBytes(path: string, sealed: number | null, frames: readonly WalFrame[]): number | null {
  const logged = frames.reduce((most, { page, content }) => Math.max(most, page * content.length), 0);
  const most = Math.max(bytesByHeader(readStart(path, HEADER_BYTES)) ?? 0, sealed ?? 0, logged);
  return most > 0 ? most : null;
}

/** The header's own count of pages holds only if it was written with the last change. */
function bytesByHeader(header: Buffer): number | null {
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
  if (header.readUInt32BE(CHANGES_AT) !== header.readUInt32BE(PAGES_VALID_FOR_AT)) return null;
  const size = header.readUInt16BE(PAGE_SIZE_AT);
  return header.readUInt32BE(PAGES_AT) * (size === 1 ? LARGEST_PAGE : size);
}

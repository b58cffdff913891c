import type { Database } from 'better-sqlite3';
import { isSameOrNext, type LoggedPages, readLoggedPages } from './logged-pages.ts';
import { hashPages, type PageHashes, rehashPages } from './page-hashes.ts';

/** What every page of an open plan's file should be. */
export interface KnownPages {
  readonly isKnown: () => boolean;
  /** Round of the log that the pages belong to; null before there was any. */
  readonly round: () => number | null;
  /** Takes note of the log that the first save has begun, and returns its round. */
  readonly nameLog: () => number | null;
  /** What the log holds just now, for `look`. */
  readonly moment: () => Moment;
  /** The pages as they are: only those are read that a save can have changed, all of them where the log does not tell which. */
  readonly look: (at: Moment | null) => PageHashes;
  /** Looks, and knows the pages from here on. `isCopied`: all of the log is in the file. */
  readonly learn: (isCopied: boolean) => PageHashes;
  readonly forget: () => void;
  /** How many pages are not as they should be. Those the log holds do not count, for it is read in their stead. */
  readonly countStrays: () => number;
}

/** What says which pages can have changed. */
export interface Moment {
  readonly logged: LoggedPages | null;
  /** Rises when another program commits. */
  readonly dataVersion: unknown;
}

interface Known {
  readonly pages: readonly string[];
  readonly round: number | null;
  readonly isCopied: boolean;
  readonly dataVersion: unknown;
}

/** Knows `pages` from the start: those of a file without a log. Null: it does not know them yet. */
export function openKnownPages(db: Database, pages: readonly string[] | null): KnownPages {
  const selectDataVersion = db.prepare('PRAGMA data_version').pluck();
  const moment = (): Moment => ({
    logged: readLoggedPages(`${db.name}-wal`),
    dataVersion: selectDataVersion.get(),
  });
  let known: Known | null =
    pages === null ? null : { pages, round: null, isCopied: true, dataVersion: selectDataVersion.get() };

  const look = (at: Moment | null): PageHashes => {
    const changed = changedSince(known, at);
    return known === null || changed === null
      ? hashPages(db.name)
      : rehashPages(db.name, known.pages, changed);
  };
  return {
    isKnown: () => known !== null,
    round: () => known?.round ?? null,
    nameLog: () => {
      const round = moment().logged?.round ?? null;
      if (known !== null) known = { ...known, round };
      return round;
    },
    moment,
    look,
    learn: (isCopied) => {
      const at = moment();
      const now = look(at);
      known = { pages: now.pages, round: at.logged?.round ?? null, isCopied, dataVersion: at.dataVersion };
      return now;
    },
    forget: () => {
      known = null;
    },
    countStrays: () => {
      const changed = changedSince(known, moment());
      if (known === null || changed === null) return 0;
      const now = hashPages(db.name).pages;
      return known.pages.filter((hash, index) => now[index] !== hash && !changed.has(index + 1)).length;
    },
  };
}

/** Pages of the file that saves can have changed since they were known; null when the log does not tell all of them. */
function changedSince(known: Known | null, now: Moment | null): ReadonlySet<number> | null {
  if (known === null || now === null || known.dataVersion !== now.dataVersion) return null;
  if (now.logged === null || known.round === null) return now.logged === known.round ? new Set() : null;
  const { round, pages } = now.logged;
  const isTold = round === known.round || (known.isCopied && isSameOrNext(round, known.round));
  return isTold ? pages : null;
}

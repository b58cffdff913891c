import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import type { HistoryEntry, HistoryScope } from '../../shared/domain/history-entry.ts';
import { isObject, parseJson } from './plan-rows.ts';

/** What is asked of the history. */
export interface HistoryQuery {
  readonly scope: HistoryScope;
  /** Which of those lines; null: all of them. */
  readonly accepts: ((entry: HistoryEntry) => boolean) | null;
  /** Only lines before this number; null: from the newest on. */
  readonly beforeSeq: number | null;
  /** Most lines on the page: 1 to 100. */
  readonly limit: number;
}

/** Part of the history, newest first. */
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  /** Where to go on from; null at the beginning of the history. The page may be empty, and there still be more. */
  readonly nextBeforeSeq: number | null;
}

/** Reads the history, which only ever grows. */
export interface HistoryReader {
  readonly page: (query: HistoryQuery) => HistoryPage;
  /** The line with this number; null when there is none. */
  readonly entry: (seq: number) => HistoryEntry | null;
  /** How many lines come after this number. */
  readonly countAfter: (seq: number) => number;
}

export const MAX_PAGE = 100;
/** Most lines one page looks at, so that a search for something rare takes several short whiles and not a long one. */
export const MAX_READ = 20_000;
/** The same where each line has to be put into words first. */
export const MAX_SEARCHED = 2_000;
/** The same by their length, in characters: long lists take longest. */
export const MAX_SEARCHED_CHARS = 400_000;

const COLUMNS = 'seq, at, subject, action, before, after';

const historyRow = z.object({
  seq: z.int(),
  at: z.string(),
  subject: z.string(),
  action: z.string(),
  before: z.string().transform(toPart),
  after: z.string().transform(toPart),
});

interface RawRow {
  readonly seq: number;
  readonly subject: string;
  readonly before: string;
  readonly after: string;
}

/** Prepares the statements once. */
export function openHistoryReader(db: Database): HistoryReader {
  const all = db.prepare(`SELECT ${COLUMNS} FROM history WHERE seq < ? ORDER BY seq DESC`);
  const ofOne = db.prepare(`SELECT ${COLUMNS} FROM history WHERE subject = ? AND seq < ? ORDER BY seq DESC`);
  const one = db.prepare(`SELECT ${COLUMNS} FROM history WHERE seq = ?`);
  const count = db.prepare('SELECT count(*) FROM history WHERE seq > ?').pluck();

  return {
    page: ({ scope, accepts, beforeSeq, limit }) => {
      const { subjects, prefix } = scope;
      const before = beforeSeq ?? Number.MAX_SAFE_INTEGER;
      const [only] = subjects ?? [];
      const rows =
        subjects?.length === 1 && only !== undefined ? ofOne.iterate(only, before) : all.iterate(before);
      const wanted = subjects === null ? null : new Set(subjects);
      return gather(rows, Math.max(1, Math.min(limit, MAX_PAGE)), accepts, (subject) =>
        wanted === null ? subject.startsWith(prefix) : wanted.has(subject),
      );
    },
    entry: (seq) => {
      const row = one.get(seq);
      return row === undefined ? null : historyRow.parse(row);
    },
    countAfter: (seq) => Number(count.get(seq)),
  };
}

function gather(
  rows: Iterable<unknown>,
  limit: number,
  accepts: HistoryQuery['accepts'],
  isInScope: (subject: string) => boolean,
): HistoryPage {
  const entries: HistoryEntry[] = [];
  let read = 0;
  let searched = 0;
  let chars = 0;
  let last = 0;
  for (const row of rows as Iterable<RawRow>) {
    if (read === MAX_READ || searched === MAX_SEARCHED || chars >= MAX_SEARCHED_CHARS) {
      return { entries, nextBeforeSeq: last };
    }
    read += 1;
    if (isInScope(row.subject)) {
      const entry = historyRow.parse(row);
      if (accepts !== null) {
        searched += 1;
        chars += row.before.length + row.after.length;
      }
      if (accepts === null || accepts(entry)) {
        // One more than fits: there is an earlier page, and it begins with this line.
        if (entries.length === limit) return { entries, nextBeforeSeq: last };
        entries.push(entry);
      }
    }
    last = row.seq;
  }
  return { entries, nextBeforeSeq: null };
}

function toPart(json: string): Readonly<Record<string, unknown>> {
  const part = parseJson(json);
  return isObject(part) ? part : {};
}

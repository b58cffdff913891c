import type { Database } from 'better-sqlite3';
import { filesIn, isEvidenceFile } from '../../shared/domain/evidence.ts';
import type { EvidenceFile } from '../../shared/domain/field.ts';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { schemaVersion } from './migrate.ts';
import { parseJson } from './plan-rows.ts';

/** What a content is called by a reference to it. */
export interface ContentName {
  /** May be ''. */
  readonly name: string;
  readonly mediaType: string;
}

/** A content as the history knows it last. */
export interface LastNamed extends ContentName {
  /** When the newest line that names it was written: for what is attached nowhere now, when it was removed. */
  readonly at: IsoInstant;
  /** What that line is about, as in `HistoryEntry`. */
  readonly subject: string;
}

// The name of a content, wherever it stands: also in a reference that only another version can read.
const CONTENT = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g;
// In a reference as this version writes it.
const REFERENCE = /"sha256":"[0-9a-f]{64}/g;

/**
 * Every content that the answers of a plan file refer to now, each once. Goes by the stored text, not by the catalog, so
 * that a plan of any version gives the same list. Throws what SQLite throws.
 */
export function evidenceOfPlan(db: Database): readonly EvidenceFile[] {
  const files = new Map<string, EvidenceFile>();
  for (const text of answersOf(db)) {
    for (const file of filesIn(parseJson(text))) files.set(file.sha256, file);
  }
  return [...files.values()];
}

/**
 * Every content that a plan file names in any way outside its history, by sha256, with what it is called (null: that
 * cannot be read). Takes rather too much for a content than too little: what is not in here may be cleared. Throws what
 * SQLite throws.
 */
export function contentsNamedIn(db: Database): ReadonlyMap<string, ContentName | null> {
  const named = new Map<string, ContentName | null>();
  for (const text of answersOf(db)) {
    const found = text.match(CONTENT) ?? [];
    if (found.length === 0) continue;
    const names = namesIn(parseJson(text));
    for (const sha256 of found) named.set(sha256, names.get(sha256) ?? named.get(sha256) ?? null);
  }
  return named;
}

/** How the history knows some contents last; one that it never named is left out. Throws what SQLite throws. */
export function lastNamedIn(db: Database, sha256s: ReadonlySet<string>): ReadonlyMap<string, LastNamed> {
  const known = new Map<string, LastNamed>();
  if (sha256s.size === 0) return known;
  const isAsked = (sha256: string): boolean => sha256s.has(sha256) && !known.has(sha256);
  const rows = db
    .prepare(
      `SELECT at, subject, before, after FROM history
       WHERE instr(before, '"sha256"') > 0 OR instr(after, '"sha256"') > 0 ORDER BY seq DESC`,
    )
    .raw()
    .iterate() as IterableIterator<readonly [at: string, subject: string, before: string, after: string]>;
  for (const [at, subject, before, after] of rows) {
    for (const text of [before, after]) {
      // Cheaper than reading the whole line, most of which are about something else.
      if (!(text.match(REFERENCE) ?? []).some((each) => isAsked(each.slice(-64)))) continue;
      for (const [sha256, name] of namesIn(parseJson(text))) {
        if (isAsked(sha256)) known.set(sha256, { ...name, at, subject });
      }
    }
    if (known.size === sha256s.size) break;
  }
  return known;
}

/** The stored text of everything outside the history that can refer to a file. */
function* answersOf(db: Database): Iterable<string> {
  const version = schemaVersion(db);
  for (const table of [...(version >= 1 ? ['item'] : []), ...(version >= 2 ? ['record'] : [])]) {
    for (const text of db.prepare(`SELECT answers FROM ${table}`).pluck().iterate()) {
      if (typeof text === 'string') yield text;
    }
  }
}

/** What the files in a stored value are called, wherever in it they stand. */
function namesIn(value: unknown): ReadonlyMap<string, ContentName> {
  const names = new Map<string, ContentName>();
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { file, name } = part as Readonly<Record<string, unknown>>;
    if (isEvidenceFile(file)) {
      names.set(file.sha256, {
        name: typeof name === 'string' ? name.trim() : '',
        mediaType: file.mediaType,
      });
    }
    for (const inner of Object.values(part)) look(inner);
  };
  look(value);
  return names;
}

import Database from 'better-sqlite3';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { schemaVersion } from './migrate.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';
import { APPLICATION_ID, BUSY_TIMEOUT_MS } from './pragmas.ts';
import { hasExpectedSchema } from './schema-check.ts';

/** How far a plan has come: two plans with equal marks hold the same changes. */
export interface PlanMark {
  /** Number of the newest history row; 0 when there is none. */
  readonly lastSeq: number;
  /** That row, as text; '' when there is none. */
  readonly lastRow: string;
  readonly version: number;
  /** When that row was written, by the clock of the time. */
  readonly lastChangeAt: IsoInstant | null;
}

/** What a plan holds, in numbers. */
export interface PlanFacts extends PlanMark {
  readonly businessName: string;
  readonly items: number;
  /** Items done, or set aside with a reason. */
  readonly itemsSettled: number;
  /** Entries of lists, those taken off left out. */
  readonly records: number;
  readonly checks: number;
  readonly changes: number;
}

/** What is wrong with a plan file; null when nothing is. */
export type Fault = 'not-a-plan' | 'damaged' | 'tables' | 'newer' | null;

/**
 * How much of a file to look at. `quick` reads all of it; `thorough` also compares every index with its table. `sealed`
 * looks at the header alone, for a file that is byte for byte as it was closed: its bytes were all read to know that, its
 * structure by the backup made before, and every index within the week.
 */
export type Depth = 'sealed' | 'quick' | 'thorough';

/** Opens a plan file for looking only, hands it to `look` and closes it. Throws what SQLite throws. */
export function lookInto<T>(path: string, look: (db: Database.Database) => T): T {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    return look(db);
  } finally {
    db.close();
  }
}

/** Says what is wrong with a plan file. A newer plan is not looked at further. */
export function faultOf(db: Database.Database, depth: Depth): Fault {
  const check = depth === 'thorough' ? 'integrity_check(1)' : 'quick_check(1)';
  if (depth !== 'sealed' && db.pragma(check, { simple: true }) !== 'ok') return 'damaged';
  if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID) return 'not-a-plan';
  if (schemaVersion(db) > SCHEMA_VERSION) return 'newer';
  return depth === 'sealed' || hasExpectedSchema(db) ? null : 'tables';
}

/** How far a plan has come. */
export function markOf(db: Database.Database): PlanMark {
  const version = schemaVersion(db);
  const last =
    version === 0
      ? undefined
      : (db
          .prepare('SELECT seq, at, subject, action, before, after FROM history ORDER BY seq DESC LIMIT 1')
          .raw()
          .get() as readonly [number, string, ...string[]] | undefined);
  if (last === undefined) return { version, lastSeq: 0, lastRow: '', lastChangeAt: null };
  return { version, lastSeq: last[0], lastRow: JSON.stringify(last), lastChangeAt: last[1] };
}

/** True when both hold the same changes. */
export function isSameMark(a: PlanMark, b: PlanMark): boolean {
  return a.version === b.version && a.lastSeq === b.lastSeq && a.lastRow === b.lastRow;
}

/** What a plan holds. It may stand at an older version. */
export function factsOf(db: Database.Database): PlanFacts {
  const mark = markOf(db);
  const one = (sql: string): unknown => db.prepare(sql).pluck().get();
  const count = (sql: string): number => Number(one(`SELECT count(*) FROM ${sql}`));
  const hasPlan = mark.version >= 1;
  const hasRecords = mark.version >= 2;
  return {
    ...mark,
    businessName: hasPlan ? String(one('SELECT business_name FROM profile') ?? '') : '',
    items: hasPlan ? count('item') : 0,
    itemsSettled: hasPlan ? count(`item WHERE status IN ('done', 'not-applicable')`) : 0,
    records: hasRecords ? count('record WHERE archived_on IS NULL') : 0,
    checks: hasRecords ? count('check_run') : 0,
    changes: hasPlan ? count('history') : 0,
  };
}

/** Rows of each table, to compare a copy with what it was made from. */
export function rowCounts(db: Database.Database): string {
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  return JSON.stringify(
    tables.map((name) => [name, db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]),
  );
}

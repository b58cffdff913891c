import type { Database } from 'better-sqlite3';
import { schemaVersion } from './migrate.ts';
import { ITEM_COLUMNS, PROFILE_COLUMNS } from './plan-rows.ts';
import { CHECK_COLUMNS, RECORD_COLUMNS } from './record-rows.ts';

/** What two plans record differently: `profile`, `item:…`, `record:…`, `checks` and `history`. Sorted. */
export function differingSubjects(one: Database, other: Database): readonly string[] {
  const [ones, others] = [rowsBySubject(one), rowsBySubject(other)];
  const subjects = new Set([...ones.keys(), ...others.keys()]);
  return [...subjects].filter((subject) => ones.get(subject) !== others.get(subject)).sort();
}

/** Which of the tables that only ever grow (`history`, `checks`) do not hold what an earlier state of the plan holds. */
export function rewrittenSince(db: Database, earlier: Database): readonly string[] {
  const grows: [name: string, sql: string][] = [
    ['history', 'SELECT seq, at, subject, action, before, after FROM history WHERE seq <= ? ORDER BY seq'],
  ];
  if (schemaVersion(db) >= 2 && schemaVersion(earlier) >= 2) {
    grows.push(['checks', `SELECT seq, ${CHECK_COLUMNS} FROM check_run WHERE seq <= ? ORDER BY seq`]);
  }
  return grows.flatMap(([name, sql]) => {
    const table = name === 'history' ? 'history' : 'check_run';
    const last = Number(earlier.prepare(`SELECT coalesce(max(seq), 0) FROM ${table}`).pluck().get());
    const rows = (from: Database): string => JSON.stringify(from.prepare(sql).raw().all(last));
    return rows(db) === rows(earlier) ? [] : [name];
  });
}

function rowsBySubject(db: Database): ReadonlyMap<string, string> {
  const rows = new Map<string, string>();
  const read = (sql: string, subjectOf: (row: readonly unknown[]) => string): void => {
    for (const row of db.prepare(sql).raw().iterate() as Iterable<readonly unknown[]>) {
      const subject = subjectOf(row);
      rows.set(subject, `${rows.get(subject) ?? ''}${JSON.stringify(row)}`);
    }
  };
  read(`SELECT ${PROFILE_COLUMNS} FROM profile`, () => 'profile');
  read(`SELECT ${ITEM_COLUMNS} FROM item`, ([id]) => `item:${id}`);
  read('SELECT seq, at, subject, action, before, after FROM history ORDER BY seq', () => 'history');
  if (schemaVersion(db) < 2) return rows;
  read(`SELECT ${RECORD_COLUMNS} FROM record`, ([id]) => `record:${id}`);
  read(`SELECT seq, ${CHECK_COLUMNS} FROM check_run ORDER BY seq`, () => 'checks');
  return rows;
}

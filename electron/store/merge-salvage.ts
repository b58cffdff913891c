import type { Database } from 'better-sqlite3';
import { openHistoryWriter } from './history-writer.ts';
import { schemaVersion } from './migrate.ts';
import { ITEM_COLUMNS, PROFILE_COLUMNS, parseJson } from './plan-rows.ts';
import { rebuildRow, type SubjectChange } from './rebuild-row.ts';
import { CHECK_COLUMNS, RECORD_COLUMNS } from './record-rows.ts';
import { HISTORY_COLUMNS, SUMMED_SINCE, subjectsWithWrongSums, withSum } from './row-sum.ts';
import type { Salvaged, SalvagedRow } from './salvage.ts';

/** What was taken over from a damaged plan. */
export interface Merged {
  /** History rows newer than the base, taken over. */
  readonly changes: number;
  /** Subjects (`profile`, `item:…`, `record:…`) whose newer state was taken over as it was found. */
  readonly taken: readonly string[];
  /** Subjects whose state was worked out from their history, because their own row could not be read. */
  readonly rebuilt: readonly string[];
  /** Numbers missing between the base and the newest history row found. */
  readonly gaps: number;
  /** Rows that the tables refused. */
  readonly refused: number;
}

/** The three tables that hold a state, each row of which ends in the instant of its last change. */
type StateTable = 'profile' | 'item' | 'record';

const COLUMNS: Readonly<Record<StateTable, string>> = {
  profile: PROFILE_COLUMNS,
  item: ITEM_COLUMNS,
  record: RECORD_COLUMNS,
};

/**
 * Lays what was salvaged over a plan that is sound: history rows newer than its newest, and the state of every subject
 * that they tell of or that is dated later. What could not be read stays as the base has it. All in one transaction.
 * Entries of lists are left alone without `withRecords`.
 */
export function mergeSalvaged(db: Database, found: Salvaged, withRecords: boolean): Merged {
  return db.transaction(() => merge(db, found, withRecords))();
}

/**
 * True when a plan is an earlier state of the damaged one, as far as can be seen: of the history rows that both have, no
 * more than a flipped bit or two can explain are different, and not the newest.
 */
export function isSameLine(db: Database, found: Salvaged): boolean {
  const rows = db.prepare(`SELECT seq, ${HISTORY_COLUMNS} FROM history ORDER BY seq DESC`).raw();
  let differing = 0;
  let same = 0;
  for (const row of rows.iterate()) {
    const [seq, ...values] = row as [number, ...string[]];
    const other = found.history.get(seq);
    if (other === undefined) continue;
    if (JSON.stringify(other) === JSON.stringify(values)) same += 1;
    else if (same === 0 || differing === MOST_FLIPPED) return false;
    else differing += 1;
  }
  return true;
}

const MOST_FLIPPED = 2;

function merge(db: Database, found: Salvaged, withRecords: boolean): Merged {
  const write = prepare(db);
  const baseSeq = Number(db.prepare('SELECT max(seq) FROM history').pluck().get() ?? 0);
  const newer = [...found.history].filter(([seq]) => seq > baseSeq);
  const added = newer.filter(([seq, row]) => write.history(seq, row));
  const changed = changesBySubject(added.map(([, row]) => row));
  const taken: string[] = [];
  const rebuilt: string[] = [];
  let refused = newer.length - added.length;
  // Where the base itself came to harm, whatever fits its sum is better.
  const harmed = new Set(write.isSummed ? subjectsWithWrongSums(db) : []);

  for (const [subject, row] of statesOf(found, withRecords && write.hasLists)) {
    const current = write.current(subject);
    if (JSON.stringify(row) === JSON.stringify(current)) {
      changed.delete(subject);
      continue;
    }
    const told = changed.get(subject)?.at(-1)?.at;
    const isNewer =
      told === undefined ? current === null || instantOf(row) > instantOf(current) : told === instantOf(row);
    if (!isNewer && !harmed.has(subject)) continue;
    if (write.state(subject, row)) {
      taken.push(subject);
      changed.delete(subject);
    } else refused += 1;
  }
  for (const [subject, changes] of changed) {
    if (subject.startsWith('record:') && !withRecords) continue;
    const row = rebuildRow(subject, write.current(subject), changes);
    if (row !== null && write.state(subject, row)) rebuilt.push(subject);
    else refused += 1;
  }
  for (const [seq, row] of write.hasLists ? found.checks : [])
    if (write.check(seq, row) === 'refused') refused += 1;
  const gaps = (newer.at(-1)?.[0] ?? baseSeq) - baseSeq - newer.length;
  return { changes: added.length, taken, rebuilt, gaps, refused };
}

function* statesOf(found: Salvaged, withRecords: boolean): Generator<readonly [string, SalvagedRow]> {
  if (found.profile !== null) yield ['profile', found.profile];
  for (const [id, row] of found.items) yield [`item:${id}`, row];
  if (withRecords) for (const [id, row] of found.records) yield [`record:${id}`, row];
}

function changesBySubject(rows: readonly SalvagedRow[]): Map<string, SubjectChange[]> {
  const changes = new Map<string, SubjectChange[]>();
  for (const [at, subject, action, , after] of rows) {
    if (subject == null || at == null || action === 'set-aside' || subject.startsWith('check:')) continue;
    const soFar = changes.get(subject) ?? [];
    soFar.push({ at, after: parseJson(after ?? '') as SubjectChange['after'] });
    changes.set(subject, soFar);
  }
  return changes;
}

function instantOf(row: SalvagedRow | null): string {
  return row?.at(-1) ?? '';
}

interface Writers {
  /** Not in plans from before there were lists. */
  readonly hasLists: boolean;
  /** Not in plans from before rows had sums. */
  readonly isSummed: boolean;
  readonly history: (seq: number, row: SalvagedRow) => boolean;
  readonly check: (seq: number, row: SalvagedRow) => 'added' | 'known' | 'refused';
  readonly current: (subject: string) => SalvagedRow | null;
  readonly state: (subject: string, row: SalvagedRow) => boolean;
}

/** Writes that answer false where a table refuses a row by its own rules, and throw for any other reason. */
function prepare(db: Database): Writers {
  const addHistory = openHistoryWriter(db);
  const version = schemaVersion(db);
  const hasLists = version >= 2;
  const isSummed = version >= SUMMED_SINCE;
  const select = (table: StateTable) =>
    db.prepare(`SELECT ${COLUMNS[table]} FROM ${table} WHERE id = ?`).raw();
  return {
    hasLists,
    isSummed,
    history: (seq, row) => accepts(() => addHistory(row, seq)),
    check: (found, row) => {
      if (db.prepare('SELECT 1 FROM check_run WHERE id = ?').get(row[0]) !== undefined) return 'known';
      const last = Number(db.prepare('SELECT coalesce(max(seq), 0) FROM check_run').pluck().get());
      const values: readonly Value[] = [Math.max(found, last + 1), ...row];
      const columns = `seq, ${CHECK_COLUMNS}`;
      const sql = insert('check_run', columns, isSummed);
      return accepts(() => db.prepare(sql).run(...(isSummed ? withSum('check_run', values) : values)))
        ? 'added'
        : 'refused';
    },
    current: (subject) => {
      const [table, key] = rowOf(subject);
      return (select(table).get(key) as SalvagedRow | undefined) ?? null;
    },
    state: (subject, row) => {
      const [table, key] = rowOf(subject);
      const columns = COLUMNS[table];
      const names = table === 'profile' ? `id, ${columns}` : columns;
      const values: readonly Value[] = isSummed ? withSum(table, row) : row;
      // An update in place, so that an entry keeps its place in its list.
      const sql = `${insert(table, names, isSummed)}
        ON CONFLICT (id) DO UPDATE SET ${updates(isSummed ? `${columns}, sum` : columns)}`;
      return accepts(() => db.prepare(sql).run(...(table === 'profile' ? [key] : []), ...values));
    },
  };
}

type Value = string | number | null;

function insert(table: StateTable | 'check_run', columns: string, isSummed: boolean): string {
  const names = [...columns.split(', '), ...(isSummed ? ['sum'] : [])];
  return `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
}

function updates(columns: string): string {
  return columns
    .split(', ')
    .map((column) => `${column} = excluded.${column}`)
    .join(', ');
}

/** The table of a subject, and the id of its row. */
function rowOf(subject: string): readonly [StateTable, string | number] {
  if (subject.startsWith('item:')) return ['item', subject.slice(5)];
  if (subject.startsWith('record:')) return ['record', subject.slice(7)];
  return ['profile', 1];
}

function accepts(write: () => unknown): boolean {
  try {
    write();
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^SQLITE_(CONSTRAINT|MISMATCH)/.test(code)) return false;
    throw error;
  }
}

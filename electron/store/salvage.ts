import * as z from 'zod';
import { isoDateSchema } from '../../shared/domain/field-schema.ts';
import { ITEM_STATUSES } from '../../shared/domain/plan.ts';
import { CHECK_OUTCOMES } from '../../shared/domain/portal-check.ts';
import { isObject, parseJson } from './plan-rows.ts';
import { historySum, rowSum } from './row-sum.ts';
import { type ImageRow, readImage, type SqliteValue } from './sqlite-image.ts';
import type { WalFrame } from './wal-file.ts';

/** A row as its table's statements take it, without the row's number and its sum. */
export type SalvagedRow = readonly (string | null)[];

/** What could be read of a damaged plan, row by row. Nothing here is known to belong together. */
export interface Salvaged {
  readonly profile: SalvagedRow | null;
  /** By the id of the item. */
  readonly items: ReadonlyMap<string, SalvagedRow>;
  /** By id, in the order they were added. */
  readonly records: ReadonlyMap<string, SalvagedRow>;
  /** By number, oldest first. */
  readonly checks: ReadonlyMap<number, SalvagedRow>;
  /** By number, oldest first. */
  readonly history: ReadonlyMap<number, SalvagedRow>;
  /** Pieces that are there and could not be read. */
  readonly unreadable: number;
  /** Schema of the file, as far as its header can be believed; null when it cannot. */
  readonly version: number | null;
}

const instant = z.iso.datetime();
const date = isoDateSchema;
const jsonObject = z.string().refine((text) => isObject(parseJson(text)));
const jsonArray = z.string().refine((text) => Array.isArray(parseJson(text)));
const id = z.string().min(1);

const item = z
  .tuple([
    id,
    z.enum(ITEM_STATUSES),
    jsonObject,
    z.string().nullable(),
    date.nullable(),
    date.nullable(),
    instant,
  ])
  .refine(([, status, , reason]) => (status === 'not-applicable') === (reason !== null))
  .refine(([, status, , , , completedOn]) => (status === 'done') === (completedOn !== null));

/**
 * What each table of the plan takes, in the order of its columns, the number of the row and its sum left out: the tables'
 * own rules, which SQLite does not look at in a file it may not write to.
 */
const SHAPES = {
  profile: z.tuple([
    z.string(),
    z.string(),
    z
      .string()
      .regex(/^[A-Z][A-Z]$/)
      .nullable(),
    jsonArray,
    z.string(),
    jsonObject,
    date.nullable(),
    instant,
  ]),
  item,
  history: z.tuple([instant, id, id, jsonObject, jsonObject]),
  record: z.tuple([id, id, jsonObject, date.nullable(), instant, instant]),
  check: z.tuple([id, id, z.string(), z.enum(CHECK_OUTCOMES), z.string(), jsonObject, instant]),
} as const;

/** Tables of the plan, as salvage knows them. */
export type PlanTable = keyof typeof SHAPES;

/** True when the values of a row, its number and its sum left out, are what its table takes. */
export function obeysTable(table: PlanTable, values: readonly unknown[]): boolean {
  return SHAPES[table].safeParse(values).success;
}

/**
 * Reads what can still be read of a plan's bytes, with frames of its log laid over them. A row whose sum does not fit
 * counts as one that cannot be read; rows from before there were sums are taken as they are. Never throws.
 */
export function salvage(file: Buffer, frames: readonly WalFrame[] = []): Salvaged {
  const { rows, broken } = readImage(file, frames);
  const found = new Map<PlanTable, FoundRow[]>();
  let unreadable = broken;
  for (const row of rows) {
    const kind = kindOf(row.values);
    if (kind === null) continue;
    const values = kind === 'broken' ? null : readAs(kind, row.values);
    const isSound = values !== null && kind !== 'broken' && fits(kind.table, row, values, kind.sum);
    if (isSound) addTo(found, kind.table, { rowId: row.rowId, values, sum: kind.sum });
    else unreadable += 1;
  }
  const inOrder = (table: PlanTable) => [...(found.get(table) ?? [])].sort((a, b) => a.rowId - b.rowId);
  const numbered = (rowsOfOne: readonly FoundRow[]): ReadonlyMap<number, SalvagedRow> =>
    new Map(rowsOfOne.map(({ rowId, values }) => [rowId, values]));
  const told = inOrder('history');
  const history = told.filter((row, index) => isInPlace(row, told[index - 1]?.rowId ?? 0));
  return {
    profile: newest(inOrder('profile').map(({ values }) => values)),
    items: byId(inOrder('item')),
    records: byId(inOrder('record')),
    checks: numbered(inOrder('check')),
    history: numbered(history),
    unreadable: unreadable + told.length - history.length,
    version: versionIn(frames.filter(({ page }) => page === 1).at(-1)?.content ?? file),
  };
}

interface FoundRow {
  readonly rowId: number;
  readonly values: SalvagedRow;
  /** Null in a row from before there were sums. */
  readonly sum: string | null;
}

function addTo(found: Map<PlanTable, FoundRow[]>, table: PlanTable, row: FoundRow): void {
  const rows = found.get(table) ?? [];
  rows.push(row);
  found.set(table, rows);
}

interface RowKind {
  readonly table: PlanTable;
  readonly sum: string | null;
}

const SUM = /^[0-9a-f]{16}$/;

/**
 * Which of the plan's tables a row is of: each has a number of columns of its own, or a first column that tells.
 * `broken`: a row of the plan that lost its sum. Null: a row of something else.
 */
function kindOf(values: readonly SqliteValue[]): RowKind | 'broken' | null {
  // SQLite's own statistics end in a blob.
  if (values.some((value) => value instanceof Uint8Array)) return null;
  const last = values.at(-1);
  const sum = typeof last === 'string' && SUM.test(last) ? last : null;
  const isNumbered = values[0] === null;
  switch (values.length - (sum === null ? 0 : 1)) {
    case 6:
      return { table: isNumbered ? 'history' : 'record', sum };
    case 7:
      return isNumbered ? 'broken' : { table: 'item', sum };
    case 8:
      return isNumbered ? { table: 'check', sum } : 'broken';
    case 9:
      return isNumbered ? { table: 'profile', sum } : null;
    case 10:
      return isNumbered ? 'broken' : null;
    default:
      return null;
  }
}

function readAs({ table, sum }: RowKind, values: readonly SqliteValue[]): SalvagedRow | null {
  const start = table === 'item' || table === 'record' ? 0 : 1;
  const own = values.slice(start, sum === null ? undefined : -1);
  const parsed = SHAPES[table].safeParse(own);
  return parsed.success ? parsed.data : null;
}

/** True when a row is what it was when it was written, as far as its sum tells. */
function fits(table: PlanTable, { rowId }: ImageRow, values: SalvagedRow, sum: string | null): boolean {
  switch (table) {
    case 'history':
      // Its sum also covers the row before it, which is known once all are.
      return true;
    case 'check':
      return sum === null || sum === rowSum(['check_run', rowId, ...values]);
    default:
      return sum === null || sum === rowSum([table, ...values]);
  }
}

/** The row before is the one that was found or, where that is gone, most likely the one with the number before. */
function isInPlace({ rowId, values, sum }: FoundRow, previous: number): boolean {
  return sum === null || [previous, rowId - 1].some((before) => sum === historySum(rowId, before, values));
}

/** A stale page can hold a row a second time: the one written last counts. */
function byId(rows: readonly FoundRow[]): ReadonlyMap<string, SalvagedRow> {
  const newestOf = new Map<string, SalvagedRow>();
  for (const { values } of rows) {
    const key = values[0] ?? '';
    const other = newestOf.get(key);
    newestOf.set(key, newest(other === undefined ? [values] : [other, values]) ?? values);
  }
  return newestOf;
}

/** In each of these tables the last column is the instant of the last change. */
function newest(rows: readonly SalvagedRow[]): SalvagedRow | null {
  return rows.reduce<SalvagedRow | null>(
    (best, row) => (best === null || (row.at(-1) ?? '') >= (best.at(-1) ?? '') ? row : best),
    null,
  );
}

function versionIn(header: Buffer): number | null {
  return header.length >= 64 && header.toString('latin1', 0, 15) === 'SQLite format 3'
    ? header.readUInt32BE(60)
    : null;
}

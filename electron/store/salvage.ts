import * as z from 'zod';
import { isoDateSchema } from '../../shared/domain/field-schema.ts';
import { ITEM_STATUSES } from '../../shared/domain/plan.ts';
import { CHECK_OUTCOMES } from '../../shared/domain/portal-check.ts';
import { isObject, parseJson } from './plan-rows.ts';
import { type ImageRow, readImage, type SqliteValue } from './sqlite-image.ts';
import type { WalFrame } from './wal-file.ts';

/** A row as its table's statements take it, without the row's number. */
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
 * What each table of the plan takes, in the order of its columns, the number of the row left out: the tables' own rules,
 * which SQLite does not look at in a file it may not write to.
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

/** True when the values of a row, its number left out, are what its table takes. */
export function obeysTable(table: PlanTable, values: readonly unknown[]): boolean {
  return SHAPES[table].safeParse(values).success;
}

/** Reads what can still be read of a plan's bytes, with frames of its log laid over them. Never throws. */
export function salvage(file: Buffer, frames: readonly WalFrame[] = []): Salvaged {
  const { rows, broken } = readImage(file, frames);
  const found = new Map<PlanTable, [number, SalvagedRow][]>();
  let unreadable = broken;
  for (const row of rows) {
    const table = tableOf(row.values);
    if (table === null) continue;
    const values = SHAPES[table].safeParse(
      table === 'item' || table === 'record' ? row.values : row.values.slice(1),
    );
    if (values.success) add(found, table, row, values.data);
    else unreadable += 1;
  }
  const inOrder = (table: PlanTable) => [...(found.get(table) ?? [])].sort(([a], [b]) => a - b);
  return {
    profile: newest(inOrder('profile').map(([, row]) => row)),
    items: byId(inOrder('item')),
    records: byId(inOrder('record')),
    checks: new Map(inOrder('check')),
    history: new Map(inOrder('history')),
    unreadable,
    version: versionIn(frames.filter(({ page }) => page === 1).at(-1)?.content ?? file),
  };
}

function add(
  found: Map<PlanTable, [number, SalvagedRow][]>,
  table: PlanTable,
  { rowId }: ImageRow,
  values: SalvagedRow,
): void {
  const rows = found.get(table) ?? [];
  rows.push([rowId, values]);
  found.set(table, rows);
}

/** Which of the plan's tables a row is of. Each has a number of columns of its own, or a first column that tells. */
function tableOf(values: readonly SqliteValue[]): PlanTable | null {
  const hasNumber = values[0] === null;
  // SQLite's own statistics end in a blob.
  if (values.some((value) => value instanceof Uint8Array)) return null;
  switch (values.length) {
    case 6:
      return hasNumber ? 'history' : 'record';
    case 7:
      return 'item';
    case 8:
      return hasNumber ? 'check' : null;
    case 9:
      return hasNumber ? 'profile' : null;
    default:
      return null;
  }
}

/** A stale page can hold a row a second time: the one written last counts. */
function byId(rows: readonly [number, SalvagedRow][]): ReadonlyMap<string, SalvagedRow> {
  const newestOf = new Map<string, SalvagedRow>();
  for (const [, row] of rows) {
    const rowId = row[0] ?? '';
    const other = newestOf.get(rowId);
    newestOf.set(rowId, newest(other === undefined ? [row] : [other, row]) ?? row);
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

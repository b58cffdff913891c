import type { Database } from 'better-sqlite3';
import { openPlanFile } from '../../electron/store/open-plan-file.ts';
import type { PlanFile } from '../../electron/store/plan-file.ts';
import { openPlanStore, type PlanStore } from '../../electron/store/plan-store.ts';
import { longText, text } from '../../shared/catalog/field-builders.ts';
import { ITEM_IDS, type ItemId } from '../../shared/catalog/ids.ts';
import { recordFields } from '../../shared/catalog/record-kinds.ts';
import type { Field } from '../../shared/domain/field.ts';
import type { ItemRecord, PlanRecord } from '../../shared/domain/plan.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { aDeviceRun } from '../support/check-runs.ts';
import { aProfile } from '../support/test-profile.ts';
import type { Random } from './random.ts';

const FIELDS: readonly Field[] = [text('answer', 'Answer', { required: true }), longText('note', 'Note')];

/** A plan file open for a fault test, without an application around it. */
export interface FaultPlan {
  readonly file: PlanFile;
  readonly store: PlanStore;
  readonly close: () => void;
}

/** A clock that goes one second further each time it is asked. */
export function tickingClock(start = '2026-11-22T12:00:00.000Z'): () => string {
  let at = Date.parse(start);
  return () => {
    at += 1_000;
    return new Date(at).toISOString();
  };
}

/** Opens the plan of a folder as the application does. */
export function openFaultPlan(folder: string, now: () => string = tickingClock()): Result<FaultPlan> {
  const today = (): string => now().slice(0, 10);
  const opened = openPlanFile(folder, { now, today, nameOf: (subject) => subject });
  if (!opened.ok) return opened;
  const file = opened.value;
  const store = openPlanStore(
    file.db,
    () => FIELDS,
    recordFields,
    () => {},
    file,
  );
  return ok({ file, store, close: () => void file.close() });
}

/** The value of a success; a failure ends the test with its words. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** Answers an item: the count itself, and a note of some length. */
export function anAnswer(id: ItemId, count: number, noteLength: number, at: string): ItemRecord {
  return {
    id,
    status: 'in-progress',
    answers: {
      answer: String(count),
      note: `${count} `.repeat(Math.ceil(noteLength / 4)).slice(0, noteLength),
    },
    notApplicableReason: null,
    dueOn: null,
    completedOn: null,
    updatedAt: at,
  };
}

/** Makes one change of some kind, as a person or a check might. */
export function makeSomeChange(store: PlanStore, random: Random, count: number, at: string): Result<null> {
  return store.change((draft) => {
    const kind = random.below(10);
    if (kind === 0) draft.saveProfile(aProfile({ town: `Town ${count}` }), at, 'answer');
    else if (kind === 1) draft.addCheck({ ...aDeviceRun('firewall'), id: `run-${count}`, checkedAt: at });
    else if (kind <= 3) draft.saveRecord(aRecord(count, random, at), 'answer');
    // Some notes are longer than a page, so that there are rows that go over into others.
    else
      draft.saveItem(
        anAnswer(random.pick(ITEM_IDS), count, random.pick([10, 200, 900, 9_000]), at),
        'answer',
      );
    return ok(null);
  });
}

function aRecord(count: number, random: Random, at: string): PlanRecord {
  return {
    id: `partner-${random.below(20)}`,
    kind: 'partner',
    answers: { name: `Partner ${count}` },
    archivedOn: null,
    createdAt: '2026-11-22T08:00:00.000Z',
    updatedAt: at,
  };
}

/**
 * Everything a plan holds, in a form to compare. What recovery itself wrote into the history is left out, and so are the
 * sums, which nobody sees.
 */
export function contentOf(db: Database): string {
  const tables: readonly [name: string, order: string][] = [
    ['profile', 'id'],
    ['item', 'id'],
    ['record', 'id'],
    ['check_run', 'seq'],
    ['history', 'seq'],
    ['pending_task', 'task'],
  ];
  return JSON.stringify(
    tables.map(([name, order]) =>
      db
        .prepare(`SELECT ${columnsOf(db, name)} FROM ${name} ORDER BY ${order}`)
        .raw()
        .all()
        .filter((row) => name !== 'history' || !String((row as unknown[])[4]).startsWith('{"recovery":')),
    ),
  );
}

function columnsOf(db: Database, table: string): string {
  const columns = db.prepare(`SELECT name FROM pragma_table_info(?) WHERE name <> 'sum'`).pluck().all(table);
  return columns.join(', ');
}

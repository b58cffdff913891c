import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Application, openApplication } from '../../electron/application/application.ts';
import type { CheckPorts } from '../../electron/checks/check-ports.ts';
import { openDatabase } from '../../electron/store/open-database.ts';
import { openPlanStore, type PlanStore } from '../../electron/store/plan-store.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { recordFields } from '../../shared/catalog/record-kinds.ts';
import type { Field } from '../../shared/domain/field.ts';
import type { ItemRecord, Plan } from '../../shared/domain/plan.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { examplePlan } from '../support/example-plan.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

/** Every item of the catalog, filled in. */
export const fullPlan: Plan = examplePlan(catalog, aProfile(), TODAY);

const fields = new Map<string, readonly Field[]>(catalog.items.map((item) => [item.id, fieldsOf(item)]));

/** The fields of an item. */
export const fieldsFor = (itemId: string): readonly Field[] | null => fields.get(itemId) ?? null;

/** A different text of exactly 200 characters for each turn. */
export function noteFor(turn: number): string {
  return `${turn} `.padEnd(200, 'called the office, left a message; ');
}

/** The record whose turn it is, with its note. */
export function recordFor(turn: number): ItemRecord {
  const item = catalog.items[turn % catalog.items.length];
  const record = item === undefined ? undefined : fullPlan.items[item.id];
  if (record === undefined) throw new Error('The plan is not full');
  return { ...record, answers: { ...record.answers, note: noteFor(turn) } };
}

/** The store of a plan, as the application opens it. */
export function openStore(folder: string): PlanStore {
  return openPlanStore(succeeded(openDatabase(folder)), fieldsFor, recordFields);
}

/** The real application on a folder, with a shell that does nothing. */
export function openBenchApplication(dataFolder: string, checks?: CheckPorts): Application {
  return succeeded(
    openApplication({
      dataFolder,
      shell: aFakeShell(),
      clock: { today: () => TODAY, now: () => new Date().toISOString() },
      newId: randomUUID,
      version: '0',
      notice: null,
      sample: false,
      checks,
    }),
  );
}

/** Fills a new folder with the full plan. */
export function fillFolder(folder: string): void {
  const store = openStore(folder);
  succeeded(
    store.change((draft) => {
      draft.saveProfile(fullPlan.profile, `${TODAY}T12:00:00.000Z`, 'answer');
      for (const record of Object.values(fullPlan.items)) draft.saveItem(record, 'answer');
      return ok(null);
    }),
  );
  store.close();
}

/** Writes the folder's history again and again until it is `times` as long. */
export function multiplyHistory(folder: string, times: number): number {
  const db = new Database(join(folder, 'plan.db'));
  const rows = Number(db.prepare('SELECT count(*) FROM history').pluck().get());
  const copy = db.prepare(
    'INSERT INTO history (at, subject, action, before, after) SELECT at, subject, action, before, after FROM history WHERE seq <= ?',
  );
  db.transaction(() => {
    for (let round = 1; round < times; round += 1) copy.run(rows);
  })();
  const total = Number(db.prepare('SELECT count(*) FROM history').pluck().get());
  db.close();
  return total;
}

/** The value of a success; a failed step ends the bench. */
export function succeeded<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

import type { Database } from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../electron/store/open-database.ts';
import { openPlanStore, type PlanStore } from '../../electron/store/plan-store.ts';
import { longText, pastDate, rows, text, yesNo } from '../../shared/catalog/field-builders.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { recordFields } from '../../shared/catalog/record-kinds.ts';
import type { Item } from '../../shared/catalog/types.ts';
import type { Field } from '../../shared/domain/field.ts';
import type { Result } from '../../shared/domain/result.ts';
import { anItem } from './an-item.ts';

/** An item with a field of several kinds; `name` alone is required. */
export const mixedItem: Item = anItem({
  id: 'fnd-experience',
  fields: [
    text('name', 'Your name for it', { required: true }),
    yesNo('agreed', 'Agreed?'),
    pastDate('since', 'Since when?'),
    rows('roles', 'Roles', 'role', [text('employer', 'Employer'), longText('duties', 'Duties')]),
  ],
});

/** Fields for a store that serves these items only. */
export function fieldsForItems(items: readonly Item[]): (id: string) => readonly Field[] | null {
  const fields = new Map<string, readonly Field[]>(items.map((item) => [item.id, fieldsOf(item)]));
  return (id) => fields.get(id) ?? null;
}

/** The value of a success; a failure fails the test with its words. */
export function expectOk<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** A plan in a folder, open until the test is over. `changes` counts what it told of. */
export function openTestPlan(
  folder: string,
  items: readonly Item[] = [mixedItem],
): { readonly db: Database; readonly store: PlanStore; readonly changes: () => number } {
  const db = expectOk(openDatabase(folder));
  let changes = 0;
  const store = openPlanStore(db, fieldsForItems(items), recordFields, () => {
    changes += 1;
  });
  onTestFinished(() => store.close());
  return { db, store, changes: () => changes };
}

import { catalog } from '../../shared/catalog/catalog.ts';
import type { ItemId } from '../../shared/catalog/ids.ts';
import type { Item } from '../../shared/catalog/types.ts';
import { EMPTY_PLAN, type ItemRecord, type Plan, type Profile } from '../../shared/domain/plan.ts';
import { exampleRecord } from './example-plan.ts';
import { aProfile, TODAY } from './test-profile.ts';

/** An item of the real catalog. */
export function itemWithId(id: ItemId): Item {
  const item = catalog.items.find((each) => each.id === id);
  if (item === undefined) throw new Error(`No item "${id}" in the catalog`);
  return item;
}

/** A record of an item: its filled-in example, done today, with these changes. */
export function aRecord(id: ItemId, changes: Partial<ItemRecord> = {}, profile = aProfile()): ItemRecord {
  const item = itemWithId(id);
  return { ...exampleRecord(item, item.example({ today: TODAY, profile }), TODAY), ...changes };
}

/** A plan with the standard profile and these records. */
export function aPlan(records: readonly ItemRecord[] = [], profile: Partial<Profile> = {}): Plan {
  return {
    ...EMPTY_PLAN,
    profile: aProfile(profile),
    items: Object.fromEntries(records.map((record) => [record.id, record])),
  };
}

import type { ItemId } from '../../shared/catalog/ids.ts';
import type { Catalog, Item } from '../../shared/catalog/types.ts';
import type { Answers } from '../../shared/domain/field.ts';
import type { IsoDate } from '../../shared/domain/iso-date.ts';
import { EMPTY_PLAN, type ItemRecord, type Plan, type Profile } from '../../shared/domain/plan.ts';

/** A record that says "done today" with these answers. */
export function exampleRecord(item: Item, answers: Answers, today: IsoDate): ItemRecord {
  return {
    id: item.id,
    status: 'done',
    answers,
    notApplicableReason: null,
    dueOn: null,
    completedOn: today,
    updatedAt: `${today}T12:00:00.000Z`,
  };
}

/** A plan in which the named items (all, unless told) hold their filled-in examples. */
export function examplePlan(
  catalog: Catalog,
  profile: Profile,
  today: IsoDate,
  ids: readonly ItemId[] = catalog.items.map((item) => item.id),
): Plan {
  const items = catalog.items
    .filter((item) => ids.includes(item.id))
    .map((item) => [item.id, exampleRecord(item, item.example({ today, profile }), today)] as const);
  return { ...EMPTY_PLAN, profile, items: Object.fromEntries(items) };
}

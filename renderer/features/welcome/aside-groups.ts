import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Item } from '../../../shared/catalog/types.ts';
import type { Readiness } from '../../../shared/domain/readiness.ts';

/** Items set aside for one and the same reason. */
export interface AsideGroup {
  readonly reason: string;
  readonly items: readonly Item[];
}

/** What the profile sets aside, by reason, in working order. */
export function asideGroups({ items }: Readiness): readonly AsideGroup[] {
  const groups = new Map<string, Item[]>();
  for (const item of catalog.items) {
    const { state, reason } = items[item.id];
    if (state !== 'set-aside' || reason === null) continue;
    groups.set(reason, [...(groups.get(reason) ?? []), item]);
  }
  return [...groups].map(([reason, set]) => ({ reason, items: set }));
}

/** How many items the profile leaves on the list. */
export function keptCount({ items }: Readiness): number {
  return catalog.items.filter(({ id }) => items[id].state !== 'set-aside').length;
}

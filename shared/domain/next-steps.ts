import type { ItemId } from '../catalog/ids.ts';
import type { Item } from '../catalog/types.ts';
import type { ItemAssessment } from './assess-item.ts';

/** Something worth doing now. */
export interface NextStep {
  readonly itemId: ItemId;
  /** How many open items wait for this one, directly or through others. */
  readonly frees: number;
  /** Why now, in a few words. */
  readonly text: string;
}

const MOST_STEPS = 3;

/**
 * Up to three open items whose prerequisites are settled: required before recommended before optional, then by how many
 * open items they free, then in working order.
 */
export function nextSteps(
  applicable: readonly Item[],
  items: Readonly<Record<ItemId, ItemAssessment>>,
): readonly NextStep[] {
  const open = applicable.filter((item) => !items[item.id].isSettled);
  const isFree = (item: Item): boolean => openNeedsOf(item, items).length === 0;
  return open
    .filter(isFree)
    .map((item) => ({ item, frees: countWaiting(item.id, open) }))
    .sort((a, b) => rank(a.item) - rank(b.item) || b.frees - a.frees)
    .slice(0, MOST_STEPS)
    .map(({ item, frees }) => ({ itemId: item.id, frees, text: textFor(items[item.id], frees) }));
}

/** Prerequisites of an item that are not settled yet ("do this first"). */
export function openNeedsOf(item: Item, items: Readonly<Record<ItemId, ItemAssessment>>): readonly ItemId[] {
  return item.needs.filter((id) => !items[id].isSettled);
}

const LEVEL_RANK = { required: 0, recommended: 1, optional: 2 } as const;

function rank(item: Item): number {
  return LEVEL_RANK[item.level];
}

function countWaiting(id: ItemId, open: readonly Item[]): number {
  const waiting = new Set<ItemId>();
  const queue: ItemId[] = [id];
  for (let current = queue.pop(); current !== undefined; current = queue.pop()) {
    for (const item of open) {
      if (waiting.has(item.id) || !item.needs.includes(current)) continue;
      waiting.add(item.id);
      queue.push(item.id);
    }
  }
  return waiting.size;
}

function textFor(assessment: ItemAssessment, frees: number): string {
  const finding = assessment.findings[0];
  if (finding !== undefined) return finding.text;
  if (assessment.state === 'overdue') return 'Due again, and overdue.';
  const freed = frees === 0 ? '' : `Frees ${frees} ${frees === 1 ? 'item' : 'items'}.`;
  if (assessment.state === 'in-progress' && assessment.missing.length > 0) {
    const first = assessment.missing[0] ?? '';
    return assessment.missing.length === 1
      ? first
      : `${assessment.missing.length} things left. ${freed}`.trim();
  }
  return freed || 'Not started.';
}

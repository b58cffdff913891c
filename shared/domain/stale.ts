import type { ItemId, SourceId } from '../catalog/ids.ts';
import type { Catalog } from '../catalog/types.ts';
import type { ItemAssessment } from './assess-item.ts';
import { addDays, dateOfInstant, type IsoDate } from './iso-date.ts';
import type { Plan } from './plan.ts';

/** Something older than its review period. */
export type StaleNotice =
  | { readonly kind: 'answer'; readonly itemId: ItemId; readonly lastChangedOn: IsoDate }
  | { readonly kind: 'source'; readonly sourceId: SourceId; readonly checkedOn: IsoDate };

/** Review periods in days; a rule of this app. */
export const REVIEW_DAYS = { answer: 365, source: 365 } as const;

/** Names answers and sources that have not been looked at within their review period. */
export function findStale(
  catalog: Catalog,
  plan: Plan,
  items: Readonly<Record<ItemId, ItemAssessment>>,
  today: IsoDate,
): readonly StaleNotice[] {
  const answersBefore = addDays(today, -REVIEW_DAYS.answer);
  const sourcesBefore = addDays(today, -REVIEW_DAYS.source);
  const answers = catalog.items.flatMap((item): StaleNotice[] => {
    const record = plan.items[item.id];
    if (record === undefined || items[item.id].state === 'set-aside') return [];
    const lastChangedOn = dateOfInstant(record.updatedAt);
    return lastChangedOn < answersBefore ? [{ kind: 'answer', itemId: item.id, lastChangedOn }] : [];
  });
  const sources = catalog.sources
    .filter((source) => source.checkedOn < sourcesBefore)
    .map((source): StaleNotice => ({ kind: 'source', sourceId: source.id, checkedOn: source.checkedOn }));
  return [...answers, ...sources];
}

import { catalog } from '../../../shared/catalog/catalog.ts';
import type { ItemId } from '../../../shared/catalog/ids.ts';
import { addDays, type IsoDate } from '../../../shared/domain/iso-date.ts';
import type { PlanView } from '../../app/plan-query.ts';

/** One dated thing: an item to do again, a date the user set for an item, or the opening day (no item). */
export interface CalendarEntry {
  readonly itemId: ItemId | null;
  readonly dueOn: IsoDate;
  readonly kind: 'renewal' | 'own-date' | 'opening';
  /** "Yearly", "Do this by". */
  readonly text: string;
}

/** The entries of one stretch of time, earliest first. */
export interface CalendarPart {
  readonly id: 'overdue' | 'soon' | 'later';
  readonly title: string;
  readonly entries: readonly CalendarEntry[];
}

/** Days that count as soon. */
export const SOON_DAYS = 30;

/** Everything with a date: overdue first, then the next 30 days, then later. Parts without entries are left out. */
export function calendarParts({ plan, today, readiness }: PlanView): readonly CalendarPart[] {
  const renewals = readiness.renewals.map(
    ({ itemId, dueOn, text }): CalendarEntry => ({ itemId, dueOn, kind: 'renewal', text }),
  );
  const ownDates = catalog.items.flatMap(({ id }): CalendarEntry[] => {
    const dueOn = plan.items[id]?.dueOn ?? null;
    return dueOn === null || readiness.items[id].isSettled
      ? []
      : [{ itemId: id, dueOn, kind: 'own-date', text: 'Your own date for this' }];
  });
  const { targetOpensOn } = plan.profile;
  const opening: readonly CalendarEntry[] =
    targetOpensOn === null
      ? []
      : [{ itemId: null, dueOn: targetOpensOn, kind: 'opening', text: 'A target, not a promise' }];
  const entries = [...renewals, ...ownDates, ...opening].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const soonUntil = addDays(today, SOON_DAYS);
  const parts: readonly CalendarPart[] = [
    { id: 'overdue', title: 'Overdue', entries: entries.filter(({ dueOn }) => dueOn < today) },
    {
      id: 'soon',
      title: `In the next ${SOON_DAYS} days`,
      entries: entries.filter(({ dueOn }) => dueOn >= today && dueOn <= soonUntil),
    },
    { id: 'later', title: 'Later', entries: entries.filter(({ dueOn }) => dueOn > soonUntil) },
  ];
  return parts.filter((part) => part.entries.length > 0);
}

/** "in 12 days", "today", "3 days ago". */
export function distanceText(days: number): string {
  if (days === 0) return 'today';
  const count = Math.abs(days);
  const unit = count === 1 ? 'day' : 'days';
  return days > 0 ? `in ${count} ${unit}` : `${count} ${unit} ago`;
}

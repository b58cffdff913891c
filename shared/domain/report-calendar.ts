import type { Catalog } from '../catalog/types.ts';
import { formatDate, type IsoDate } from './iso-date.ts';
import type { Plan } from './plan.ts';
import type { Readiness } from './readiness.ts';
import { reportDate } from './report-item.ts';
import type { ReportCalendarEntry, ReportStale } from './report-types.ts';

/** Everything with a date still to keep, earliest first: renewals, the user's own dates for open items, the opening. */
export function reportCalendar(
  catalog: Catalog,
  plan: Plan,
  readiness: Readiness,
  today: IsoDate,
): readonly ReportCalendarEntry[] {
  const entry = (
    kind: ReportCalendarEntry['kind'],
    itemId: ReportCalendarEntry['itemId'],
    dueOn: IsoDate,
    text: string,
  ): ReportCalendarEntry => ({
    kind,
    itemId,
    due: reportDate(dueOn),
    title: catalog.items.find(({ id }) => id === itemId)?.title ?? 'Opening day',
    text,
    isOverdue: dueOn < today,
  });
  const renewals = readiness.renewals.map(({ itemId, dueOn, text }) => entry('renewal', itemId, dueOn, text));
  const ownDates = catalog.items.flatMap(({ id }) => {
    const dueOn = plan.items[id]?.dueOn ?? null;
    return dueOn === null || readiness.items[id].isSettled
      ? []
      : [entry('own-date', id, dueOn, 'A date of your own')];
  });
  const { targetOpensOn } = plan.profile;
  const opening =
    targetOpensOn === null ? [] : [entry('opening', null, targetOpensOn, 'A target, not a promise')];
  return [...renewals, ...ownDates, ...opening].sort((a, b) => a.due.on.localeCompare(b.due.on));
}

/** Answers and sources older than their review period, by name. */
export function reportStale(catalog: Catalog, readiness: Readiness): readonly ReportStale[] {
  return readiness.stale.map((notice) => {
    if (notice.kind === 'answer') {
      const title = catalog.items.find(({ id }) => id === notice.itemId)?.title ?? notice.itemId;
      const text = `${title}: your answers were last changed on ${formatDate(notice.lastChangedOn)}.`;
      return { kind: 'answer', id: notice.itemId, text };
    }
    const title = catalog.sources.find(({ id }) => id === notice.sourceId)?.title ?? notice.sourceId;
    return {
      kind: 'source',
      id: notice.sourceId,
      text: `${title}: this source was last checked on ${formatDate(notice.checkedOn)}.`,
    };
  });
}

import { catalog } from '../../../shared/catalog/catalog.ts';
import type { ItemId } from '../../../shared/catalog/ids.ts';
import type { Item } from '../../../shared/catalog/types.ts';
import type { ItemAssessment } from '../../../shared/domain/assess-item.ts';
import { formatDate, type IsoDate } from '../../../shared/domain/iso-date.ts';
import { openNeedsOf } from '../../../shared/domain/next-steps.ts';
import type { ItemRecord } from '../../../shared/domain/plan.ts';
import type { Readiness } from '../../../shared/domain/readiness.ts';

/** The line under an item's title: the most useful thing to know about it now. */
export function detailFor(item: Item, { items }: Readiness): string | null {
  const assessment = items[item.id];
  if (assessment.reason !== null) return assessment.reason;
  const [finding, ...more] = assessment.findings;
  if (finding !== undefined)
    return more.length === 0 ? finding.text : `${finding.text} And ${more.length} more.`;
  if (assessment.state === 'done') return null;
  const first = openNeedsOf(item, items);
  if (first.length > 0) return `Do this first: ${namesOf(first)}.`;
  if (assessment.state === 'in-progress') return leftFor(assessment.missing);
  return item.lead;
}

const MOST_NAMES = 3;

function namesOf(ids: readonly ItemId[]): string {
  const shown = ids.slice(0, ids.length > MOST_NAMES ? MOST_NAMES - 1 : MOST_NAMES).map(titleOf);
  const more = ids.length - shown.length;
  return more === 0 ? shown.join('; ') : `${shown.join('; ')}; and ${more} more`;
}

function leftFor(missing: readonly string[]): string {
  const [first = ''] = missing;
  return missing.length <= 1 ? first : `${missing.length} things left. ${first}`;
}

/** Title of an item. */
export function titleOf(id: ItemId): string {
  return catalog.items.find((item) => item.id === id)?.title ?? id;
}

/** A date at the end of a row. */
export interface DateNote {
  readonly text: string;
  readonly isLate: boolean;
}

/** What date matters for an item: when it is due, when it has to be done again, or when it was done. */
export function dateNoteFor(
  assessment: ItemAssessment,
  record: ItemRecord | undefined,
  today: IsoDate,
): DateNote | null {
  const dueOn = record?.dueOn ?? null;
  if (!assessment.isSettled && dueOn !== null) {
    const isLate = dueOn < today;
    return { text: `${isLate ? 'was due' : 'due'} ${formatDate(dueOn)}`, isLate };
  }
  if (assessment.renewsOn !== null) {
    const isLate = assessment.renewsOn < today;
    return { text: `${isLate ? 'was due' : 'again'} ${formatDate(assessment.renewsOn)}`, isLate };
  }
  const completedOn = record?.completedOn ?? null;
  return assessment.state === 'done' && completedOn !== null
    ? { text: `done ${formatDate(completedOn)}`, isLate: false }
    : null;
}

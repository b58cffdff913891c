import { useMemo } from 'react';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { ItemId } from '../../../shared/catalog/ids.ts';
import type { Item, Section } from '../../../shared/catalog/types.ts';
import { assessItem, type ItemAssessment } from '../../../shared/domain/assess-item.ts';
import type { Answers } from '../../../shared/domain/field.ts';
import type { ItemRecord } from '../../../shared/domain/plan.ts';
import { type PlanView, usePlan } from '../../app/plan-query.ts';
import { useAnswers } from '../../app/saving.tsx';

/** One item as it stands on the page now: judged by what is on screen, stored or not. */
export interface ItemView extends PlanView {
  readonly item: Item;
  readonly section: Section;
  readonly record: ItemRecord | undefined;
  readonly answers: Answers;
  readonly assessment: ItemAssessment;
}

/** Everything the page of an item shows. */
export function useItemView(itemId: ItemId): ItemView {
  const view = usePlan();
  const answers = useAnswers(itemId);
  const item = findItem(itemId);
  const record = view.plan.items[itemId];
  const assessment = useMemo(() => {
    const shown = { ...(record ?? blankRecord(itemId)), answers };
    return assessItem(item, shown, view.context);
  }, [item, itemId, record, answers, view.context]);
  return { ...view, item, section: sectionOf(item), record, answers, assessment };
}

/** The item with an id. */
export function findItem(itemId: ItemId): Item {
  const item = catalog.items.find(({ id }) => id === itemId);
  if (item === undefined) throw new Error(`No item "${itemId}" in the catalog`);
  return item;
}

function sectionOf(item: Item): Section {
  const section = catalog.sections.find(({ id }) => id === item.section);
  if (section === undefined) throw new Error(`No section "${item.section}" in the catalog`);
  return section;
}

function blankRecord(id: ItemId): ItemRecord {
  return {
    id,
    status: 'not-started',
    answers: {},
    notApplicableReason: null,
    dueOn: null,
    completedOn: null,
    updatedAt: '',
  };
}

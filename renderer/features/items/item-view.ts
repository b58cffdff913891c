import { useMemo } from 'react';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { ItemId } from '../../../shared/catalog/ids.ts';
import { fieldsOf } from '../../../shared/catalog/item-fields.ts';
import type { Derivation, Item, Section } from '../../../shared/catalog/types.ts';
import type { AnswerReader } from '../../../shared/domain/answer-reader.ts';
import { assessItem, effectiveAnswers, type ItemAssessment } from '../../../shared/domain/assess-item.ts';
import type { Answers, CellField, Field } from '../../../shared/domain/field.ts';
import type { IsoDate } from '../../../shared/domain/iso-date.ts';
import type { ItemRecord, Plan } from '../../../shared/domain/plan.ts';
import { visibleFields } from '../../../shared/domain/visible-answers.ts';
import { type PlanView, usePlan } from '../../app/plan-query.ts';
import { useAnswers } from '../../app/saving.tsx';

/** One item as it stands on the page now: judged by what is on screen, stored or not. */
export interface ItemView extends PlanView {
  readonly item: Item;
  readonly section: Section;
  readonly record: ItemRecord | undefined;
  readonly answers: Answers;
  /** With what a desk knows laid over: what the rules judge. */
  readonly effective: Answers;
  /** What is asked here today. */
  readonly formFields: readonly Field[];
  /** What the form holds: what was recorded here of a list that a desk only completes, never the desk's own words. */
  readonly formAnswers: Answers;
  /** What is only shown here, because a desk answers it. */
  readonly deskFields: readonly Field[];
  readonly assessment: ItemAssessment;
}

/** Everything the page of an item shows. */
export function useItemView(itemId: ItemId): ItemView {
  const view = usePlan();
  const answers = useAnswers(itemId);
  const item = findItem(itemId);
  const record = view.plan.items[itemId];
  const effective = useMemo(
    () => effectiveAnswers(item, view.plan, view.today, answers),
    [item, view.plan, view.today, answers],
  );
  const { formFields, deskFields } = useMemo(
    () => dividedFields(item, view.plan, view.today, answers, effective),
    [item, view.plan, view.today, answers, effective],
  );
  const assessment = useMemo(() => {
    const shown = { ...(record ?? blankRecord(itemId)), answers };
    return assessItem(item, shown, effective, view.context);
  }, [item, itemId, record, answers, effective, view.context]);
  return {
    ...view,
    item,
    section: sectionOf(item),
    record,
    answers,
    effective,
    formFields,
    formAnswers: useMemo(() => formAnswersOf(item, answers, effective), [item, answers, effective]),
    deskFields,
    assessment,
  };
}

function formAnswersOf({ derived }: Item, own: Answers, effective: Answers): Answers {
  const field = derived?.cell?.field;
  const value = field === undefined ? undefined : own[field];
  return field === undefined || value === undefined ? effective : { ...effective, [field]: value };
}

// Whether a question is shown can depend on an answer of the desk, so that is decided before the two part.
function dividedFields(
  item: Item,
  plan: Plan,
  today: IsoDate,
  own: Answers,
  effective: Answers,
): Pick<ItemView, 'formFields' | 'deskFields'> {
  const fields = visibleFields(fieldsOf(item), effective);
  const deskFields = deskFieldsOf(item.derived, fields, item.derived?.answers(plan, own, today) ?? {});
  if (deskFields.length === 0) {
    return { formFields: fieldsOf(item).map((field) => withoutKnown(field, item, plan, today)), deskFields };
  }
  const formFields = fields.filter((field) => !deskFields.includes(field)).map(alwaysShown);
  return { formFields, deskFields };
}

/** A list without the question that the desk answers for some of its rows. */
function withoutKnown(field: Field, { derived }: Item, plan: Plan, today: IsoDate): Field {
  const known = derived?.cell;
  if (known === undefined || field.type !== 'rows' || field.id !== known.field) return field;
  const fields = field.fields.map((cell): CellField => {
    if (cell.id !== known.cell) return cell;
    const isAsked = (beside: AnswerReader): boolean =>
      (cell.showWhen?.(beside) ?? true) && known.known(plan, (id) => beside.text(id), today) === null;
    return { ...cell, showWhen: isAsked };
  });
  return { ...field, fields };
}

// One object a field: what is worked out for a field is kept by its object.
const shownFields = new WeakMap<Field, Field>();

function alwaysShown(field: Field): Field {
  if (field.showWhen === undefined) return field;
  const shown = shownFields.get(field) ?? { ...field, showWhen: undefined };
  shownFields.set(field, shown);
  return shown;
}

/** The fields an item only shows: those that are a desk's alone, and those the desk knows an answer to. */
function deskFieldsOf(
  derived: Derivation | undefined,
  fields: readonly Field[],
  known: Answers,
): readonly Field[] {
  return derived === undefined
    ? []
    : fields.filter(
        ({ id }) => derived.fields.includes(id) || (known[id] !== undefined && id !== derived.cell?.field),
      );
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

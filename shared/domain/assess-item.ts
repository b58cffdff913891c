import type { ItemId } from '../catalog/ids.ts';
import { fieldsOf } from '../catalog/item-fields.ts';
import type { Catalog, Derivation, Item } from '../catalog/types.ts';
import { type AnswerReader, isAnswered, readAnswers } from './answer-reader.ts';
import type { Answers, RuleContext } from './field.ts';
import type { IsoDate } from './iso-date.ts';
import { onceFor } from './once-for.ts';
import type { ItemRecord, Plan } from './plan.ts';
import { unfilledIn, visibleAnswers } from './visible-answers.ts';

/** How an item stands today. `set-aside`: the profile says it cannot apply. `overdue`: done once, due again. */
export type ItemState =
  | 'not-started'
  | 'in-progress'
  | 'blocked'
  | 'on-hold'
  | 'overdue'
  | 'done'
  | 'not-applicable'
  | 'set-aside';

/** Something a blocker found, in words. */
export interface Finding {
  readonly itemId: ItemId;
  readonly ruleId: string;
  readonly kind: 'stop' | 'hold';
  readonly text: string;
}

export interface ItemAssessment {
  readonly id: ItemId;
  readonly state: ItemState;
  /** Nothing left to do today: done, or not applicable with a reason, or set aside. */
  readonly isSettled: boolean;
  /** What is still missing before it counts as done, one sentence each. */
  readonly missing: readonly string[];
  readonly findings: readonly Finding[];
  /** When it has to be done again; null when nothing dated is recorded. */
  readonly renewsOn: IsoDate | null;
  /** Everything dated about it, in words. */
  readonly renewals: readonly { readonly dueOn: IsoDate; readonly text: string }[];
  /** Why it does not apply: the user's reason or the profile's. */
  readonly reason: string | null;
}

const NO_ANSWERS: Answers = {};

/** What an item's rules judge: what was recorded for it, with what its desk knows laid over. */
export function effectiveAnswers(
  item: Item,
  plan: Plan,
  today: IsoDate,
  own: Answers = plan.items[item.id]?.answers ?? NO_ANSWERS,
): Answers {
  if (item.derived === undefined) return own;
  const kept = effectiveIn(plan).get(item);
  if (kept !== undefined && kept.own === own && kept.today === today) return kept.answers;
  const known = item.derived.answers(plan, own, today);
  const answers = { ...besideDesk(item.derived, plan, own, known), ...known };
  effectiveIn(plan).set(item, { own, today, answers });
  return answers;
}

const effectiveIn = onceFor(
  (_plan: Plan) =>
    new WeakMap<Item, { readonly own: Answers; readonly today: IsoDate; readonly answers: Answers }>(),
);

/** The item's own answers that still count beside what its desk knows: once the desk answers one of the fields that
 * are its alone, none of them is taken from what was recorded here before. */
export function besideDesk(
  { fields, isTakenOver }: Derivation,
  plan: Plan,
  own: Answers,
  known: Answers,
): Answers {
  if (!(isTakenOver?.(plan) ?? fields.some((id) => id in known))) return own;
  return Object.fromEntries(Object.entries(own).filter(([id]) => !fields.includes(id)));
}

/** The context rules are judged in. */
export function ruleContext(catalog: Catalog, plan: Plan, today: IsoDate): RuleContext {
  const itemsById = new Map<string, Item>(catalog.items.map((item) => [item.id, item]));
  const readers = new Map<string, AnswerReader>();
  const readerFor = (item: Item): AnswerReader => {
    const counts = plan.items[item.id]?.status !== 'not-applicable';
    const fields = fieldsOf(item);
    const answers = counts ? effectiveAnswers(item, plan, today) : {};
    return readAnswers(fields, visibleAnswers(fields, answers, plan.profile));
  };
  return {
    today,
    profile: plan.profile,
    answersOf: (itemId) => {
      const item = itemsById.get(itemId);
      if (item === undefined) throw new Error(`No item "${itemId}" in the catalog`);
      const reader = readers.get(itemId) ?? readerFor(item);
      readers.set(itemId, reader);
      return reader;
    },
  };
}

type RecordedStatus = 'not-started' | 'in-progress' | 'done';

/** The status to record for answers: whether anything is answered, and whether all that counts as done is there. */
export function statusFor(item: Item, answers: Answers, context: RuleContext): RecordedStatus {
  return statusOf(answers, missingFor(item, answers, context));
}

function statusOf(answers: Answers, missing: readonly string[]): RecordedStatus {
  if (!Object.values(answers).some(isAnswered)) return 'not-started';
  return missing.length === 0 ? 'done' : 'in-progress';
}

/** What is still missing before the item counts as done. */
export function missingFor(item: Item, answers: Answers, context: RuleContext): readonly string[] {
  const fields = fieldsOf(item);
  const reader = readAnswers(fields, visibleAnswers(fields, answers, context.profile));
  return [
    ...unfilledIn(fields, answers, context.profile),
    ...item.completion.flatMap((rule) => rule.find(reader, context)),
  ];
}

/** Judges one item by its effective answers. Pure: everything it needs is in its arguments. */
export function assessItem(
  item: Item,
  record: ItemRecord | undefined,
  answers: Answers,
  context: RuleContext,
): ItemAssessment {
  const aside = item.setAside?.(context.profile) ?? null;
  if (aside !== null) return settledWithReason(item.id, 'set-aside', aside);
  if (record?.status === 'not-applicable') {
    return settledWithReason(item.id, 'not-applicable', record.notApplicableReason ?? '');
  }
  const fields = fieldsOf(item);
  const reader = readAnswers(fields, visibleAnswers(fields, answers, context.profile));
  const missing = missingFor(item, answers, context);
  const findings = item.blockers.flatMap((blocker) =>
    blocker
      .find(reader, context)
      .map((text) => ({ itemId: item.id, ruleId: blocker.id, kind: blocker.kind, text })),
  );
  const renewsOn = item.renewal?.dueOn?.(reader, record?.completedOn ?? null) ?? null;
  const state = stateOf(statusOf(answers, missing), findings, renewsOn !== null && renewsOn < context.today);
  return {
    id: item.id,
    state,
    isSettled: state === 'done',
    missing,
    findings,
    renewsOn,
    renewals: item.renewal?.entries?.(reader) ?? renewalOf(item, renewsOn),
    reason: null,
  };
}

function renewalOf(item: Item, dueOn: IsoDate | null): ItemAssessment['renewals'] {
  return dueOn === null || item.renewal === null ? [] : [{ dueOn, text: item.renewal.text }];
}

function stateOf(status: RecordedStatus, findings: readonly Finding[], isOverdue: boolean): ItemState {
  if (findings.some((finding) => finding.kind === 'stop')) return 'blocked';
  if (findings.length > 0) return 'on-hold';
  return status === 'done' && isOverdue ? 'overdue' : status;
}

function settledWithReason(
  id: ItemId,
  state: 'set-aside' | 'not-applicable',
  reason: string,
): ItemAssessment {
  return { id, state, isSettled: true, missing: [], findings: [], renewsOn: null, renewals: [], reason };
}

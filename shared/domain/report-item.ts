import { fieldsOf } from '../catalog/item-fields.ts';
import type { Item } from '../catalog/types.ts';
import { besideDesk, type ItemAssessment } from './assess-item.ts';
import { dateOfInstant, formatDate, type IsoDate } from './iso-date.ts';
import type { ItemRecord, Plan } from './plan.ts';
import { reportAnswers } from './report-answers.ts';
import type {
  ReportAnswer,
  ReportDate,
  ReportItem,
  ReportRecord,
  ReportRenewal,
  ReportTaken,
} from './report-types.ts';
import { BASIS_WORDS, DESK_WORDS, FINDING_WORDS, LEVEL_WORDS } from './report-words.ts';
import { STATE_WORDS } from './state-words.ts';

/** What an item's report is made from. */
export interface ReportItemInput {
  readonly item: Item;
  readonly plan: Plan;
  readonly assessment: ItemAssessment;
  readonly today: IsoDate;
  /** Numbers of the item's sources in this report. */
  readonly sources: readonly number[];
}

/** Everything there is to say about one item. */
export function reportItem({ item, plan, assessment, today, sources }: ReportItemInput): ReportItem {
  const { state } = assessment;
  const isAsked = state !== 'set-aside' && state !== 'not-applicable';
  const record = plan.items[item.id];
  return {
    id: item.id,
    title: item.title,
    state: { kind: state, word: STATE_WORDS[state] },
    isSettled: assessment.isSettled,
    level: { kind: item.level, word: LEVEL_WORDS[item.level] },
    basis: item.basis.map((kind) => ({ kind, word: BASIS_WORDS[kind] })),
    basisNote: item.basisNote ?? null,
    doneWhen: item.doneWhen,
    findings: assessment.findings.map(({ kind, text }) => ({ kind, word: FINDING_WORDS[kind], text })),
    missing: assessment.missing,
    setAsideReason: state === 'set-aside' ? assessment.reason : null,
    record: record === undefined ? null : reportRecord(record),
    ...answersAndTaken(item, plan, isAsked, today),
    renewal: isAsked ? reportRenewal(item, assessment, today) : null,
    sources,
  };
}

function answersAndTaken(
  item: Item,
  plan: Plan,
  isAsked: boolean,
  today: IsoDate,
): { readonly answers: readonly ReportAnswer[]; readonly taken: ReportTaken | null } {
  const fields = fieldsOf(item);
  const own = plan.items[item.id]?.answers ?? {};
  const { derived: derivation } = item;
  // What does not apply is judged by nothing, so nothing is laid over it either.
  if (derivation === undefined || !isAsked) {
    return { answers: reportAnswers(fields, own, plan.profile, isAsked), taken: null };
  }
  const known = derivation.answers(plan, own, today);
  const counted = { ...besideDesk(derivation, plan, own, known), ...known };
  const instead = reportAnswers(fields, own, plan.profile, false).filter(
    ({ fieldId }) => fieldId in known || !(fieldId in counted),
  );
  const fieldIds = Object.keys(known);
  const from = { kind: derivation.desk, word: DESK_WORDS[derivation.desk] };
  return {
    answers: reportAnswers(fields, counted, plan.profile, true),
    taken: fieldIds.length === 0 && instead.length === 0 ? null : { from, fieldIds, instead },
  };
}

/** A date with the words it is printed as. */
export function reportDate(on: IsoDate): ReportDate {
  return { on, text: formatDate(on) };
}

function reportRecord(record: ItemRecord): ReportRecord {
  const { status, notApplicableReason, dueOn, completedOn, updatedAt } = record;
  return {
    status,
    notApplicableReason,
    due: dueOn === null ? null : reportDate(dueOn),
    completed: completedOn === null ? null : reportDate(completedOn),
    updatedAt,
    changed: reportDate(dateOfInstant(updatedAt)),
  };
}

function reportRenewal(
  { renewal }: Item,
  { renewsOn }: ItemAssessment,
  today: IsoDate,
): ReportRenewal | null {
  if (renewal === null) return null;
  return {
    text: renewal.text,
    due: renewsOn === null ? null : reportDate(renewsOn),
    isOverdue: renewsOn !== null && renewsOn < today,
  };
}

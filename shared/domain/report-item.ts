import { fieldsOf } from '../catalog/item-fields.ts';
import type { Item } from '../catalog/types.ts';
import type { ItemAssessment } from './assess-item.ts';
import { dateOfInstant, formatDate, type IsoDate } from './iso-date.ts';
import type { ItemRecord, Profile } from './plan.ts';
import { reportAnswers } from './report-answers.ts';
import type { ReportDate, ReportItem, ReportRecord, ReportRenewal } from './report-types.ts';
import { BASIS_WORDS, FINDING_WORDS, LEVEL_WORDS } from './report-words.ts';
import { STATE_WORDS } from './state-words.ts';

/** What an item's report is made from. */
export interface ReportItemInput {
  readonly item: Item;
  readonly record: ItemRecord | undefined;
  readonly assessment: ItemAssessment;
  readonly profile: Profile;
  readonly today: IsoDate;
  /** Numbers of the item's sources in this report. */
  readonly sources: readonly number[];
}

/** Everything there is to say about one item. */
export function reportItem({
  item,
  record,
  assessment,
  profile,
  today,
  sources,
}: ReportItemInput): ReportItem {
  const { state } = assessment;
  const isAsked = state !== 'set-aside' && state !== 'not-applicable';
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
    answers: reportAnswers(fieldsOf(item), record?.answers ?? {}, profile, isAsked),
    renewal: isAsked ? reportRenewal(item, assessment, today) : null,
    sources,
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

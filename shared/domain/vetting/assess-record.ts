import { toPlainName } from '../../catalog/name-match.ts';
import { requiredProductsIn } from '../../catalog/vetting/derive-software.ts';
import { newestRun } from '../check-run.ts';
import type { PortalRun } from '../check-standing.ts';
import type { IsoDate } from '../iso-date.ts';
import { partnersOf } from '../partner.ts';
import type { Plan, PlanRecord } from '../plan.ts';
import { assessCandidate } from '../vetting.ts';
import { assessSoftware, type SoftwareAssessment } from './assess-software.ts';
import { type CandidateRecord, textIn } from './candidate.ts';
import { type Inquiry, inquiriesFor } from './inquiries.ts';
import { readClearinghouse } from './read-candidate.ts';
import type { CandidateAssessment, PortalFinding } from './vetting-types.ts';

/** What a candidate comes to today. */
export type Assessed =
  | {
      readonly kind: 'clearinghouse';
      readonly record: CandidateRecord;
      readonly assessment: CandidateAssessment;
      /** Everybody to ask about it, in working order. */
      readonly inquiries: readonly Inquiry[];
    }
  | {
      readonly kind: 'billing-software';
      readonly record: CandidateRecord;
      readonly assessment: SoftwareAssessment;
      readonly inquiries: readonly [];
    };

interface Memo {
  readonly basis: readonly unknown[];
  readonly assessed: Assessed;
}

// A list of two hundred is drawn again at every save, and only one of them has changed.
const known = new WeakMap<PlanRecord, Memo>();

/** Judges a candidate by what is stored. Worked out once for as long as nothing it rests on changes. */
export function assessRecord(record: CandidateRecord, plan: Plan, today: IsoDate): Assessed {
  const run = portalRunOf(record, plan);
  const isSoftware = record.kind === 'billing-software';
  const signedOn = isSoftware ? null : signedOnWith(record, plan);
  const required = isSoftware ? requiredProductsIn(plan.items['sw-need']?.answers ?? {}) : null;
  const basis = [today, plan.profile, run, signedOn, required?.join('\n')];
  const memo = known.get(record);
  if (memo?.basis.every((part, at) => part === basis[at])) return memo.assessed;
  const assessed = judge(record, plan, { today, signedOn, required, portal: findingOf(run) });
  known.set(record, { basis, assessed });
  return assessed;
}

interface Circumstances {
  readonly today: IsoDate;
  readonly signedOn: IsoDate | null;
  readonly required: readonly string[] | null;
  readonly portal: PortalFinding | null;
}

function judge(record: CandidateRecord, plan: Plan, circumstances: Circumstances): Assessed {
  const { today, signedOn, required, portal } = circumstances;
  if (record.kind === 'billing-software') {
    const assessment = assessSoftware(record.answers, { today, requiredProducts: required, portal });
    return { kind: record.kind, record, assessment, inquiries: [] };
  }
  const { homeState, clientStates } = plan.profile;
  const context = { today, homeState, clientStates, signedOn, portal };
  return {
    kind: 'clearinghouse',
    record,
    assessment: assessCandidate(record.answers, context),
    inquiries: inquiriesFor(readClearinghouse(record.answers), { today, homeState, signedOn }),
  };
}

/** The newest check of a candidate's portal; null when it never was checked, or has no address. */
export function portalRunOf(record: PlanRecord, { checks }: Plan): PortalRun | null {
  const target = textIn(record, 'portal_target');
  return target === '' ? null : newestRun(checks, { check: 'portal-tls', target });
}

function findingOf(run: PortalRun | null): PortalFinding | null {
  return run === null ? null : { outcome: run.outcome, problems: run.detail.problems };
}

/** The day its agreement was signed, when it is a partner already: checks have to be fresh on the first signature. */
function signedOnWith(record: PlanRecord, plan: Plan): IsoDate | null {
  const names = [textIn(record, 'name'), textIn(record, 'legal_name')]
    .map(toPlainName)
    .filter((name) => name !== '');
  const days = partnersOf(plan)
    .filter(({ kind, name }) => kind === 'vendor' && names.includes(toPlainName(name)))
    .map(({ said }) => said.text('signed'))
    .filter((day) => day !== '');
  return days.sort()[0] ?? null;
}

/** How many of the inquiries have their answer. */
export function answeredOf(inquiries: readonly Inquiry[]): number {
  return inquiries.filter(({ isAnswered }) => isAnswered).length;
}

/** “3 of 10 authority checks done”. */
export function checksInWords(answered: number, all: number): string {
  return `${answered} of ${all} authority checks done`;
}

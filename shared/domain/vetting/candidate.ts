import type { Plan, PlanRecord, RecordKind } from '../plan.ts';

/** The lists of companies that are looked into before anything is signed. */
export type CandidateKind = Extract<RecordKind, 'clearinghouse' | 'billing-software'>;

export const CANDIDATE_KINDS: readonly CandidateKind[] = ['clearinghouse', 'billing-software'];

/** A candidate on a list, or taken off it. */
export type CandidateRecord = PlanRecord & { readonly kind: CandidateKind };

/** True for the two lists that are vetted. */
export function isCandidateKind(kind: RecordKind): kind is CandidateKind {
  return (CANDIDATE_KINDS as readonly RecordKind[]).includes(kind);
}

/** True for an entry of one of the two lists. */
export function isCandidate(record: PlanRecord): record is CandidateRecord {
  return isCandidateKind(record.kind);
}

/** The candidates of a kind that are on the list, oldest first. */
export function candidatesOf(plan: Plan, kind: CandidateKind): readonly CandidateRecord[] {
  return plan.records
    .filter(isCandidate)
    .filter((record) => record.kind === kind && record.archivedOn === null);
}

/** A stored text; '' when there is none. */
export function textIn({ answers }: Pick<PlanRecord, 'answers'>, field: string): string {
  const value = answers[field];
  return typeof value === 'string' ? value : '';
}

/** The name to show: never empty. */
export function candidateName(record: Pick<PlanRecord, 'answers'>): string {
  return textIn(record, 'name').trim() || 'Without a name';
}

import { chosenOf } from '../catalog/vetting/vetted-candidate.ts';
import { formatDate, type IsoDate, isIsoDate } from './iso-date.ts';
import type { Plan } from './plan.ts';
import { reportDate } from './report-item.ts';
import type {
  ReportAuthorityChecks,
  ReportCandidate,
  ReportComparison,
  ReportDecision,
  ReportVetting,
  ReportVettingKind,
} from './report-vetting-types.ts';
import { LIST_TITLES } from './report-words.ts';
import { type Assessed, answeredOf, assessRecord, checksInWords } from './vetting/assess-record.ts';
import {
  CANDIDATE_KINDS,
  type CandidateKind,
  type CandidateRecord,
  candidateName,
  candidatesOf,
  textIn,
} from './vetting/candidate.ts';
import { type ComparisonRow, compareCandidates } from './vetting/compare-candidates.ts';
import { compareProducts } from './vetting/compare-products.ts';
import type { Inquiry } from './vetting/inquiries.ts';
import { VETTING_VERDICT_WORDS } from './vetting/vetting-types.ts';

/** As many as fit side by side on paper. */
const MOST_COMPARED = 4;

const NOTES = [
  'A hard stop, and anything on hold, goes before the score. Verdicts and points follow rules of this app, from what was recorded; no office has given them.',
  'That an office has no complaint on record is an answer, not a clearance.',
];

/** The vetting of every candidate on both lists, what was decided, and the candidates side by side. */
export function reportVetting(plan: Plan, today: IsoDate): ReportVetting {
  return { notes: NOTES, kinds: CANDIDATE_KINDS.map((kind) => reportKind(kind, plan, today)) };
}

function reportKind(kind: CandidateKind, plan: Plan, today: IsoDate): ReportVettingKind {
  const ordered = [...candidatesOf(plan, kind)].sort((one, other) => rankOf(one) - rankOf(other));
  const assessed = ordered.map((record) => assessRecord(record, plan, today));
  const { title, decision, chosen } = listChoice(kind, plan, today);
  return {
    kind,
    title,
    decision,
    chosenId: chosen?.id ?? null,
    candidates: assessed.map(reportCandidate),
    comparison: reportComparison(assessed),
  };
}

function rankOf(record: CandidateRecord): number {
  return { chosen: 0, 'not-chosen': 2 }[textIn(record, 'decision')] ?? 1;
}

/** What was chosen from one list. */
export interface ListChoice {
  readonly title: string;
  /** What was decided, in a sentence. */
  readonly decision: string;
  /** Null while none is chosen, or several are. */
  readonly chosen: ReportCandidate | null;
}

/** What was chosen from one list, with its vetting as of today. */
export function listChoice(kind: CandidateKind, plan: Plan, today: IsoDate): ListChoice {
  const records = candidatesOf(plan, kind);
  const record = chosenOf(records);
  const chosen = record === null ? undefined : assessRecord(record, plan, today);
  return {
    title: LIST_TITLES[kind],
    decision: decisionOfList(records, chosen),
    chosen: chosen === undefined ? null : reportCandidate(chosen),
  };
}

/** What was decided about a list, in a sentence. The reason stands with the candidate. */
function decisionOfList(candidates: readonly CandidateRecord[], chosen: Assessed | undefined): string {
  if (candidates.length === 0) return 'Nothing is on the list yet, and nothing is chosen.';
  if (chosen !== undefined) {
    const { record, assessment } = chosen;
    const on = textIn(record, 'decided_on');
    const day = isIsoDate(on) ? ` on ${formatDate(on)}` : '';
    const verdict = VETTING_VERDICT_WORDS[assessment.verdict];
    return `Chosen${day}: ${candidateName(record)}. Verdict today: ${verdict}.`;
  }
  const marked = candidates.filter((record) => textIn(record, 'decision') === 'chosen');
  if (marked.length === 0) return 'Nothing is chosen yet.';
  return `${marked.length} are marked as chosen; only one can be: ${marked.map(candidateName).join('; ')}.`;
}

function reportCandidate({ record, assessment, inquiries }: Assessed): ReportCandidate {
  const { verdict, score, lines, hardStops, holds, conditions, open } = assessment;
  return {
    id: record.id,
    name: candidateName(record),
    verdict: { kind: verdict, word: VETTING_VERDICT_WORDS[verdict] },
    score,
    of: lines.reduce((sum, line) => sum + line.of, 0),
    lines,
    hardStops,
    holds,
    conditions,
    open,
    checks: inquiries.length === 0 ? null : authorityChecks(inquiries),
    decision: decisionOf(record),
  };
}

function authorityChecks(inquiries: readonly Inquiry[]): ReportAuthorityChecks {
  const [done, total] = [answeredOf(inquiries), inquiries.length];
  const open = inquiries.filter(({ isAnswered }) => !isAnswered).map(officeOf);
  return { done, total, text: checksInWords(done, total), open };
}

/** Until a state is recorded, whose it is tells one office from the other. */
function officeOf({ title, state, whose }: Inquiry): string {
  if (state !== null || whose === null) return title;
  return `${title} (${whose === 'head-office' ? 'state of its head office' : 'your state'})`;
}

function decisionOf(record: CandidateRecord): ReportDecision | null {
  const kind = textIn(record, 'decision');
  if (kind !== 'chosen' && kind !== 'not-chosen') return null;
  const on = textIn(record, 'decided_on');
  return {
    kind,
    word: kind === 'chosen' ? 'Chosen' : 'Not chosen',
    reason: textIn(record, 'decision_reason').trim(),
    on: isIsoDate(on) ? reportDate(on) : null,
  };
}

function reportComparison(all: readonly Assessed[]): ReportComparison | null {
  const shown = all.slice(0, MOST_COMPARED);
  if (shown.length < 2) return null;
  return {
    ids: shown.map(({ record }) => record.id),
    names: shown.map(({ record }) => candidateName(record)),
    rows: rowsOf(shown),
    note: shown.length === all.length ? null : `${shown.length} of ${all.length} are shown side by side.`,
  };
}

// All are of one kind; the other comparison is of nothing.
function rowsOf(assessed: readonly Assessed[]): readonly ComparisonRow[] {
  const clearinghouses = assessed.flatMap((each) =>
    each.kind === 'clearinghouse' ? [{ answers: each.record.answers, assessment: each.assessment }] : [],
  );
  const products = assessed.flatMap((each) =>
    each.kind === 'billing-software' ? [{ answers: each.record.answers, assessment: each.assessment }] : [],
  );
  return clearinghouses.length > 0 ? compareCandidates(clearinghouses) : compareProducts(products);
}

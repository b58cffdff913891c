import type { ReportDate, Worded } from './report-types.ts';
import type { CandidateKind } from './vetting/candidate.ts';
import type { ComparisonRow } from './vetting/compare-candidates.ts';
import type { HardStop, ScoreLine, VettingVerdict } from './vetting/vetting-types.ts';

/** How many of the offices to ask and lists to search have answered. */
export interface ReportAuthorityChecks {
  readonly done: number;
  readonly total: number;
  /** "9 of 10 authority checks done". */
  readonly text: string;
  /** Names of those without an answer that counts today. */
  readonly open: readonly string[];
}

/** What was decided about one candidate. */
export interface ReportDecision extends Worded<'chosen' | 'not-chosen'> {
  /** '' when none was given. */
  readonly reason: string;
  readonly on: ReportDate | null;
}

/** The vetting of one candidate, worked out on the day of the report. */
export interface ReportCandidate {
  readonly id: string;
  readonly name: string;
  readonly verdict: Worded<VettingVerdict>;
  /** The points of all lines together. */
  readonly score: number;
  readonly of: number;
  readonly lines: readonly ScoreLine<string>[];
  /** What rules it out, whatever its score. */
  readonly hardStops: readonly HardStop<string>[];
  /** What is not finished, or not settled. */
  readonly holds: readonly string[];
  readonly conditions: readonly string[];
  /** What is not answered yet. */
  readonly open: readonly string[];
  /** Null for billing software: no office is asked about it. */
  readonly checks: ReportAuthorityChecks | null;
  /** Null while nothing is decided. */
  readonly decision: ReportDecision | null;
}

/** Candidates side by side. Cells stand in the order of `ids`. */
export interface ReportComparison {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly rows: readonly ComparisonRow[];
  /** "4 of 6 are shown."; null when all are. */
  readonly note: string | null;
}

/** The candidates of one list. */
export interface ReportVettingKind {
  readonly kind: CandidateKind;
  readonly title: string;
  /** What was decided, in a sentence. */
  readonly decision: string;
  /** The one that was chosen; null while none is, or several are. */
  readonly chosenId: string | null;
  /** The chosen one first, then those still in play, then those turned down. */
  readonly candidates: readonly ReportCandidate[];
  /** Null when there is nothing to compare. */
  readonly comparison: ReportComparison | null;
}

export interface ReportVetting {
  /** What verdicts and points are, and what they are not. */
  readonly notes: readonly string[];
  readonly kinds: readonly ReportVettingKind[];
}

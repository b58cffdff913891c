import { clearinghouseFields } from '../../catalog/vetting/clearinghouse-candidate.ts';
import type { Answers, Field } from '../field.ts';
import { formatAnswer } from '../format-answer.ts';
import { EMPTY_PROFILE } from '../plan.ts';
import { visibleAnswers } from '../visible-answers.ts';
import { type CandidateAssessment, VETTING_VERDICT_WORDS } from './vetting-types.ts';

/** One candidate as it enters a comparison. */
export interface ComparedCandidate {
  readonly answers: Answers;
  readonly assessment: CandidateAssessment;
}

/** One row of the table: what is compared, and each candidate’s cell in the order they came in. */
export interface ComparisonRow {
  readonly id: string;
  readonly label: string;
  /** '' where nothing is recorded. */
  readonly cells: readonly string[];
  /** The candidates do not all say the same. */
  readonly differs: boolean;
}

/** Facts worth a row of their own, by field. */
const FACTS = [
  'legal_name',
  'hq_state',
  'year_founded',
  'parent',
  'baa',
  'incident_days',
  'return_destroy',
  'accreditor',
  'expires',
  'mfa',
  'encryption',
  'payers_needed',
  'payers_covered',
  'top_payers',
  'rejection_turnaround',
  'uptime',
  'support',
  'setup',
  'monthly',
  'per_claim',
  'min',
  'term_months',
  'auto_renew',
  'notice_days',
  'export_format',
  'payments_through',
  'decision',
] as const;

/** Rows of a table that puts candidates side by side: hard stops first, then what is on hold, the score, the facts. */
export function compareCandidates(candidates: readonly ComparedCandidate[]): readonly ComparisonRow[] {
  const row = (
    id: string,
    label: string,
    cellOf: (candidate: ComparedCandidate) => string,
  ): ComparisonRow => {
    const cells = candidates.map(cellOf);
    return { id, label, cells, differs: new Set(cells).size > 1 };
  };
  const first = candidates[0];
  const shown = candidates.map(({ answers }) => visibleAnswers(clearinghouseFields, answers, EMPTY_PROFILE));
  return [
    row('hard-stops', 'Hard stops', ({ assessment }) =>
      sentences(assessment.hardStops.map(({ text }) => text)),
    ),
    row('verdict', 'Verdict', ({ assessment }) => VETTING_VERDICT_WORDS[assessment.verdict]),
    row('holds', 'On hold', ({ assessment }) => sentences(assessment.holds)),
    row('score', 'Score', ({ assessment }) => `${assessment.score} of 100`),
    ...(first?.assessment.lines ?? []).map(({ label }, index) =>
      row(`line-${index + 1}`, label, ({ assessment }) => {
        const line = assessment.lines[index];
        return line === undefined ? '' : `${line.points} of ${line.of}`;
      }),
    ),
    row('conditions', 'Conditions', ({ assessment }) => sentences(assessment.conditions)),
    ...FACTS.map(fieldWithId).map((field) => {
      const cells = shown.map((answers) => factOf(field, answers));
      return { id: field.id, label: field.label, cells, differs: new Set(cells).size > 1 };
    }),
  ];
}

function sentences(all: readonly string[]): string {
  return all.length === 0 ? 'None' : all.join(' ');
}

function fieldWithId(id: string): Field {
  const field = clearinghouseFields.find((each) => each.id === id);
  if (field === undefined) throw new Error(`A clearinghouse has no field "${id}"`);
  return field;
}

function factOf(field: Field, answers: Answers): string {
  const value = answers[field.id];
  return value === undefined || field.type === 'rows' ? '' : formatAnswer(field, value);
}

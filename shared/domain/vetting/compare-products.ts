import { softwareFields } from '../../catalog/vetting/software-candidate.ts';
import type { Answers } from '../field.ts';
import { formatAnswer } from '../format-answer.ts';
import { EMPTY_PROFILE } from '../plan.ts';
import { visibleAnswers } from '../visible-answers.ts';
import type { SoftwareAssessment } from './assess-software.ts';
import type { ComparisonRow } from './compare-candidates.ts';
import { VETTING_VERDICT_WORDS } from './vetting-types.ts';

/** One product as it enters a comparison. */
export interface ComparedProduct {
  readonly answers: Answers;
  readonly assessment: SoftwareAssessment;
}

/** Facts worth a row of their own. */
const FACTS: readonly string[] = [
  'vendor',
  'hosting',
  'cost_model',
  'cost',
  'cost_percent',
  'bundled_clients',
  'client_record',
  'decision',
];

/** Rows that put billing software side by side, in the order clearinghouses have: hard stops, holds, score, facts. */
export function compareProducts(products: readonly ComparedProduct[]): readonly ComparisonRow[] {
  const row = (id: string, label: string, cellOf: (product: ComparedProduct) => string): ComparisonRow => {
    const cells = products.map(cellOf);
    return { id, label, cells, differs: new Set(cells).size > 1 };
  };
  const lines = products[0]?.assessment.lines ?? [];
  return [
    row('hard-stops', 'Hard stops', ({ assessment }) =>
      sentences(assessment.hardStops.map(({ text }) => text)),
    ),
    row('verdict', 'Verdict', ({ assessment }) => VETTING_VERDICT_WORDS[assessment.verdict]),
    row('holds', 'On hold', ({ assessment }) => sentences(assessment.holds)),
    row('score', 'Score', ({ assessment }) => `${assessment.score} of 100`),
    ...lines.map(({ label }, at) =>
      row(`line-${at + 1}`, label, ({ assessment }) => {
        const line = assessment.lines[at];
        return line === undefined ? '' : `${line.points} of ${line.of}`;
      }),
    ),
    row('conditions', 'Conditions', ({ assessment }) => sentences(assessment.conditions)),
    ...softwareFields
      .filter(({ id }) => FACTS.includes(id))
      .map((field) =>
        row(field.id, field.label, ({ answers }) => {
          const value = visibleAnswers(softwareFields, answers, EMPTY_PROFILE)[field.id];
          return value === undefined || field.type === 'rows' ? '' : formatAnswer(field, value);
        }),
      ),
  ];
}

function sentences(all: readonly string[]): string {
  return all.length === 0 ? 'None' : all.join(' ');
}

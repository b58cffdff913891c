import { TRANSACTIONS } from '../../catalog/vetting/service-fields.ts';
import type { AnswerReader } from '../answer-reader.ts';
import { type Judgment, scoreLine } from './judgment.ts';

const TRANSACTION_POINTS: Readonly<Record<string, number>> = {
  '837P': 2,
  '835': 2,
  '270-271': 1,
  '276-277': 1,
  '277CA': 1,
  '999': 1,
};
const FULL_TRANSACTIONS = 8;
const FULL_COVERAGE = 12;
/** Payers that have to be on the list, of a hundred. */
const COVERAGE_PERCENT = 90;

/** Transactions confirmed in writing 8, payers covered 12 times the share. */
export function judgeCapability(candidate: AnswerReader): Judgment {
  const answers = new Map(candidate.rows('transactions').map((row) => [row.rowId, row.text('answer')]));
  const needed = TRANSACTIONS.filter(({ rowId }) => rowId in TRANSACTION_POINTS);
  const confirmed = needed.filter(({ rowId }) => answers.get(rowId) === 'in-writing');
  const points = confirmed.reduce((sum, { rowId }) => sum + (TRANSACTION_POINTS[rowId] ?? 0), 0);
  const coverage = coverageOf(candidate);
  return {
    lines: [
      scoreLine(
        'capability',
        'Transactions',
        [points, FULL_TRANSACTIONS],
        [`${confirmed.length} of ${needed.length} needed are confirmed in writing.`],
      ),
      // Whole points, rounded down: the other lines are whole, so no threshold is met or missed by it.
      scoreLine(
        'capability',
        'Payers covered',
        [
          coverage === null ? 0 : Math.floor((FULL_COVERAGE * coverage.covered) / coverage.needed),
          FULL_COVERAGE,
        ],
        [coverage === null ? 'Not answered.' : `${coverage.covered} of your ${coverage.needed} payers.`],
      ),
    ],
    holds: [],
    conditions: [
      ...needed
        .filter(({ rowId }) => ['said', 'no'].includes(answers.get(rowId) ?? ''))
        .map(({ rowId, label }) =>
          answers.get(rowId) === 'no'
            ? `It does not handle ${label}.`
            : `Have it confirm in writing: ${label}.`,
        ),
      ...(coverage !== null && coverage.covered * 100 < coverage.needed * COVERAGE_PERCENT
        ? ['Fewer than 90% of your payers are on its list.']
        : []),
      ...(candidate.text('top_payers') === 'other-route'
        ? ['Some of the payers you will bill most need another route.']
        : []),
    ],
  };
}

function coverageOf(candidate: AnswerReader): { readonly needed: number; readonly covered: number } | null {
  const needed = candidate.number('payers_needed');
  const covered = candidate.number('payers_covered');
  return needed === null || covered === null ? null : { needed, covered: Math.min(covered, needed) };
}

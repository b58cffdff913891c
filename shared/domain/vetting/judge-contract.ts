import { MUST_HAVE_CLAUSES, WARNING_CLAUSES } from '../../catalog/vetting/contract-fields.ts';
import type { AnswerReader } from '../answer-reader.ts';
import { type Judgment, scoreLine } from './judgment.ts';
import { clauseOf } from './read-candidate.ts';

const FULL_CONTRACT = 15;
const CLAUSE_POINTS = 3;
const LONGEST_NOTICE_DAYS = 90;
const FULL_COST = 8;
const ITEMIZED_POINTS = 5;
const NO_MINIMUM_POINTS = 3;
const FEES = ['setup', 'monthly', 'per_claim', 'min'] as const;

/** Contract and exit: 15 for all must-haves and no warnings, 3 off for each that is not so, or not marked yet. */
export function judgeContract(candidate: AnswerReader): Judgment {
  const musts = MUST_HAVE_CLAUSES.map((clause) => ({
    ...clause,
    isThere: mustHave(candidate, clause.rowId),
  }));
  const warnings = WARNING_CLAUSES.map((clause) => ({
    ...clause,
    isThere: clauseOf(candidate, 'warnings', clause.rowId),
  }));
  const lacking = musts.filter(({ isThere }) => isThere === false);
  const present = warnings.filter(({ isThere }) => isThere === true);
  const unmarked = [...musts, ...warnings].filter(({ isThere }) => isThere === null).length;
  const off = lacking.length + present.length + unmarked;
  const why = [
    ...(off === 0 ? ['All must-haves, no warnings.'] : []),
    ...(lacking.length > 0 ? [`Missing: ${lacking.length}.`] : []),
    ...(present.length > 0 ? [`Warnings: ${present.length}.`] : []),
    ...(unmarked > 0 ? [`Not marked yet: ${unmarked}.`] : []),
  ];
  return {
    lines: [
      scoreLine('contract', 'Contract and exit', [FULL_CONTRACT - CLAUSE_POINTS * off, FULL_CONTRACT], why),
    ],
    holds: [],
    conditions: [
      ...lacking.map(({ label }) => `The contract lacks: ${label}.`),
      ...present.map(({ label }) => `In the contract: ${label}.`),
    ],
  };
}

/** A clause counts as missing, too, when another answer says the opposite. */
function mustHave(candidate: AnswerReader, rowId: string): boolean | null {
  const isContradicted =
    (rowId === 'data-export' && candidate.text('export_format') === 'none') ||
    (rowId === 'exit-90-days' && (candidate.number('notice_days') ?? 0) > LONGEST_NOTICE_DAYS) ||
    (rowId === 'baa-attached' && candidate.text('baa') === 'refuses');
  return isContradicted ? false : clauseOf(candidate, 'must_have', rowId);
}

/** Cost clarity: every fee named 5, no monthly minimum 3. */
export function judgeCost(candidate: AnswerReader): Judgment {
  const isRefused = clauseOf(candidate, 'must_have', 'itemised-fees') === false;
  const unknown = FEES.filter((fee) => candidate.number(fee) === null);
  const isItemized = !isRefused && unknown.length === 0;
  const minimum = candidate.number('min');
  const points = (isItemized ? ITEMIZED_POINTS : 0) + (minimum === 0 ? NO_MINIMUM_POINTS : 0);
  const why = [
    isItemized
      ? 'Every fee is named.'
      : isRefused
        ? 'The contract does not list every fee.'
        : 'Fees not known yet.',
    minimum === null
      ? 'Minimum: not answered.'
      : minimum === 0
        ? 'No minimum.'
        : 'There is a monthly minimum.',
  ];
  return {
    lines: [scoreLine('cost', 'Cost clarity', [points, FULL_COST], why)],
    holds: [],
    conditions: minimum !== null && minimum > 0 ? ['You pay a monthly minimum.'] : [],
  };
}

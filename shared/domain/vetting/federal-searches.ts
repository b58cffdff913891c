import { OFFICE_KINDS, SEARCHED_KINDS, type SearchedKind } from '../../catalog/vetting/authority-fields.ts';
import type { AnswerReader } from '../answer-reader.ts';
import { resultOf, type StandingCheck, stalenessOf, standingChecks } from './authority-checks.ts';
import { ADVERSE_POINTS, type ReputationContext, type ReputationPart } from './state-offices.ts';

const SEARCH_POINTS = 2;

/** What is adverse about the company. A breach with an account of the repairs is not. */
const ADVERSE_FINDINGS: readonly string[] = ['deception', 'excluded', 'breach-unexplained', 'other'];

/** Five searches of federal lists, courts and news. */
export function judgeSearches(candidate: AnswerReader, context: ReputationContext): ReputationPart {
  const parts = SEARCHED_KINDS.map((kind) => judgeSearch(kind, standingChecks(candidate, kind), context));
  return {
    isDone: parts.every(({ isDone }) => isDone),
    points: parts.reduce((sum, { points }) => sum + points, 0),
    deducted: parts.reduce((sum, { deducted }) => sum + deducted, 0),
    holds: parts.flatMap(({ holds }) => holds),
    conditions: parts.flatMap(({ conditions }) => conditions),
  };
}

function judgeSearch(
  kind: SearchedKind,
  checks: readonly StandingCheck[],
  context: ReputationContext,
): ReputationPart {
  const isDone = checks.length > 0 && checks.every(isSettled);
  const adverse = checks.filter(isAdverse);
  return {
    isDone,
    points: isDone ? SEARCH_POINTS : 0,
    deducted: adverse.length * ADVERSE_POINTS,
    holds: [
      ...(checks.length === 0 ? [`${OFFICE_KINDS[kind]}: not searched yet.`] : []),
      ...checks.flatMap((check) => holdsOn(check, kind, context)),
    ],
    conditions: adverse
      .filter(({ answer }) => answer?.text('finding') !== 'breach-unexplained')
      .map(({ label }) => `${label}: something is on record. Read it, and ask the company.`),
  };
}

function isSettled({ newest, answer }: StandingCheck): boolean {
  return (
    newest.has('date') &&
    resultOf(newest) !== '' &&
    resultOf(newest) !== 'possible' &&
    !(resultOf(newest) === 'found' && !newest.has('finding')) &&
    answer !== null
  );
}

function isAdverse({ newest, answer }: StandingCheck): boolean {
  if (answer === null || resultOf(answer) !== 'found') return false;
  // A company on an exclusion list is excluded, whatever else is noted beside it.
  const isListed = ['leie', 'sam'].includes(newest.text('office_kind'));
  return isListed || ADVERSE_FINDINGS.includes(answer.text('finding'));
}

function holdsOn(
  check: StandingCheck,
  kind: SearchedKind,
  { today, signedOn }: ReputationContext,
): readonly string[] {
  const { newest, answer, label } = check;
  const sentences = [
    resultOf(newest) === '' || !newest.has('date') ? 'day or result not recorded yet.' : null,
    resultOf(newest) === 'possible' ? 'a possible match is not settled.' : null,
    resultOf(newest) === 'found' && !newest.has('finding') ? 'say what was found.' : null,
    answer?.text('search_result') === 'found' && answer.text('finding') === 'breach-unexplained'
      ? 'a breach, and no account of what was repaired. Ask for it.'
      : null,
    stalenessOf(check, kind, today, signedOn),
  ];
  return sentences.flatMap((sentence) => (sentence === null ? [] : [`${label}: ${sentence}`]));
}

import type { StateCode } from '../../catalog/state-codes.ts';
import type { AnswerReader } from '../answer-reader.ts';
import type { IsoDate } from '../iso-date.ts';
import {
  isAnsweredCheck,
  officeName,
  resultOf,
  type StandingCheck,
  silenceOf,
  stalenessOf,
  standingChecks,
} from './authority-checks.ts';

/** What a check of the company’s reputation found so far. */
export interface ReputationPart {
  /** All that was to be asked is answered. */
  readonly isDone: boolean;
  readonly points: number;
  /** Points taken off for what was found. */
  readonly deducted: number;
  readonly holds: readonly string[];
  readonly conditions: readonly string[];
}

/** When a check is judged: by whom it had to be made, and when. */
export interface ReputationContext {
  readonly today: IsoDate;
  readonly signedOn: IsoDate | null;
  readonly homeState: StateCode | null;
}

export const OFFICE_POINTS = 5;
/** Taken off for each complaint or action on record. */
export const ADVERSE_POINTS = 10;
/** Taken off for each office that declines to say. */
const DECLINED_POINTS = 5;

const ADVERSE_RESULTS: readonly string[] = ['resolved', 'open-complaint', 'action-settlement'];

/** The Attorney General, or the consumer office: in the home state and in that of the head office. */
export function judgeStateOffice(
  kind: 'attorney-general' | 'consumer-office',
  candidate: AnswerReader,
  context: ReputationContext,
): ReputationPart {
  const checks = standingChecks(candidate, kind);
  const headOffice = candidate.text('hq_state');
  const states = [...new Set([context.homeState ?? '', headOffice])];
  const inState = (code: string): readonly StandingCheck[] =>
    checks.filter(({ newest }) => newest.text('state') === code);
  const isDone = states.every((code) => code !== '' && inState(code).some(isAnsweredCheck));
  const unasked = states
    .filter((code) => code !== '' && inState(code).length === 0)
    .map((code) => `${officeName(kind, code)}: not asked yet.`);
  return {
    isDone,
    points: isDone ? OFFICE_POINTS : 0,
    deducted: checks.reduce((sum, check) => sum + deductionFor(check), 0),
    holds: [
      ...unknownStates(kind, context.homeState, headOffice),
      ...unasked,
      ...checks.flatMap((check) => holdsOn(check, kind, context)),
    ],
    conditions: checks.flatMap(conditionOf),
  };
}

function unknownStates(kind: string, home: StateCode | null, headOffice: string): readonly string[] {
  // Said once, not for each kind of office.
  if (kind !== 'attorney-general') return [];
  return [
    ...(home === null ? ['Your home state is not known: its offices have to be asked.'] : []),
    ...(headOffice === ''
      ? ['The state of its head office is not known: its offices have to be asked.']
      : []),
  ];
}

function deductionFor({ newest, answer }: StandingCheck): number {
  if (answer !== null && ADVERSE_RESULTS.includes(resultOf(answer))) return ADVERSE_POINTS;
  return resultOf(newest) === 'declines-to-say' ? DECLINED_POINTS : 0;
}

function holdsOn(
  check: StandingCheck,
  kind: 'attorney-general' | 'consumer-office',
  { today, signedOn }: ReputationContext,
): readonly string[] {
  const { newest, answer, label } = check;
  const isUnfinished = !newest.has('date') || resultOf(newest) === '';
  const sentences = [
    isUnfinished ? 'day or answer not recorded yet.' : null,
    silenceOf(check, today),
    stalenessOf(check, kind, today, signedOn),
    answer?.text('result') === 'open-complaint'
      ? 'open complaint on record. Do not sign while it is open.'
      : null,
  ];
  return sentences.flatMap((sentence) => (sentence === null ? [] : [`${label}: ${sentence}`]));
}

function conditionOf({ newest, answer, label }: StandingCheck): readonly string[] {
  const said = answer === null ? '' : resultOf(answer);
  if (said === 'resolved') return [`${label}: complaints on record, resolved. Read what they were about.`];
  if (said === 'action-settlement') return [`${label}: a legal action is on record. Read how it ended.`];
  return resultOf(newest) === 'declines-to-say'
    ? [`${label}: declines to say. A public-records request may tell more.`]
    : [];
}

import type { AnswerReader } from '../answer-reader.ts';
import { lastAskedOn, type StandingCheck, stalenessOf, standingChecks } from './authority-checks.ts';
import {
  ADVERSE_POINTS,
  OFFICE_POINTS,
  type ReputationContext,
  type ReputationPart,
} from './state-offices.ts';

const BBB = 'Better Business Bureau';

/** The latest look at the company’s profile, whatever name was looked up; null before the first. */
export function latestBbbCheck(candidate: AnswerReader): StandingCheck | null {
  const byDay = [...standingChecks(candidate, 'bbb')].sort((a, b) =>
    lastAskedOn(a.newest).localeCompare(lastAskedOn(b.newest)),
  );
  return byDay.at(-1) ?? null;
}

/** The Better Business Bureau: a private body, whose grade proves little and whose complaints tell much. */
export function judgeBbb(candidate: AnswerReader, { today, signedOn }: ReputationContext): ReputationPart {
  const check = latestBbbCheck(candidate);
  const unsettled = unsettledIn(candidate);
  const isDone = check?.newest.has('date') === true && isProfileAnswered(candidate);
  const stale = check === null ? null : stalenessOf(check, 'bbb', today, signedOn);
  const unresolved = candidate.number('unresolved') ?? 0;
  const isMiscounted = unresolved > (candidate.number('complaints') ?? unresolved);
  return {
    isDone,
    points: isDone && unresolved === 0 ? OFFICE_POINTS : 0,
    deducted: unsettled.length * ADVERSE_POINTS,
    holds: [
      ...(isDone ? [] : [`${BBB}: not looked up yet, or not recorded in full.`]),
      ...(stale === null ? [] : [`${BBB}: ${stale}`]),
      ...(isMiscounted ? [`${BBB}: more complaints unresolved than there are complaints.`] : []),
      ...unsettled.map((finding) => `${BBB}: ${finding} Settle that before you sign.`),
    ],
    conditions: unresolved > 0 ? [`${BBB}: ${unresolved} unresolved. Read them, and ask the company.`] : [],
  };
}

function isProfileAnswered(candidate: AnswerReader): boolean {
  const needed = candidate.isNo('found')
    ? ['claims_years']
    : ['complaints', 'unresolved', 'unanswered_pattern', 'has_alert'];
  return candidate.has('found') && needed.every((field) => candidate.has(field));
}

function unsettledIn(candidate: AnswerReader): readonly string[] {
  return [
    ...(candidate.isYes('has_alert') ? ['the profile carries an alert.'] : []),
    ...(candidate.isYes('unanswered_pattern') ? ['a pattern of complaints left unanswered.'] : []),
    ...(candidate.isNo('found') && candidate.isYes('claims_years')
      ? ['no profile, for a company that says it has been in business for years.']
      : []),
  ];
}

import type { AnswerReader } from '../answer-reader.ts';
import { judgeBbb } from './bbb-profile.ts';
import { judgeSearches } from './federal-searches.ts';
import { type Judgment, scoreLine } from './judgment.ts';
import { judgeStateOffice, type ReputationContext } from './state-offices.ts';

/** All of the reputation points. */
const FULL = 25;

/**
 * What is on record about the company: 25 points when all four checks are done and found nothing adverse. While some
 * are open the others earn their part: Attorney General, consumer office and BBB 5 each, each of the five searches 2.
 */
export function judgeReputation(candidate: AnswerReader, context: ReputationContext): Judgment {
  const parts = {
    'Attorney General': judgeStateOffice('attorney-general', candidate, context),
    'consumer office': judgeStateOffice('consumer-office', candidate, context),
    'Better Business Bureau': judgeBbb(candidate, context),
    'federal records, courts and news': judgeSearches(candidate, context),
  };
  const all = Object.values(parts);
  const undone = Object.entries(parts).flatMap(([name, { isDone }]) => (isDone ? [] : [name]));
  const earned = all.reduce((sum, { points }) => sum + points, 0);
  const deducted = all.reduce((sum, part) => sum + part.deducted, 0);
  const why = [
    undone.length === 0 ? 'All four checks are done.' : `Not complete: ${undone.join('; ')}.`,
    deducted === 0
      ? 'Nothing adverse recorded; that is no clearance.'
      : `${deducted} points off for what was found.`,
  ];
  return {
    lines: [scoreLine('reputation', 'Reputation', [earned - deducted, FULL], why)],
    holds: all.flatMap(({ holds }) => holds),
    conditions: all.flatMap(({ conditions }) => conditions),
  };
}

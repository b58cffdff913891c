import type { RuleContext } from '../../domain/field.ts';
import { daysBetween, formatDate, type IsoDate } from '../../domain/iso-date.ts';
import { earliestDate } from '../rule-builders.ts';

/** A reputation check older than this at signing has to be made again. */
const OLDEST_CHECK_DAYS = 90;

/**
 * What is wrong with the age of a check, or null. Before anything is signed the check is measured against today: it
 * could not be signed on any earlier day.
 */
export function staleAtSigning(checkedOn: IsoDate, context: RuleContext): string | null {
  if (checkedOn === '') return null;
  const signedOn = earliestDate([
    context.answersOf('clh-contract').text('signed'),
    context.answersOf('clh-baa').text('signed'),
  ]);
  if (daysBetween(checkedOn, signedOn ?? context.today) <= OLDEST_CHECK_DAYS) return null;
  return signedOn === null
    ? `what you recorded on ${formatDate(checkedOn)} is more than 90 days old. Check again before you sign.`
    : `what you recorded on ${formatDate(checkedOn)} was more than 90 days old when you signed on ` +
        `${formatDate(signedOn)}. Check again.`;
}

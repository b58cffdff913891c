import { toPlainName } from '../../catalog/name-match.ts';
import { isStateCode, STATE_NAMES } from '../../catalog/state-codes.ts';
import { OFFICE_KINDS, type OfficeKind, SEARCHED_KINDS } from '../../catalog/vetting/authority-fields.ts';
import type { AnswerReader } from '../answer-reader.ts';
import { addBusinessDays, addMonths, daysBetween, formatDate, type IsoDate } from '../iso-date.ts';
import { onceForEach } from '../once-for.ts';

/** What one office has said about one name so far. */
export interface StandingCheck {
  /** The latest row, answered or not. */
  readonly newest: AnswerReader;
  /** The latest answer with substance. Silence, a refusal to say and an unsettled match do not take it back. */
  readonly answer: AnswerReader | null;
  /** “Delaware Attorney General (Clearwater Holdings)”. */
  readonly label: string;
}

/** Business days to wait before asking an office a second time. */
const PATIENCE_BUSINESS_DAYS = 10;
/** A reputation check older than this at signing has to be made again. */
const OLDEST_CHECK_DAYS = 90;
/** Federal records are searched yearly. */
const OLDEST_SEARCH_MONTHS = 12;

const WITHOUT_SUBSTANCE: readonly string[] = ['', 'declines-to-say', 'no-reply', 'possible'];

const isSearched = (kind: OfficeKind): boolean => (SEARCHED_KINDS as readonly OfficeKind[]).includes(kind);

/** The result of a check, whichever list it is from; '' while it has none. */
export function resultOf(check: AnswerReader): string {
  return check.text('result') || check.text('search_result');
}

/** The day an office was last asked. */
export function lastAskedOn(check: AnswerReader): IsoDate {
  const again = check.text('result') === 'no-reply' ? check.text('second_attempt') : '';
  return again > check.text('date') ? again : check.text('date');
}

/** What stands, by office and name asked about: a newer answer takes the place of the older one. */
export const standingChecks = onceForEach(findStanding);

function findStanding(candidate: AnswerReader, kind: OfficeKind): readonly StandingCheck[] {
  const own = [candidate.text('name'), candidate.text('legal_name')].map(toPlainName);
  const nameIn = (check: AnswerReader): string => {
    const asked = toPlainName(check.text('company'));
    return own.includes(asked) ? '' : asked;
  };
  const byOffice = new Map<string, AnswerReader[]>();
  for (const check of candidate.rows('authority_checks')) {
    if (check.text('office_kind') !== kind) continue;
    const office = [check.text('state'), toPlainName(check.text('office')), nameIn(check)].join(' ');
    byOffice.set(office, [...(byOffice.get(office) ?? []), check]);
  }
  return [...byOffice.values()].map((checks) => standing(checks, kind, nameIn));
}

function standing(
  checks: readonly AnswerReader[],
  kind: OfficeKind,
  nameIn: (check: AnswerReader) => string,
): StandingCheck {
  // Sorting is stable: of two on one day the lower row is the newer. A row without a day is older than any with one.
  const byDay = [...checks].sort((a, b) => lastAskedOn(a).localeCompare(lastAskedOn(b)));
  const newest = byDay.at(-1);
  if (newest === undefined) throw new Error('An office without a check');
  const about = nameIn(newest) === '' ? '' : ` (${newest.text('company').trim()})`;
  return {
    newest,
    answer: byDay.filter((check) => !WITHOUT_SUBSTANCE.includes(resultOf(check))).at(-1) ?? null,
    label: `${officeName(kind, newest.text('state'), newest.text('office'))}${about}`,
  };
}

/** What an office is called in a sentence. */
export function officeName(kind: OfficeKind, state: string, office = ''): string {
  const stateName = isStateCode(state) ? STATE_NAMES[state] : 'State not given';
  if (kind === 'attorney-general') return `${stateName} Attorney General`;
  if (kind === 'consumer-office') return office.trim() || `${stateName} consumer office`;
  return OFFICE_KINDS[kind];
}

/** True when the office gave an answer on a known day, “declines to say” among them. */
export function isAnsweredCheck({ newest, answer }: StandingCheck): boolean {
  const isSaid = (check: AnswerReader): boolean =>
    check.has('date') && !['', 'no-reply', 'possible'].includes(resultOf(check));
  return isSaid(newest) || (answer !== null && isSaid(answer));
}

/** What is unfinished about an office that did not reply, or null. */
export function silenceOf({ newest }: StandingCheck, today: IsoDate): string | null {
  if (newest.text('result') !== 'no-reply' || !newest.has('date')) return null;
  const askAgainOn = addBusinessDays(newest.text('date'), PATIENCE_BUSINESS_DAYS);
  const askedAgainOn = newest.text('second_attempt');
  if (askedAgainOn !== '' && askedAgainOn >= askAgainOn) return null;
  if (askedAgainOn !== '') {
    return `you asked again before 10 business days had passed. Ask once more, from ${formatDate(askAgainOn)}.`;
  }
  return today < askAgainOn
    ? `no reply yet. Ask again on or after ${formatDate(askAgainOn)}.`
    : 'no reply, and 10 business days have passed. Ask again and record it.';
}

/** What is wrong with the age of a check, or null: at signing, or today while nothing is signed. */
export function stalenessOf(
  { newest }: StandingCheck,
  kind: OfficeKind,
  today: IsoDate,
  signedOn: IsoDate | null,
): string | null {
  const askedOn = lastAskedOn(newest);
  if (askedOn === '') return null;
  const at = signedOn ?? today;
  const isFresh = isSearched(kind)
    ? addMonths(askedOn, OLDEST_SEARCH_MONTHS) >= at
    : daysBetween(askedOn, at) <= OLDEST_CHECK_DAYS;
  if (isFresh) return null;
  const age = isSearched(kind) ? 'more than a year old' : 'more than 90 days old';
  return signedOn === null
    ? `what you recorded on ${formatDate(askedOn)} is ${age}. Check again before you sign.`
    : `what you recorded on ${formatDate(askedOn)} was ${age} when you signed on ${formatDate(signedOn)}. Check again.`;
}

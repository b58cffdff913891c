import { isStateCode, type StateCode } from '../../catalog/state-codes.ts';
import {
  authorityChecksField,
  OFFICE_KINDS,
  type OfficeKind,
  SEARCHED_KINDS,
} from '../../catalog/vetting/authority-fields.ts';
import type { AnswerReader } from '../answer-reader.ts';
import { formatAnswer } from '../format-answer.ts';
import { formatDate } from '../iso-date.ts';
import {
  isAnsweredCheck,
  lastAskedOn,
  officeName,
  resultOf,
  type StandingCheck,
  silenceOf,
  stalenessOf,
  standingChecks,
} from './authority-checks.ts';
import { judgeBbb, latestBbbCheck } from './bbb-profile.ts';
import type { ReputationContext } from './state-offices.ts';

/**
 * How one inquiry stands. None of them is a clearance: `answered` says that an answer is on record, whatever it says
 * that is not against the company.
 */
export type InquiryStanding =
  | 'not-asked'
  | 'unfinished'
  | 'waiting'
  | 'ask-again'
  | 'answered'
  | 'against'
  | 'state-unknown';

/** Whose state decides which office is asked. */
export type Whose = 'home' | 'head-office' | 'both';

/** One office to ask, or one list to search. */
export interface Inquiry {
  /** `attorney-general/NJ`, `attorney-general/head-office` while that state is not known, `ftc`. */
  readonly id: string;
  readonly kind: OfficeKind;
  readonly state: StateCode | null;
  readonly whose: Whose | null;
  readonly title: string;
  readonly standing: InquiryStanding;
  /** What was said last and what is to be done about it, one sentence each. */
  readonly said: readonly string[];
  /** An answer with substance is on record, and it is not too old. */
  readonly isAnswered: boolean;
}

/** Everybody to ask about a clearinghouse, in working order. */
export function inquiriesFor(candidate: AnswerReader, context: ReputationContext): readonly Inquiry[] {
  const kinds = Object.keys(OFFICE_KINDS) as readonly OfficeKind[];
  return kinds.flatMap((kind) => {
    if (kind !== 'attorney-general' && kind !== 'consumer-office')
      return [onePlace(kind, candidate, context)];
    return placesOf(candidate, context).map(({ state, whose }) =>
      inState(kind, state, whose, candidate, context),
    );
  });
}

interface Place {
  readonly state: StateCode | null;
  readonly whose: Whose;
}

function placesOf(candidate: AnswerReader, { homeState }: ReputationContext): readonly Place[] {
  const typed = candidate.text('hq_state');
  const headOffice = isStateCode(typed) ? typed : null;
  if (homeState !== null && homeState === headOffice) return [{ state: homeState, whose: 'both' }];
  return [
    { state: homeState, whose: 'home' },
    { state: headOffice, whose: 'head-office' },
  ];
}

function inState(
  kind: 'attorney-general' | 'consumer-office',
  state: StateCode | null,
  whose: Whose,
  candidate: AnswerReader,
  context: ReputationContext,
): Inquiry {
  const checks =
    state === null
      ? []
      : standingChecks(candidate, kind).filter(({ newest }) => newest.text('state') === state);
  const stand = state === null ? NO_STATE : standingOf(kind, checks, context);
  return {
    id: `${kind}/${state ?? whose}`,
    kind,
    state,
    whose,
    title: state === null ? OFFICE_KINDS[kind] : officeName(kind, state),
    ...stand,
  };
}

function onePlace(kind: OfficeKind, candidate: AnswerReader, context: ReputationContext): Inquiry {
  const stand =
    kind === 'bbb'
      ? bbbStanding(candidate, context)
      : standingOf(kind, standingChecks(candidate, kind), context);
  return { id: kind, kind, state: null, whose: null, title: OFFICE_KINDS[kind], ...stand };
}

type Stand = Pick<Inquiry, 'standing' | 'said' | 'isAnswered'>;

const NO_STATE: Stand = { standing: 'state-unknown', said: [], isAnswered: false };
const NOT_ASKED: Stand = { standing: 'not-asked', said: [], isAnswered: false };

function standingOf(kind: OfficeKind, checks: readonly StandingCheck[], context: ReputationContext): Stand {
  if (checks.length === 0) return NOT_ASKED;
  const all = checks.map((check) => standOf(kind, check, context));
  const worst = ORDER.find((standing) => all.some((each) => each.standing === standing)) ?? 'answered';
  return { standing: worst, said: all.flatMap(({ said }) => said), isAnswered: all.every(isAnsweredStand) };
}

// What is against the company comes first: it must be seen even while something else is unfinished.
const ORDER: readonly InquiryStanding[] = ['against', 'ask-again', 'waiting', 'unfinished'];
const isAnsweredStand = ({ isAnswered }: Stand): boolean => isAnswered;

const AGAINST: readonly string[] = ['open-complaint', 'action-settlement', 'found'];

function standOf(kind: OfficeKind, check: StandingCheck, { today, signedOn }: ReputationContext): Stand {
  const silence = silenceOf(check, today);
  const stale = stalenessOf(check, kind, today, signedOn);
  const isSaid = isAnsweredCheck(check) && !lacksFinding(check);
  const isAgainst = check.answer !== null && AGAINST.includes(resultOf(check.answer));
  // While it says the same as on the day of asking, the office still has time.
  const isWaiting = silence !== null && silence === silenceOf(check, check.newest.text('date'));
  const isOverdue = stale !== null || (silence !== null && !isWaiting);
  const standing: InquiryStanding = isAgainst
    ? 'against'
    : isOverdue
      ? 'ask-again'
      : isWaiting
        ? 'waiting'
        : isSaid
          ? 'answered'
          : 'unfinished';
  const words = [lastWords(check), silence, stale].filter((each) => each !== null);
  return { standing, said: words.map(capitalized), isAnswered: isSaid && stale === null && silence === null };
}

function lacksFinding({ newest }: StandingCheck): boolean {
  return resultOf(newest) === 'found' && !newest.has('finding');
}

/** “2 Nov 2026: No record found (an answer, not a clearance).” */
function lastWords({ newest, answer }: StandingCheck): string {
  const check = answer ?? newest;
  const day = lastAskedOn(check);
  const result = resultWords(check);
  const about = newest.text('company').trim();
  const said = result === '' ? 'no answer recorded yet' : result;
  return `${day === '' ? 'Day not recorded' : formatDate(day)}${about === '' ? '' : `, about “${about}”`}: ${said}.`;
}

/** What one check says, in the words of its closed list; '' while it says nothing. */
export function resultWords(check: AnswerReader): string {
  for (const id of ['result', 'search_result']) {
    const field = authorityChecksField.fields.find((each) => each.id === id);
    if (field !== undefined && check.has(id)) return formatAnswer(field, check.text(id));
  }
  return '';
}

function bbbStanding(candidate: AnswerReader, context: ReputationContext): Stand {
  const { isDone, holds } = judgeBbb(candidate, context);
  const newest = latestBbbCheck(candidate);
  if (newest === null && !candidate.has('found')) return NOT_ASKED;
  const lookedOn = newest === null ? '' : lastAskedOn(newest.newest);
  const isAlarming =
    candidate.isYes('has_alert') ||
    candidate.isYes('unanswered_pattern') ||
    (candidate.isNo('found') && candidate.isYes('claims_years'));
  const { today, signedOn } = context;
  const isStale = newest !== null && stalenessOf(newest, 'bbb', today, signedOn) !== null;
  const standing: InquiryStanding = isAlarming
    ? 'against'
    : isStale
      ? 'ask-again'
      : isDone
        ? 'answered'
        : 'unfinished';
  const seen = candidate.isNo('found')
    ? 'No profile there.'
    : candidate.has('rating')
      ? `Grade ${candidate.text('rating').trim()}: not a mark of quality.`
      : null;
  const looked = lookedOn === '' ? 'Day not recorded yet.' : `Looked up on ${formatDate(lookedOn)}.`;
  const said = [looked, seen, ...holds.map((hold) => capitalized(hold.replace(/^[^:]+: /, '')))];
  return { standing, said: said.filter((each) => each !== null), isAnswered: isDone && !isStale };
}

function capitalized(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

/** True for a list to search, false for an office to ask. */
export function isSearch(kind: OfficeKind): boolean {
  return kind === 'bbb' || (SEARCHED_KINDS as readonly OfficeKind[]).includes(kind);
}

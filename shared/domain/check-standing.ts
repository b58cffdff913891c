import { type CheckRun, type CheckSubject, newestRun } from './check-run.ts';
import type { DeviceCheckId } from './device-checks/device-check.ts';
import { dateOfInstant, daysBetween, formatDate, type IsoDate } from './iso-date.ts';
import { type OwnWord, ownWordOnDevice, ownWordOnPortal } from './own-word.ts';
import type { Plan, PlanRecord } from './plan.ts';
import { PORTAL_RECHECK_DAYS } from './portal-check.ts';

/**
 * How something that can be checked stands. Only an automatic check makes `passed` and `failed`; `attested` is the
 * user's word that it is in order, `attested-failed` their word that it is not, both only where the app could not tell.
 */
export type StandingKind =
  | 'passed'
  | 'failed'
  | 'unknown'
  | 'attested'
  | 'attested-failed'
  | 'not-checked'
  | 'not-applicable';

export interface Standing<R extends CheckRun = CheckRun> {
  readonly kind: StandingKind;
  /** Looked at longer ago than it may be, or its certificate has expired since: look again. */
  readonly isOld: boolean;
  /** The newest automatic check, whatever it found; null when there never was one. */
  readonly run: R | null;
  /** The day of the check, or of the user's own look; null when neither has one. Never later than today. */
  readonly on: IsoDate | null;
  /** What the user says they saw. Set exactly when it is their word that counts. */
  readonly ownWord: OwnWord | null;
  /** The standing in a line: "Passed", "Could not tell. Your word of 20 Nov 2026: the firewall is on." */
  readonly words: string;
}

export type PortalRun = Extract<CheckRun, { readonly check: 'portal-tls' }>;
export type DeviceRun = Extract<CheckRun, { readonly check: DeviceCheckId }>;

const MONTH_DAYS = 31;
const QUARTER_DAYS = 92;

/** Days until a look at this computer counts as old: as often as the items ask for it. A rule of this app. */
export const DEVICE_RECHECK_DAYS: Readonly<Record<DeviceCheckId, number>> = {
  'disk-encryption': QUARTER_DAYS,
  firewall: MONTH_DAYS,
  'os-support': QUARTER_DAYS,
  'os-updates': MONTH_DAYS,
  'screen-lock': QUARTER_DAYS,
  'malware-protection': MONTH_DAYS,
  'wifi-security': QUARTER_DAYS,
  vpn: QUARTER_DAYS,
};

/** What a check of this portal connects to; null when its entry has no address that could be read. */
export function portalSubject({
  answers,
}: PlanRecord): Extract<CheckSubject, { readonly check: 'portal-tls' }> | null {
  const { target } = answers;
  return typeof target === 'string' && target !== '' ? { check: 'portal-tls', target } : null;
}

/** How one portal of the list stands today. */
export function portalStanding(plan: Plan, record: PlanRecord, today: IsoDate): Standing<PortalRun> {
  const subject = portalSubject(record);
  const run = subject === null ? null : newestRun(plan.checks, subject);
  const standing = standingOf(run, ownWordOnPortal(record, today), PORTAL_RECHECK_DAYS, today);
  const expires = run?.detail.certificate?.validTo;
  const hasExpired = standing.kind === 'passed' && expires !== undefined && dateOfInstant(expires) < today;
  return hasExpired
    ? { ...standing, isOld: true, words: 'Passed, but its certificate has expired since.' }
    : standing;
}

/** How one look at this computer stands today. */
export function deviceStanding(plan: Plan, check: DeviceCheckId, today: IsoDate): Standing<DeviceRun> {
  const run = newestRun(plan.checks, { check, target: '' });
  return standingOf(run, ownWordOnDevice(plan, check, today), DEVICE_RECHECK_DAYS[check], today);
}

function standingOf<R extends CheckRun>(
  run: R | null,
  ownWord: OwnWord | null,
  maxDays: number,
  today: IsoDate,
): Standing<R> {
  const checkedOn = run === null ? null : noLaterThan(today, dateOfInstant(run.checkedAt));
  if (run?.outcome === 'pass' || run?.outcome === 'fail') {
    const kind = run.outcome === 'pass' ? 'passed' : 'failed';
    return aged({ kind, run, on: checkedOn, ownWord: null }, maxDays, today);
  }
  if (ownWord !== null) {
    const kind = ownWord.isGood ? 'attested' : 'attested-failed';
    const on = ownWord.on === null ? null : noLaterThan(today, ownWord.on);
    return aged({ kind, run, on, ownWord }, maxDays, today);
  }
  const kind = run === null ? 'not-checked' : run.outcome === 'not-applicable' ? 'not-applicable' : 'unknown';
  return aged({ kind, run, on: checkedOn, ownWord: null }, maxDays, today);
}

function aged<R extends CheckRun>(
  standing: Omit<Standing<R>, 'isOld' | 'words'>,
  maxDays: number,
  today: IsoDate,
): Standing<R> {
  const isOld = standing.on !== null && daysBetween(standing.on, today) > maxDays;
  return { ...standing, isOld, words: wordsFor(standing, isOld, maxDays) };
}

/** How a standing is said in two or three words. */
export const STANDING_WORDS: Readonly<Record<StandingKind, string>> = {
  passed: 'Passed',
  failed: 'Failed',
  unknown: 'Could not tell',
  attested: 'Your word',
  'attested-failed': 'Your word: a problem',
  'not-checked': 'Not checked',
  'not-applicable': 'Does not apply',
};

function wordsFor(
  { kind, run, ownWord }: Pick<Standing, 'kind' | 'run' | 'ownWord'>,
  isOld: boolean,
  maxDays: number,
): string {
  const again = `more than ${maxDays} days ago`;
  if (ownWord === null) return isOld ? `${STANDING_WORDS[kind]}, ${again}.` : `${STANDING_WORDS[kind]}.`;
  const automatic =
    run === null ? 'Not checked' : run.outcome === 'not-applicable' ? 'Does not apply' : 'Could not tell';
  const when = ownWord.on === null ? '' : ` of ${formatDate(ownWord.on)}`;
  return `${automatic}. Your word${when}${isOld ? `, ${again}` : ''}: ${ownWord.words}.`;
}

function noLaterThan(today: IsoDate, date: IsoDate): IsoDate {
  return date > today ? today : date;
}

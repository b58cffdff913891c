import { type CheckRun, newestRun } from '../../domain/check-run.ts';
import type { DeviceCheckId } from '../../domain/device-checks/device-check.ts';
import type { Answers, Row } from '../../domain/field.ts';
import { dateOfInstant, daysBetween, formatDate, type IsoDate } from '../../domain/iso-date.ts';
import { type Plan, type PlanRecord, recordsOf } from '../../domain/plan.ts';
import type { PortalCheck } from '../../domain/portal-check.ts';
import { targetInWords } from '../../domain/portal-target.ts';
import { PORTAL_SEEN_FIELDS } from '../records/portal.ts';

// What the app checked by itself, in the fields of the items that ask for it. Only a pass or a failure says anything:
// where a check could not tell, the item asks the user.

interface Known {
  readonly outcome: 'pass' | 'fail';
  readonly run: Extract<CheckRun, { readonly check: DeviceCheckId }>;
  /** The user's calendar day, as far as it can be known: never later than today. */
  readonly on: IsoDate;
}

/** What a look at this computer showed; null when it showed nothing, or a pass is older than `maxDays`. */
function known(plan: Plan, check: DeviceCheckId, today: IsoDate, maxDays = Infinity): Known | null {
  const run = newestRun(plan.checks, { check, target: '' });
  if (run === null || (run.outcome !== 'pass' && run.outcome !== 'fail')) return null;
  const on = dayOf(run.checkedAt, today);
  if (run.outcome === 'pass' && daysBetween(on, today) > maxDays) return null;
  return { outcome: run.outcome, run, on };
}

function dayOf(instant: string, today: IsoDate): IsoDate {
  const day = dateOfInstant(instant);
  return day > today ? today : day;
}

function proofOf(found: readonly Known[], onField: string): Answers {
  const first = found[0];
  if (first === undefined) return {};
  const on = found.map((each) => each.on).sort()[0] ?? first.on;
  return {
    method: 'Checked by First Claim on this computer',
    [onField]: on,
    file: [
      {
        name: `Automatic check, ${formatDate(on)}`,
        location: 'In this plan, on the page “Secure connection”',
      },
    ],
  };
}

/** For `sec-encrypt`. */
export function encryptAnswers(plan: Plan, _own: Answers, today: IsoDate): Answers {
  const disk = known(plan, 'disk-encryption', today);
  return disk === null ? {} : { disk: disk.outcome, ...proofOf([disk], 'checked') };
}

/** For `off-computer`: the end of support, where the system names it itself. */
export function computerAnswers(plan: Plan, _own: Answers, today: IsoDate): Answers {
  const support = known(plan, 'os-support', today)?.run.detail.proves.supportEnd;
  return support === undefined ? {} : { support_end: support };
}

const MONTH_DAYS = 31;
const QUARTER_DAYS = 92;

/** For `sec-hygiene`. All three share one date: a pass of last month does not count beside a fresh look by hand. */
export function hygieneAnswers(plan: Plan, _own: Answers, today: IsoDate): Answers {
  const all = [
    ['firewall', 'firewall'],
    ['updates', 'os-updates'],
    ['malware', 'malware-protection'],
  ] as const;
  const anyAge = all.map(([field, check]) => [field, known(plan, check, today)] as const);
  const isComplete = anyAge.every(([, found]) => found !== null);
  const counted = isComplete
    ? anyAge
    : all.map(([field, check]) => [field, known(plan, check, today, MONTH_DAYS)] as const);
  const found = counted.flatMap(([field, each]) => (each === null ? [] : [{ field, each }]));
  return {
    ...Object.fromEntries(found.map(({ field, each }) => [field, each.outcome])),
    ...(isComplete
      ? proofOf(
          found.map(({ each }) => each),
          'checked',
        )
      : {}),
  };
}

/** For `sec-access`: the screen lock. Accounts and passwords are for the user to look at. */
export function accessAnswers(plan: Plan, _own: Answers, today: IsoDate): Answers {
  const lock = known(plan, 'screen-lock', today, QUARTER_DAYS);
  if (lock === null) return {};
  const minutes = lock.run.detail.proves.lockMinutes;
  if (minutes === undefined) return lock.outcome === 'pass' ? { screen_lock: true } : { screen_lock: false };
  return minutes === null
    ? { screen_lock: false }
    : { screen_lock: true, lock_minutes: Math.min(1_440, minutes) };
}

/** For `sec-network`: the Wi-Fi, and a row for each portal on the list. */
export function networkAnswers(plan: Plan, _own: Answers, today: IsoDate): Answers {
  const wifi = known(plan, 'wifi-security', today);
  const kind = wifi?.run.detail.proves.wifi;
  const portals = recordsOf(plan, 'portal');
  return {
    ...(wifi === null || kind === undefined ? {} : { wifi: kind, ...proofOf([wifi], 'checked') }),
    ...(portals.length === 0 ? {} : { portals: portals.map((portal) => portalRow(plan, portal, today)) }),
  };
}

function portalRow(plan: Plan, { id, answers }: PlanRecord, today: IsoDate): Row {
  const { name, target } = answers;
  const address = typeof target === 'string' ? target : null;
  const run = address === null ? null : newestRun(plan.checks, { check: 'portal-tls', target: address });
  const seen = Object.fromEntries(
    PORTAL_SEEN_FIELDS.flatMap((field) => {
      const value = answers[field];
      return value === undefined ? [] : [[field, value]];
    }),
  );
  const isKnown = run !== null && (run.outcome === 'pass' || run.outcome === 'fail');
  return {
    rowId: id,
    ...(typeof name === 'string' ? { portal: name } : {}),
    ...(address === null ? {} : { url: `https://${targetInWords(address)}` }),
    ...(run === null ? {} : { check: run.outcome, found: run.detail.sentences[0] ?? '' }),
    ...(isKnown ? { ...checkedCells(run.detail), date: dayOf(run.checkedAt, today) } : seen),
  } as Row;
}

/** The cells of a row that a check settles. */
function checkedCells({ protocol, certificate, outcome }: PortalCheck): Answers {
  const tls =
    protocol === 'TLSv1.3'
      ? 'tls-1-3'
      : protocol === 'TLSv1.2'
        ? 'tls-1-2'
        : protocol === null
          ? null
          : 'tls-1-1-or-older';
  return {
    ...(tls === null ? {} : { tls }),
    ...(certificate === null ? {} : { certificate: outcome === 'pass' ? 'valid' : 'invalid' }),
    ...(certificate === null ? {} : { cert_expiry: certificate.validTo.slice(0, 10) }),
    method: 'Checked by First Claim',
  };
}

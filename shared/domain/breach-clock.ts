import type { SourceId } from '../catalog/ids.ts';
import type { SourceStatus } from '../catalog/types.ts';
import { addDays, daysBetween, type IsoDate } from './iso-date.ts';

/** The most calendar days the law leaves between discovering a breach and telling the client (45 CFR 164.410). */
export const OUTER_BREACH_DAYS = 60;

/** What a client's agreement says. Null days: it does not say, or nobody has looked. 0 means the same day. */
export interface ClientDeadline {
  readonly client: string;
  readonly contractDays: number | null;
}

/** When one client has to be told. */
export interface BreachClock {
  readonly client: string;
  readonly dueOn: IsoDate;
  /** Calendar days from discovery. */
  readonly days: number;
  /** `law`: the agreement allows more than the law does, or its deadline is not known. */
  readonly basis: 'contract' | 'law';
  readonly isDeadlineKnown: boolean;
  /** Days from today; negative when the deadline has passed. */
  readonly daysLeft: number;
}

export interface BreachClocks {
  /** No later than this, whatever any agreement says. And without unreasonable delay: earlier if you can. */
  readonly outerOn: IsoDate;
  readonly outerDaysLeft: number;
  /** Soonest first, then in the order given. */
  readonly clocks: readonly BreachClock[];
  /** The one to work to; null when there is no client yet. */
  readonly shortest: BreachClock | null;
}

/**
 * Counts from the day of discovery: the day you knew, or would have known with ordinary care. All days are calendar
 * days; weekends and holidays count, and the day of discovery does not.
 */
export function breachClocks(
  discoveredOn: IsoDate,
  clients: readonly ClientDeadline[],
  today: IsoDate,
): BreachClocks {
  const clocks = clients
    .map((client) => clockFor(client, discoveredOn, today))
    .sort((one, other) => one.days - other.days);
  const outerOn = addDays(discoveredOn, OUTER_BREACH_DAYS);
  return {
    outerOn,
    outerDaysLeft: daysBetween(today, outerOn),
    clocks,
    shortest: clocks[0] ?? null,
  };
}

function clockFor(
  { client, contractDays }: ClientDeadline,
  discoveredOn: IsoDate,
  today: IsoDate,
): BreachClock {
  const agreed =
    contractDays !== null && Number.isInteger(contractDays) && contractDays >= 0 ? contractDays : null;
  const isContract = agreed !== null && agreed < OUTER_BREACH_DAYS;
  const days = isContract ? agreed : OUTER_BREACH_DAYS;
  const dueOn = addDays(discoveredOn, days);
  return {
    client,
    dueOn,
    days,
    basis: isContract ? 'contract' : 'law',
    isDeadlineKnown: agreed !== null,
    daysLeft: daysBetween(today, dueOn),
  };
}

/** A clock that runs for the client, not for the biller. Shown so that the biller understands the client's hurry. */
export interface ClientsOwnClock {
  readonly whom: string;
  readonly dueOn: IsoDate;
  readonly text: string;
  readonly sources: readonly SourceId[];
  readonly status: SourceStatus;
}

/**
 * What the client may have to do, counted from the biller's own day of discovery: the earliest it can run, since a
 * biller who acts as the client's agent may start the client's clock. None of it is verified.
 */
export function clientsOwnClocks(discoveredOn: IsoDate): readonly ClientsOwnClock[] {
  const within60 = addDays(discoveredOn, OUTER_BREACH_DAYS);
  const unverified = { sources: ['410'], status: 'unverified' } as const;
  const yearEnd = `${discoveredOn.slice(0, 4)}-12-31`;
  return [
    {
      whom: 'The people concerned',
      dueOn: within60,
      text: 'Your client tells them within 60 days of discovery (45 CFR 164.404).',
      ...unverified,
    },
    {
      whom: 'HHS, if 500 or more people are concerned',
      dueOn: within60,
      text: 'Your client tells HHS within 60 days (164.408).',
      ...unverified,
    },
    {
      whom: 'The media, if more than 500 residents of one state are concerned',
      dueOn: within60,
      text: 'Your client tells prominent media there (164.406).',
      ...unverified,
    },
    {
      whom: 'HHS, if fewer than 500 people are concerned',
      dueOn: addDays(yearEnd, 60),
      text: 'Your client tells HHS within 60 days of the end of the calendar year (164.408).',
      ...unverified,
    },
  ];
}

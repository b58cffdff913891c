// One file each: the package's main entry loads every function it has, a second and more of start-up when unbundled.
import { addBusinessDays as addBusinessDaysTo } from 'date-fns/addBusinessDays';
import { addDays as addDaysTo } from 'date-fns/addDays';
import { addMonths as addMonthsTo } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { format } from 'date-fns/format';
import { formatISO } from 'date-fns/formatISO';
import { isValid } from 'date-fns/isValid';
import { parse } from 'date-fns/parse';
import { parseISO } from 'date-fns/parseISO';

/** A calendar date, `YYYY-MM-DD`, without a time zone. */
export type IsoDate = string;
/** An instant, ISO 8601 in UTC, such as `2026-11-22T15:42:10.000Z`. */
export type IsoInstant = string;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;
type Ymd = [year: number, month: number, day: number];

/** True for a date that exists, between 1900 and 2199, written `YYYY-MM-DD`. */
export function isIsoDate(value: string): value is IsoDate {
  if (!ISO_DATE.test(value)) return false;
  const [year, month, day] = [value.slice(0, 4), value.slice(5, 7), value.slice(8)].map(Number) as Ymd;
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12) return false;
  // Day 0 of the next month is the last of this one. Asked of every date at every save, so no parsing here.
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

// What people in the US type. Two-digit years are read as 20xx.
const TYPED_FORMATS = [
  'yyyy-M-d',
  'M/d/yyyy',
  'M/d/yy',
  'M-d-yyyy',
  'M.d.yyyy',
  'd MMM yyyy',
  'd MMMM yyyy',
  'MMM d, yyyy',
  'MMMM d, yyyy',
  'MMM d yyyy',
  'MMMM d yyyy',
] as const;

/** Reads a date as a person types it (12/18/2026, 18 Dec 2026, December 18, 2026, 2026-12-18); null if it is none. */
export function parseTypedDate(typed: string): IsoDate | null {
  const text = typed.trim().replace(/\s+/g, ' ');
  for (const pattern of TYPED_FORMATS) {
    const date = parse(text, pattern, new Date(2000, 0, 1));
    if (!isValid(date)) continue;
    const iso = formatISO(date, { representation: 'date' });
    if (isIsoDate(iso)) return iso;
  }
  return null;
}

/** `18 Dec 2026`. */
export function formatDate(date: IsoDate): string {
  return format(parseISO(date), 'd MMM yyyy');
}

/** `Friday 18 December 2026`. */
export function formatLongDate(date: IsoDate): string {
  return format(parseISO(date), 'EEEE d MMMM yyyy');
}

// Past the last day this app knows there is nothing to plan for; the calendar stops there instead of running over.
function toIsoDate(date: Date): IsoDate {
  const year = date.getFullYear();
  if (year > LATEST_YEAR) return `${LATEST_YEAR}-12-31`;
  if (year < EARLIEST_YEAR) return `${EARLIEST_YEAR}-01-01`;
  return formatISO(date, { representation: 'date' });
}

/** The date `days` calendar days later (earlier if negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return toIsoDate(addDaysTo(parseISO(date), days));
}

/** The date `months` months later; 31 January plus one month is the last day of February. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return toIsoDate(addMonthsTo(parseISO(date), months));
}

/** The date `days` Mondays-to-Fridays later. Public holidays are not known here. */
export function addBusinessDays(date: IsoDate, days: number): IsoDate {
  return toIsoDate(addBusinessDaysTo(parseISO(date), days));
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from));
}

/** The calendar date on which an instant falls in UTC. */
export function dateOfInstant(instant: IsoInstant): IsoDate {
  return instant.slice(0, 10);
}

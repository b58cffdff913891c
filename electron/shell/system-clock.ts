import type { IsoDate, IsoInstant } from '../../shared/domain/iso-date.ts';

/** Today's date where the user is. */
export function localDate(at: Date): IsoDate {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The computer's clock, as the application takes it: a calendar date in local time, instants in UTC. */
export const systemClock = {
  today: (): IsoDate => localDate(new Date()),
  now: (): IsoInstant => new Date().toISOString(),
};

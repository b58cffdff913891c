import { daysBetween, formatDate, type IsoDate } from '../../../shared/domain/iso-date.ts';

/** "1 Mar 2027 · 14 weeks left". */
export function openingDayText(opensOn: IsoDate, today: IsoDate): string {
  return `${formatDate(opensOn)} · ${timeLeft(daysBetween(today, opensOn))}`;
}

function timeLeft(days: number): string {
  if (days === 0) return 'today';
  if (days < 0) return days === -1 ? 'yesterday' : `${-days} days ago`;
  if (days >= 14) return `${Math.floor(days / 7)} weeks left`;
  return days === 1 ? 'tomorrow' : `${days} days left`;
}

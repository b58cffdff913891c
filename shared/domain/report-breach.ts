import type { Catalog } from '../catalog/types.ts';
import { ruleContext } from './assess-item.ts';
import { breachClocks, OUTER_BREACH_DAYS } from './breach-clock.ts';
import { daysInWords, deadlineText, type RecordedDeadline, recordedDeadlines } from './client-deadlines.ts';
import type { IsoDate } from './iso-date.ts';
import type { Plan } from './plan.ts';
import type { ReportBreach, ReportClientClock } from './report-desk-types.ts';

const NEEDED = ['cli-baa', 'sec-incident', 'cli-contract'];

/** Whom to tell by when if patient data is lost: in days, since nobody knows the day. */
export function reportBreach(catalog: Catalog, plan: Plan, today: IsoDate): ReportBreach {
  const ids = catalog.items.map(({ id }): string => id);
  const context = ruleContext(catalog, plan, today);
  const deadlines = NEEDED.every((id) => ids.includes(id)) ? recordedDeadlines(context) : [];
  const { clocks } = breachClocks(today, deadlines, today);
  const clients = clocks.map(({ client, days }): ReportClientClock => {
    const deadline = deadlines.find((each) => each.client === client);
    return {
      client,
      days,
      within: daysInWords(days),
      text: deadline === undefined ? '' : deadlineText(deadline),
      contact: deadline?.contact ?? '',
    };
  });
  const incident = ids.includes('sec-incident') ? context.answersOf('sec-incident') : null;
  const planned = incident?.number('shortest_days') ?? null;
  const log = incident?.text('log_path').trim() ?? '';
  return {
    outer: `The law leaves at most ${OUTER_BREACH_DAYS} calendar days from discovery to tell a client (45 CFR 164.410), and asks for it without unreasonable delay.`,
    shortest: shortestText(deadlines, clients),
    clients,
    plan: planned === null ? null : `The incident plan works to ${daysInWords(planned)}.`,
    log: log === '' ? null : log,
  };
}

function shortestText(deadlines: readonly RecordedDeadline[], clients: readonly ReportClientClock[]): string {
  if (deadlines.length === 0) {
    return 'No client is on record yet. Until one is, only the outer limit of the law is known.';
  }
  const known = deadlines.filter(({ contractDays }) => contractDays !== null).map(({ client }) => client);
  const first = clients.find(({ client }) => known.includes(client));
  if (first === undefined) return 'No deadline is recorded: an agreement may leave fewer days than the law.';
  const unknown =
    known.length === deadlines.length
      ? ''
      : ' Not every deadline is recorded: an agreement may leave fewer days.';
  return `The shortest deadline on record: ${first.within}, for ${first.client}.${unknown}`;
}

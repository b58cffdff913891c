import type { Answers } from '../domain/field.ts';
import { addDays, type IsoDate } from '../domain/iso-date.ts';
import type { PlanRecord } from '../domain/plan.ts';
import { SAMPLE_CHECKED_DAYS_AGO } from './sample-checks.ts';

/** Who looks at things in the example. */
export const SAMPLE_PERSON = 'Jordan A. Hale';

/** The lists of the example plan: three portals, and two answers about the Security Rule. */
export function sampleRecords(today: IsoDate): readonly PlanRecord[] {
  return [
    ...portals(today).map(
      (answers, index): PlanRecord => ({
        id: `sample-portal-${index + 1}`,
        kind: 'portal',
        answers,
        ...writtenOn(addDays(today, -SAMPLE_CHECKED_DAYS_AGO), '14:02:00'),
      }),
    ),
    ...ruleAnswers(today).map(
      ([cite, daysAgo, answers]): PlanRecord => ({
        id: cite,
        kind: 'rule-answer',
        answers,
        ...writtenOn(addDays(today, -daysAgo), '16:40:00'),
      }),
    ),
  ];
}

function writtenOn(on: IsoDate, time: string): Pick<PlanRecord, 'archivedOn' | 'createdAt' | 'updatedAt'> {
  const at = `${on}T${time}.000Z`;
  return { archivedOn: null, createdAt: at, updatedAt: at };
}

function portals(today: IsoDate): readonly Answers[] {
  return [
    {
      name: 'Clearwater Claims Exchange',
      kind: 'clearinghouse',
      address: 'portal.clearwater.example.com',
      target: 'portal.clearwater.example.com:443',
    },
    {
      name: 'Riverbend Family Practice, chart system',
      kind: 'ehr',
      address: 'riverbend.example.com',
      target: 'riverbend.example.com:443',
    },
    // The check was cut off, so the person looked in the browser and said what it showed.
    {
      name: 'Garden Valley Health Plan',
      kind: 'payer',
      address: 'garden-valley.example.com',
      target: 'garden-valley.example.com:443',
      tls: 'tls-1-2',
      certificate: 'valid',
      cert_expiry: addDays(today, 140),
      date: addDays(today, -SAMPLE_CHECKED_DAYS_AGO),
      method: 'Page information of the browser, from the home network',
      by: SAMPLE_PERSON,
      file: [{ name: 'Certificate page, screenshot', location: 'HIPAA folder, security checks' }],
    },
  ];
}

function ruleAnswers(
  today: IsoDate,
): readonly (readonly [cite: string, daysAgo: number, answers: Answers])[] {
  return [
    [
      '164.308(a)(1)(ii)(D)',
      8,
      {
        status: 'met',
        how: 'On the first Monday of each month I go through the sign-in lists of the mail account, the clearinghouse and the computer, and note what I saw.',
        decided: addDays(today, -8),
        file: [{ name: 'Monthly log notes', location: 'HIPAA folder, reviews' }],
      },
    ],
    [
      '164.310(a)(2)(iv)',
      8,
      {
        status: 'equivalent',
        reason:
          'I rent one room of the house. The landlord repairs doors, locks and walls, and I have no say in how that is recorded.',
        equivalent:
          'I keep the landlord’s repair notices, let nobody repair anything in the room without me, and try the lock afterwards.',
        decided: addDays(today, -8),
        file: [{ name: 'Security decisions, page 2', location: 'HIPAA folder, policies' }],
      },
    ],
  ];
}

import { addDays, addMonths } from '../../domain/iso-date.ts';
import { incidentAnswers } from '../derived/partners.ts';
import { choice, choices, evidence, integer, pastDate, rows, text, yesNo } from '../field-builders.ts';
import { everyMonths, requires, stopsOnRow, stopsWhen } from '../rule-builders.ts';
import type { Item, Rule } from '../types.ts';
import { nameOf, requiresEachClientOf } from './named-rows.ts';

const REQUIRED_PLANS: readonly string[] = ['backup', 'disaster-recovery', 'emergency-mode'];

export const secContingency: Item = {
  id: 'sec-contingency',
  section: 'security',
  title: 'Plan for outages and lost data',
  lead: 'Back up, prove that a backup can be restored, and name a second route for claims.',
  why: 'Disks fail and vendors go down. The outage of one clearinghouse, Change Healthcare, began on 21 February 2024 and ran for months. A tested backup and a second route keep you and your clients working.',
  doneWhen:
    'The written plan is on file, a restore test has worked, and a fallback clearinghouse or payer portal is named.',
  level: 'required',
  basis: ['law'],
  fields: [
    choice(
      'frequency',
      'How often do you back up?',
      {
        continuous: 'Continuously',
        daily: 'Daily',
        weekly: 'Weekly',
        monthly: 'Monthly',
        none: 'There is no backup',
      },
      { required: true },
    ),
    text('backup_to', 'Where the backup goes', {
      hint: 'At least one copy away from the computer.',
      showWhen: (answers) => answers.text('frequency') !== 'none',
      required: true,
    }),
    pastDate('restore_test', 'Restore last tested on', {
      hint: 'Bring a few made-up files back from the backup and open them.',
      showWhen: (answers) => answers.text('frequency') !== 'none',
      required: true,
    }),
    yesNo('restore_worked', 'Did the restore work?', {
      showWhen: (answers) => answers.text('frequency') !== 'none',
      required: true,
    }),
    text('fallback_route', 'Second route if the clearinghouse fails', {
      hint: 'A second clearinghouse, or the payers’ own portals.',
      required: true,
    }),
    choices(
      'plans',
      'What the written plan contains',
      {
        backup: 'Backup: what, where, how often',
        'disaster-recovery': 'Disaster recovery: how to bring data back',
        'emergency-mode': 'Emergency working: how to go on, safely, meanwhile',
        'restore-order': 'What to bring back first',
        testing: 'Testing the plan and correcting it',
      },
      {
        hint: 'The first three are required. The last two are addressable: put them in, or write why not.',
        required: true,
      },
    ),
    evidence('file', 'The written plan', { required: true }),
  ],
  completion: [
    requires(
      'three-plans',
      'The plan needs all three: backup, disaster recovery and emergency working.',
      (answers) => {
        const plans = answers.list('plans');
        return plans.length === 0 || REQUIRED_PLANS.every((plan) => plans.includes(plan));
      },
    ),
  ],
  blockers: [
    stopsWhen('no-backup', 'There is no backup.', (answers) => answers.text('frequency') === 'none'),
    stopsWhen(
      'restore-failed',
      'The restore test did not work, so there is no backup you can rely on.',
      (answers) => answers.text('frequency') !== 'none' && answers.isNo('restore_worked'),
    ),
  ],
  redFlags: ['A backup that has never been restored. Until it is tested, it is a hope.'],
  needs: ['sw-setup'],
  renewal: everyMonths('Yearly test', 12, 'restore_test'),
  sources: ['308', 'chc'],
  facts: [
    {
      text: 'Backup, disaster recovery and emergency-mode plans are required, 45 CFR 164.308(a)(7)(ii)(A) to (C). Testing, and ranking your systems, are addressable.',
      sources: ['308'],
    },
    {
      text: 'The Change Healthcare outage of 2024 is why this app asks you to name a second route before you need it.',
      sources: ['chc'],
    },
    {
      text: 'A backup vendor that stores patient data needs a business associate agreement (BAA), even if it cannot read the data.',
      sources: ['cloud'],
    },
    {
      text: 'The proposed Security Rule of January 2025 would ask for restoring within 72 hours. It was not final in the newest sources seen, of June 2026; check where it stands.',
      sources: ['nprm'],
      status: 'unverified',
    },
    {
      text: 'It may also ask you to tell your clients within 24 hours when you put the plan into action. That detail is not verified.',
      sources: ['nprm'],
      status: 'unverified',
    },
  ],
  gate: 'must-stand',
  example: ({ today }) => ({
    frequency: 'daily',
    backup_to: 'Encrypted disk in the fireproof box, and Keystone Encrypted Backup',
    restore_test: addDays(today, -14),
    restore_worked: true,
    fallback_route: 'Payer portals for the five main payers; Tidewater EDI as second clearinghouse',
    plans: ['backup', 'disaster-recovery', 'emergency-mode', 'restore-order', 'testing'],
    file: [{ name: 'Contingency plan 1.0', location: 'Office cabinet, HIPAA binder, tab 4' }],
  }),
};

/** The most days the law leaves between discovering a breach and telling the client, 45 CFR 164.410. */
const OUTER_DAYS = 60;

// The client's own agreement is usually far shorter than the law, and the shortest of them all sets the pace.
const worksToShortestDeadline: Rule = {
  id: 'shortest-deadline',
  find: (answers, context) => {
    const planned = answers.number('shortest_days');
    if (planned === null) return [];
    const here = answers
      .rows('clients')
      .filter((row) => row.isYes('deadline_known'))
      .map((row) => row.number('contract_days'));
    const agreed = context
      .answersOf('cli-baa')
      .rows('agreements')
      .map((row) => row.number('incident_days'));
    const shortest = Math.min(OUTER_DAYS, ...[...here, ...agreed].filter((days) => days !== null));
    return planned > shortest
      ? [
          `Your plan works to ${daysInWords(planned)}, but the shortest deadline on record is ${daysInWords(shortest)}.`,
        ]
      : [];
  },
};

function daysInWords(days: number): string {
  if (days === 0) return 'the same day';
  return days === 1 ? '1 day' : `${days} days`;
}

export const secIncident: Item = {
  id: 'sec-incident',
  section: 'security',
  title: 'Write your incident and breach plan',
  lead: 'Decide now who is told what, and by when, if patient data is lost, stolen or sent astray.',
  why: 'If something happens, clocks start at once, and your client’s contract usually leaves far fewer days than the law. A short plan with names and numbers means that you do not have to think clearly on a bad day.',
  doneWhen:
    'The plan is on file, names a contact for each client, and works to the shortest client deadline.',
  level: 'required',
  basis: ['law'],
  fields: [
    rows(
      'clients',
      'Whom to tell',
      'client',
      [
        text('client', 'Client', { required: true }),
        text('contact', 'Contact for incidents', { hint: 'Name and phone number.', required: true }),
        yesNo('deadline_known', 'Does the agreement say within how many days?', { required: true }),
        integer('contract_days', 'Days to tell them', [0, 365], {
          hint: '24 hours is 1 day; 0 means the same day.',
          showWhen: (row) => row.isYes('deadline_known'),
          unit: 'days',
          required: true,
        }),
      ],
      { required: true },
    ),
    integer('shortest_days', 'Days your plan works to', [0, OUTER_DAYS], {
      hint: 'The shortest of all client deadlines.',
      unit: 'days',
      required: true,
    }),
    integer('outer_days', 'Outer limit of the law', [OUTER_DAYS, OUTER_DAYS], {
      hint: 'Always 60 calendar days from discovery. Your clients’ deadlines come first.',
      unit: 'days',
      required: true,
    }),
    text('log_path', 'Where the incident log is kept', {
      hint: 'Every incident goes in, a misdirected fax too.',
      required: true,
    }),
    pastDate('plan_date', 'Plan written or last gone through on', { required: true }),
    evidence('file', 'The incident and breach plan', { required: true }),
  ],
  completion: [
    worksToShortestDeadline,
    requiresEachClientOf(
      'every-client',
      { item: 'cli-baa', rows: 'agreements' },
      'clients',
      (client) => `${client}: no incident contact is recorded. Use the same client name as in the agreement.`,
    ),
  ],
  blockers: [
    stopsOnRow('deadline-unknown', 'clients', (row) =>
      row.isNo('deadline_known')
        ? `${nameOf(row, 'client', 'One client')}: the deadline for telling them is not known. Ask, and get it in writing.`
        : null,
    ),
  ],
  redFlags: [],
  needs: ['cli-baa'],
  renewal: everyMonths('Yearly', 12, 'plan_date'),
  sources: ['410'],
  facts: [
    {
      text: 'You must tell your client of a breach without unreasonable delay, at the latest 60 calendar days after discovery, and say whose data it was (45 CFR 164.410).',
      sources: ['410'],
    },
    {
      text: 'Discovery is the day you knew, or would have known with ordinary care.',
      sources: ['410'],
    },
    {
      text: 'Your client then has at most 60 days to tell the people concerned (164.404).',
      sources: ['410'],
    },
    {
      text: 'Your client tells the federal health department (HHS) within 60 days if 500 or more people are concerned, else within 60 days after the year’s end; and the media if more than 500 live in one state.',
      sources: ['410'],
      status: 'unverified',
    },
    {
      text: 'If you act as the client’s agent, your discovery may start the client’s clock too. Tell them early.',
      sources: ['410'],
      status: 'unverified',
    },
    {
      text: 'An incident is presumed to be a breach unless a written assessment of four factors shows a low probability that data was compromised.',
      sources: ['410'],
      status: 'unverified',
    },
    {
      text: 'Not a breach of unsecured data: data properly encrypted with the key safe, media cleared as the federal guide NIST SP 800-88 says, and paper shredded beyond reconstruction. Blacked-out paper does not count.',
      sources: ['unsec'],
    },
    {
      text: 'A state’s own breach law may be stricter than the federal one. Look it up for each state you bill in.',
      sources: ['410'],
      status: 'unverified',
    },
  ],
  gate: 'must-stand',
  derived: { desk: 'partners', fields: ['clients'], answers: incidentAnswers },
  example: ({ today }) => ({
    clients: [
      {
        rowId: 'r1',
        client: 'Riverbend Family Practice',
        contact: 'Morgan Field, office manager, 555-0142',
        deadline_known: true,
        contract_days: 5,
      },
      {
        rowId: 'r2',
        client: 'Harbor Physical Therapy',
        contact: 'Casey Lane, owner, 555-0177',
        deadline_known: true,
        contract_days: 10,
      },
    ],
    shortest_days: 5,
    outer_days: OUTER_DAYS,
    log_path: 'HIPAA binder, tab 5, and the encrypted folder “Incidents”',
    plan_date: addMonths(today, -1),
    file: [{ name: 'Incident and breach plan 1.0', location: 'Office cabinet, HIPAA binder, tab 5' }],
  }),
};

import { addDays, addMonths } from '../../domain/iso-date.ts';
import {
  choice,
  date,
  evidence,
  integer,
  longText,
  money,
  pastDate,
  rows,
  text,
  url,
  yesNo,
} from '../field-builders.ts';
import {
  earliestDate,
  everyMonths,
  holdsOnRow,
  onEvent,
  requires,
  requiresEachRow,
  stopsOnRow,
  stopsWhen,
} from '../rule-builders.ts';
import type { Item } from '../types.ts';
import { cliBaa, cliContract } from './client-agreements.ts';
import { nameOf, requiresEachClientOf } from './named-rows.ts';

const cliMarket: Item = {
  id: 'cli-market',
  section: 'clients',
  title: 'Plan how clients will find you',
  lead: 'Write down whom you want to reach, what you offer them, and how you will tell them.',
  why: 'No honest clearinghouse or software seller brings you clients: you find them. A list of practices and one clear message make that ordinary work instead of hope.',
  doneWhen: 'At least 20 practices are listed, the message is written, and each channel is a lawful one.',
  level: 'recommended',
  basis: ['prudence'],
  fields: [
    longText('message', 'Your message', {
      hint: 'Which specialties you serve, what you offer, and what proves it.',
      maxLength: 2000,
      required: true,
    }),
    integer('targets', 'Practices on your list', [0, 10_000], { required: true }),
    evidence('file', 'The list', { required: true }),
    url('site', 'Your website', { hint: 'If you have one.' }),
    rows(
      'channels',
      'Channels',
      'channel',
      [
        choice(
          'channel',
          'Channel',
          {
            introduction: 'Introductions by colleagues',
            visit: 'Visits',
            phone: 'Phone',
            post: 'Letters',
            email: 'Email',
            website: 'Website',
            print: 'Business card, flyer',
            association: 'Meetings of an association',
            fax: 'Fax',
          },
          { required: true },
        ),
        choice(
          'fax_permission',
          'Why you may send them advertising faxes',
          {
            invited: 'They invited or permitted it',
            'relationship-and-opt-out': 'We already do business, and each fax says how to opt out',
            neither: 'Neither of these',
          },
          { showWhen: (row) => row.text('channel') === 'fax', required: true },
        ),
        money('budget', 'Budget', { required: true }),
        date('start', 'Start on', { required: true }),
      ],
      { required: true },
    ),
    yesNo('pays_for_patients', 'Will anyone be paid for sending patients to your clients?', {
      required: true,
    }),
  ],
  completion: [
    requires('twenty-practices', 'List at least 20 practices.', (answers) => {
      const targets = answers.number('targets');
      return targets === null || targets >= 20;
    }),
  ],
  blockers: [
    stopsOnRow('unsolicited-fax', 'channels', (row) =>
      row.text('channel') === 'fax' && row.text('fax_permission') === 'neither'
        ? 'Advertising faxes need an invitation, or an existing business relationship and a way to opt out.'
        : null,
    ),
    stopsWhen(
      'paid-patient-referrals',
      'Someone would be paid for sending patients. Take this out of your plan.',
      (answers) => answers.isYes('pays_for_patients'),
    ),
  ],
  redFlags: [
    'A seller who promises doctors, accounts or a steady flow of claims.',
    'A fee for bringing your client new patients. With a percentage fee it is the riskiest deal of all.',
  ],
  needs: ['biz-plan'],
  renewal: everyMonths('Quarterly', 3),
  sources: ['seed-0', 'seed-1', 'fcc'],
  facts: [
    {
      text: 'Advertising by fax needs the receiver’s invitation, or a business relationship together with a way to opt out (47 CFR 64.1200(a)(4)).',
      sources: ['fcc'],
    },
    {
      text: 'The federal health inspector general (OIG) would not protect a percentage fee for billing together with marketing for the provider. Marketing your own service is another matter.',
      sources: ['oig-98'],
    },
    {
      text: 'A clearinghouse carries your clients’ claims to payers; it does not supply work, whatever older guides say. A seller who promises claims, doctors or clients is the classic billing scam.',
      sources: ['ftc437', 'ftc-mb'],
    },
  ],
  example: ({ today }) => ({
    message:
      'Billing for family medicine and physical therapy practices of one to four providers. Claims out within two days, a plain report each month. Six years of experience; two references.',
    targets: 24,
    file: [{ name: 'Target practices, list of 24', location: 'Marketing folder' }],
    site: 'https://samplebilling.example.com',
    channels: [
      { rowId: 'r1', channel: 'introduction', budget: 0, start: addDays(today, 3) },
      { rowId: 'r2', channel: 'print', budget: 12_000, start: addDays(today, 10) },
      { rowId: 'r3', channel: 'post', budget: 8_500, start: addDays(today, 17) },
    ],
    pays_for_patients: false,
  }),
};

const cliNetwork: Item = {
  id: 'cli-network',
  section: 'clients',
  title: 'Build professional connections',
  lead: 'List people in the field you can call, and join one association or group.',
  why: 'People who know your work can vouch for you and introduce you. They are also whom you ask when a payer changes its rules and you work alone.',
  doneWhen: 'At least five people are named, and you belong to one association or group.',
  level: 'recommended',
  basis: ['prudence'],
  fields: [
    rows(
      'contacts',
      'People',
      'contact',
      [
        text('contact', 'Name', { hint: 'People in the field, never patients.', required: true }),
        choice(
          'source',
          'How you know them',
          {
            colleague: 'Former colleague',
            association: 'Chapter or association',
            practice: 'Works in a practice',
            online: 'Online group',
            other: 'In another way',
            'bought-list': 'From a list I bought',
          },
          { required: true },
        ),
        pastDate('last_contact', 'Last in touch on', { required: true }),
      ],
      { required: true, minRows: 5 },
    ),
    rows(
      'memberships',
      'Associations and groups',
      'membership',
      [
        text('membership', 'Association or group', {
          hint: 'For example a chapter of AAPC, AHIMA, AMBA or HBMA.',
          required: true,
        }),
        date('expires', 'Membership ends on', { hint: 'Leave empty if it has no end date.' }),
      ],
      { required: true },
    ),
  ],
  completion: [],
  blockers: [
    stopsOnRow('bought-list', 'contacts', (row) =>
      row.text('source') === 'bought-list'
        ? `${nameOf(row, 'contact', 'One contact')} comes from a list you bought. Do not build on bought lists of doctors.`
        : null,
    ),
  ],
  redFlags: ['“Doctor lists” for sale, alone or together with software.'],
  needs: ['fnd-experience'],
  renewal: {
    text: 'Get in touch with someone each month; memberships as they end',
    // One touch a month, with anyone: a longer list of contacts must not make the month harder.
    dueOn: (answers) => {
      const latest = answers
        .rows('contacts')
        .map((row) => row.text('last_contact'))
        .sort()
        .at(-1);
      return earliestDate([
        latest ? addMonths(latest, 1) : '',
        ...answers.rows('memberships').map((row) => row.text('expires')),
      ]);
    },
  },
  sources: ['seed-0', 'seed-1', 'seed-2'],
  facts: [
    {
      text: 'The Federal Trade Commission (FTC) has said that few buyers of medical billing offers find clients or get their money back.',
      sources: ['ftc-mb'],
    },
  ],
  example: ({ today }) => ({
    contacts: [
      { rowId: 'r1', contact: 'Robin Vale', source: 'colleague', last_contact: addDays(today, -4) },
      { rowId: 'r2', contact: 'Jamie Brook', source: 'colleague', last_contact: addDays(today, -9) },
      { rowId: 'r3', contact: 'Morgan Field', source: 'practice', last_contact: addDays(today, -12) },
      { rowId: 'r4', contact: 'Taylor Quill', source: 'association', last_contact: addDays(today, -18) },
      { rowId: 'r5', contact: 'Avery Stone', source: 'online', last_contact: addDays(today, -25) },
    ],
    memberships: [{ rowId: 'r1', membership: 'AAPC, local chapter', expires: addMonths(today, 9) }],
  }),
};

const cliConnect: Item = {
  id: 'cli-connect',
  section: 'clients',
  title: 'Get your own access to each client',
  lead: 'A sign-in of your own to each client’s system, tested from home, and the client’s forms filed.',
  why: 'You need to reach the client’s system as yourself, so that what you do is traceable to you. And payers accept claims through you only when the provider has told them that you act for it.',
  doneWhen:
    'Each sign-in was tested from home, the provider’s Medicare and electronic-claims (EDI) forms are filed and approved, and NPI and tax number are confirmed.',
  level: 'required',
  basis: ['contract'],
  fields: [
    rows(
      'connections',
      'Clients',
      'client',
      [
        text('client', 'Client', { required: true }),
        text('system', 'System you will use', { required: true }),
        choice(
          'access',
          'How you reach it',
          {
            browser: 'In the browser',
            'vpn-remote': 'By VPN (a private tunnel) or remote desktop',
            sftp: 'By SFTP (encrypted file transfer)',
          },
          { required: true },
        ),
        yesNo('user_issued', 'Did the client issue you a sign-in of your own?', { required: true }),
        yesNo('roles_agreed', 'Are your rights in it limited to what billing needs?', { required: true }),
        yesNo('mfa', 'Does it have a second step (MFA)?', { required: true }),
        text('mfa_instead', 'What protects it instead', {
          hint: 'For example: not offered; reachable by VPN only.',
          showWhen: (row) => row.isNo('mfa'),
          required: true,
        }),
        pastDate('tested', 'Sign-in tested from home on', { required: true }),
        choice(
          'cms855_sec8',
          'Medicare record (CMS-855, section 8) names you as billing agency',
          {
            filed: 'Filed by the provider',
            'not-filed': 'Not filed yet',
            'not-applicable': 'Not applicable',
          },
          { required: true },
        ),
        choice(
          'edi',
          'EDI enrollment form, signed by the provider',
          {
            approved: 'Approved',
            submitted: 'Submitted, no approval yet',
            'not-filed': 'Not filed yet',
            rejected: 'Rejected',
            'not-applicable': 'Not applicable',
          },
          { required: true },
        ),
        text('not_applicable_reason', 'Why a form does not apply', {
          hint: 'For example: this client does not bill Medicare.',
          showWhen: (row) =>
            row.text('cms855_sec8') === 'not-applicable' || row.text('edi') === 'not-applicable',
          required: true,
        }),
        yesNo('npi_tin_confirmed', 'NPI and tax number confirmed with the client?', { required: true }),
      ],
      { required: true },
    ),
  ],
  completion: [
    requiresEachRow('roles-limited', 'connections', (row) =>
      row.isNo('roles_agreed')
        ? `${nameOf(row, 'client', 'One client')}: ask the client to limit your rights to what billing needs.`
        : null,
    ),
    requiresEachRow('medicare-form-filed', 'connections', (row) =>
      row.text('cms855_sec8') === 'not-filed'
        ? `${nameOf(row, 'client', 'One client')}: the provider has not named you in its Medicare record yet.`
        : null,
    ),
    requiresEachRow('numbers-confirmed', 'connections', (row) =>
      row.isNo('npi_tin_confirmed')
        ? `${nameOf(row, 'client', 'One client')}: confirm NPI and tax number with the client.`
        : null,
    ),
    requiresEachClientOf(
      'every-client',
      { item: 'cli-contract', rows: 'contracts' },
      'connections',
      (client) => `${client}: no access is recorded. Use the same client name as in the contract.`,
    ),
  ],
  blockers: [
    stopsOnRow('shared-sign-in', 'connections', (row) =>
      row.isNo('user_issued')
        ? `${nameOf(row, 'client', 'One client')}: no sign-in of your own. Never use the provider’s.`
        : null,
    ),
    stopsOnRow('edi-rejected', 'connections', (row) =>
      row.text('edi') === 'rejected'
        ? `${nameOf(row, 'client', 'One client')}: the EDI enrollment was rejected.`
        : null,
    ),
    holdsOnRow('edi-not-approved', 'connections', (row) =>
      row.text('edi') === 'submitted' || row.text('edi') === 'not-filed'
        ? `${nameOf(row, 'client', 'One client')}: the EDI enrollment is not approved yet.`
        : null,
    ),
  ],
  redFlags: ['“Just use the doctor’s password.” Do not, not even once.'],
  needs: ['cli-baa', 'sec-network'],
  renewal: onEvent('When the provider revalidates with Medicare, and when staff change'),
  sources: ['seed-1', '855', 'edi'],
  facts: [
    {
      text: 'A provider that bills Medicare through you names you as its billing agency in section 8 of form CMS-855.',
      sources: ['855'],
    },
    {
      text: 'The EDI enrollment form is signed by the provider, not by you.',
      sources: ['edi'],
    },
    {
      text: 'Older guides let the doctor share “network settings”. Today you have a sign-in of your own with a second step, sometimes a VPN: a user ID for each person is required (45 CFR 164.312(a)(2)(i)).',
      sources: ['seed-1', '312'],
    },
  ],
  example: ({ today }) => ({
    connections: [
      {
        rowId: 'r1',
        client: 'Riverbend Family Practice',
        system: 'Riverbend chart and scheduling system',
        access: 'browser',
        user_issued: true,
        roles_agreed: true,
        mfa: true,
        tested: addDays(today, -5),
        cms855_sec8: 'filed',
        edi: 'approved',
        npi_tin_confirmed: true,
      },
      {
        rowId: 'r2',
        client: 'Harbor Physical Therapy',
        system: 'Harbor practice management',
        access: 'vpn-remote',
        user_issued: true,
        roles_agreed: true,
        mfa: true,
        tested: addDays(today, -3),
        cms855_sec8: 'not-applicable',
        edi: 'approved',
        not_applicable_reason: 'This client does not bill Medicare',
        npi_tin_confirmed: true,
      },
    ],
  }),
};

/** Clients and marketing: finding clients honestly, and putting the work in writing. */
export const clients: readonly Item[] = [cliMarket, cliNetwork, cliContract, cliBaa, cliConnect];

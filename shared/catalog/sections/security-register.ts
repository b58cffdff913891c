import type { AnswerReader } from '../../domain/answer-reader.ts';
import { addDays, addMonths, type IsoDate } from '../../domain/iso-date.ts';
import { registerAnswers } from '../derived/partners.ts';
import { choice, date, evidence, pastDate, rows, text, yesNo } from '../field-builders.ts';
import { earliestDate, requires, requiresEachRow, stopsOnRow } from '../rule-builders.ts';
import type { Item } from '../types.ts';
import { agreementDates, nameOf } from './named-rows.ts';

export const secSubs: Item = {
  id: 'sec-subs',
  section: 'security',
  title: 'Register who touches patient data',
  lead: 'List every vendor and outside helper with its agreement, and every device and disk you use.',
  why: 'You may pass patient data on only to someone who has agreed in writing to protect it. A register shows at a glance who has signed, and a log of devices shows where the data could be.',
  doneWhen:
    'Each entry has a signed agreement or is marked as touching no patient data, and your devices and media are listed.',
  level: 'required',
  basis: ['law'],
  basisNote: 'The log of devices and media is addressable under the Security Rule.',
  fields: [
    rows(
      'vendors',
      'Vendors and outside helpers',
      'vendor',
      [
        text('vendor', 'Vendor or person', { required: true }),
        text('service', 'What they do for you', { required: true }),
        yesNo('phi', 'Do they touch patient data?', {
          hint: 'Yes if they see it or keep it for you, even encrypted.',
          required: true,
        }),
        choice(
          'baa',
          'Business associate agreement (BAA)',
          {
            signed: 'Signed',
            'not-applicable': 'Not applicable: no patient data',
            missing: 'Missing',
          },
          { required: true },
        ),
        pastDate('signed', 'Signed on', { showWhen: (row) => row.text('baa') === 'signed', required: true }),
        date('expires', 'Ends on', {
          hint: 'Leave empty if it has no end date.',
          showWhen: (row) => row.text('baa') === 'signed',
        }),
        date('renewal', 'Look at the agreement again on', {
          showWhen: (row) => row.text('baa') !== 'not-applicable',
        }),
        evidence('file', 'Signed copy', { showWhen: (row) => row.text('baa') === 'signed' }),
      ],
      {
        hint: 'Clearinghouse, software, e-fax, backup, email, IT help, shredding. Your own staff go under training.',
        required: true,
      },
    ),
    rows(
      'media',
      'Devices and media',
      'device',
      [
        text('medium', 'Device or medium', { hint: 'With its serial number or label.', required: true }),
        text('kept_at', 'Where it is', { required: true }),
        choice(
          'status',
          'What became of it',
          {
            'in-use': 'In use',
            stored: 'Put away',
            wiped: 'Wiped for another use',
            destroyed: 'Destroyed',
          },
          { required: true },
        ),
        pastDate('date', 'Since', { required: true }),
      ],
      { hint: 'The computer, backup disks, USB sticks, a phone used for work.', required: true },
    ),
    pastDate('reviewed', 'Register last gone through on', { required: true }),
  ],
  completion: [
    requiresEachRow('signed-or-no-data', 'vendors', (row) =>
      row.isYes('phi') && row.text('baa') === 'not-applicable'
        ? `${nameOf(row, 'vendor', 'One vendor')} touches patient data: record a signed agreement.`
        : null,
    ),
    requires(
      'one-touches-data',
      'No entry touches patient data. List at least your clearinghouse.',
      (answers) =>
        answers.rows('vendors').length === 0 || answers.rows('vendors').some((row) => !row.isNo('phi')),
    ),
  ],
  blockers: [
    stopsOnRow('agreement-missing', 'vendors', (row) =>
      row.isYes('phi') && row.text('baa') === 'missing'
        ? `${nameOf(row, 'vendor', 'One vendor')} touches patient data without a signed agreement.`
        : null,
    ),
    stopsOnRow('agreement-ended', 'vendors', (row, { today }) =>
      row.isYes('phi') && row.text('baa') === 'signed' && row.has('expires') && row.text('expires') < today
        ? `${nameOf(row, 'vendor', 'One vendor')}: the agreement has ended and patient data is still involved.`
        : null,
    ),
  ],
  redFlags: ['A vendor that keeps patient data for you and refuses to sign an agreement.'],
  needs: [],
  renewal: {
    text: 'Yearly, and when an agreement ends',
    dueOn: (answers) => earliestDate(registerDates(answers).map(({ dueOn }) => dueOn)),
    entries: registerDates,
  },
  sources: ['502e', '314'],
  facts: [
    {
      text: 'A business associate may pass patient data to a subcontractor only with written assurances, 45 CFR 164.502(e). This makes two chains: provider to you, and you to each of your vendors.',
      sources: ['502e'],
    },
    {
      text: 'The agreement must bind the vendor to the Security Rule, to the same terms for its own subcontractors, and to reporting incidents and breaches, 164.314(a).',
      sources: ['314'],
    },
    {
      text: 'A cloud vendor that stores encrypted patient data needs an agreement even if it cannot read the data.',
      sources: ['cloud'],
    },
    {
      text: 'Disposal of media and wiping before reuse are required, 164.310(d)(2)(i) and (ii): keep the certificate or a log entry. The device log itself is addressable.',
      sources: ['310'],
    },
  ],
  gate: 'must-stand',
  derived: { desk: 'partners', fields: ['vendors'], answers: registerAnswers },
  example: ({ today }) => ({
    vendors: [
      {
        rowId: 'r1',
        vendor: 'Clearwater Claims Exchange',
        service: 'Clearinghouse',
        phi: true,
        baa: 'signed',
        signed: addDays(today, -35),
      },
      {
        rowId: 'r2',
        vendor: 'Keystone Encrypted Backup',
        service: 'Online backup',
        phi: true,
        baa: 'signed',
        signed: addDays(today, -28),
        expires: addMonths(today, 11),
      },
      {
        rowId: 'r3',
        vendor: 'Plainview Web Studio',
        service: 'Keeps the business web site',
        phi: false,
        baa: 'not-applicable',
      },
    ],
    media: [
      {
        rowId: 'r1',
        medium: 'Business laptop, serial RB-20417',
        kept_at: 'Home office, locked',
        status: 'in-use',
        date: addDays(today, -120),
      },
      {
        rowId: 'r2',
        medium: 'Encrypted backup disk, label BK-1',
        kept_at: 'Fireproof box',
        status: 'stored',
        date: addDays(today, -14),
      },
    ],
    reviewed: addDays(today, -14),
  }),
};

/** When the whole register, and each agreement in it, has to be looked at. */
function registerDates(answers: AnswerReader): readonly { readonly dueOn: IsoDate; readonly text: string }[] {
  const reviewed = answers.text('reviewed');
  return [
    ...(reviewed === '' ? [] : [{ dueOn: addMonths(reviewed, 12), text: 'Go through the register again' }]),
    ...agreementDates(answers.rows('vendors'), 'vendor'),
  ];
}

import type { AnswerReader } from '../../domain/answer-reader.ts';
import type { FixedRow, RowsField } from '../../domain/field.ts';
import { addDays, addMonths } from '../../domain/iso-date.ts';
import { clearinghouseBaaAnswers, hadClearinghouse } from '../derived/partners.ts';
import {
  choice,
  date,
  evidence,
  integer,
  longText,
  money,
  pastDate,
  percent,
  rows,
  text,
  yesNo,
} from '../field-builders.ts';
import { toPlainName } from '../name-match.ts';
import { holdsOnRow, onEvent, requires, stopsOnRow, stopsWhen } from '../rule-builders.ts';
import type { Item } from '../types.ts';
import { isUnsigned, keepsData, reportsTooLate, vendorBaaFields } from './vendor-baa.ts';

const MUST_HAVE: readonly FixedRow[] = [
  { rowId: 'baa-attached', label: 'Business associate agreement (BAA) attached' },
  { rowId: 'data-export', label: 'The data is yours, and you can export it' },
  { rowId: 'itemised-fees', label: 'Every fee listed' },
  { rowId: 'exit-90-days', label: 'You may leave without cause, on 90 days’ notice or less' },
  { rowId: 'service-levels', label: 'Service levels' },
  { rowId: 'confidentiality', label: 'Confidentiality' },
  { rowId: 'subcontractors', label: 'Its subcontractors are bound by the same terms' },
  { rowId: 'insurance', label: 'Insurance' },
  { rowId: 'governing-law', label: 'Which state’s law applies' },
];

const WARNINGS: readonly FixedRow[] = [
  { rowId: 'exclusivity', label: 'You may use no other company' },
  { rowId: 'auto-renewal', label: 'Renews itself for more than 12 months' },
  { rowId: 'licence-fee', label: 'A “license fee” that is never refunded' },
  { rowId: 'far-arbitration', label: 'Arbitration far away' },
  { rowId: 'data-sale', label: 'May sell or de-identify data without asking you' },
  { rowId: 'unilateral-changes', label: 'May change fees or terms on its own' },
];

const clauseRows = (id: string, label: string, fixedRows: readonly FixedRow[]): RowsField =>
  rows(
    id,
    label,
    'clause',
    [yesNo('in_contract', 'In the contract?', { required: true }), text('note', 'Where, or what it says')],
    { required: true, fixedRows },
  );

const inContract = (
  answers: AnswerReader,
  field: 'must_have' | 'warnings',
  rowId: string,
): boolean | null => {
  const clause = answers.rows(field).find((row) => row.rowId === rowId);
  if (clause === undefined || !clause.has('in_contract')) return null;
  return clause.isYes('in_contract');
};

const markAll = (clauses: readonly FixedRow[], in_contract: boolean) =>
  clauses.map(({ rowId }) => ({ rowId, in_contract }));

/** Clauses, fees, term and exit. */
export const clhContract: Item = {
  id: 'clh-contract',
  section: 'clearinghouse',
  title: 'Mark every clause of the contract',
  lead: 'Read the whole contract before you sign: fees, length, renewal, exit, data, uptime.',
  why:
    'What a salesperson says does not bind anyone; the contract does. The hardest part to mend later is leaving: ' +
    'notice, and getting your clients’ data back.',
  doneWhen:
    'Every must-have and every warning clause is marked, and fees, term, notice and export are recorded.',
  level: 'required',
  basis: ['contract'],
  fields: [
    text('legal_name', 'Company’s legal name on the contract', {
      required: true,
      hint: 'It has to be the name on the state register.',
    }),
    clauseRows('must_have', 'Clauses it must have', MUST_HAVE),
    clauseRows('warnings', 'Clauses to watch for', WARNINGS),
    money('setup', 'Set-up fee', {
      required: true,
      hint: 'Write 0 if there is none. The same for each fee below.',
    }),
    money('monthly', 'Monthly fee', { required: true }),
    money('per_claim', 'Fee per claim', { required: true }),
    money('min', 'Monthly minimum', { required: true }),
    rows('fees', 'Other fees', 'fee', [
      choice(
        'fee',
        'Fee for',
        {
          provider: 'Each provider',
          era: 'Remittance files (ERA)',
          eligibility: 'Eligibility checks',
          paper: 'Paper claims',
          exit: 'Leaving',
          other: 'Something else',
        },
        { required: true },
      ),
      money('amount', 'Amount', { required: true }),
      text('unit', 'Charged per'),
    ]),
    text('price_rise', 'What it says about price rises'),
    integer('term_months', 'Length of the contract', [0, 240], {
      unit: 'months',
      required: true,
      hint: 'Write 0 for month to month with no fixed term.',
    }),
    yesNo('auto_renew', 'Does it renew itself?', { required: true }),
    integer('notice_days', 'Notice to leave', [0, 730], { unit: 'days', required: true }),
    choice(
      'export_format',
      'How you get your data back when you leave',
      {
        'raw-files': 'Raw 837 and 835 files',
        other: 'Another usable format',
        none: 'Not at all',
      },
      { required: true },
    ),
    money('export_cost', 'Cost of the export', {
      showWhen: (beside) => beside.text('export_format') !== 'none',
    }),
    integer('export_days', 'Days after the end in which you can fetch it', [0, 3650], {
      unit: 'days',
      showWhen: (beside) => beside.text('export_format') !== 'none',
    }),
    percent('uptime', 'Uptime it promises'),
    yesNo('downtime_procedure', 'Is there a written procedure for outages?'),
    text('last_outage', 'Last outage, and what it did'),
    text('liability', 'Liability cap and insurance'),
    yesNo('payments_through', 'Do any of your clients’ payments pass through it, or through you?', {
      required: true,
      hint: 'The answer should be no.',
    }),
    evidence('counsel_note', 'Lawyer’s written note on that', {
      required: true,
      showWhen: (beside) => beside.isYes('payments_through'),
    }),
    evidence('file', 'Contract', { required: true }),
    pastDate('signed', 'Signed on', {
      hint: 'Leave empty until you have signed. Reputation checks must be at most 90 days old that day.',
    }),
    date('ends', 'Current term ends on'),
  ],
  completion: [],
  blockers: [
    stopsWhen(
      'data-held',
      'The contract does not let you take the data with you when you leave.',
      (answers) =>
        inContract(answers, 'must_have', 'data-export') === false || answers.text('export_format') === 'none',
    ),
    stopsWhen(
      'long-auto-renewal',
      'The contract renews itself for more than 12 months.',
      (answers) => inContract(answers, 'warnings', 'auto-renewal') === true,
    ),
    stopsWhen(
      'unilateral-changes',
      'The company may change fees or terms on its own.',
      (answers) => inContract(answers, 'warnings', 'unilateral-changes') === true,
    ),
    stopsWhen(
      'payments-through',
      'Clients’ payments pass through the clearinghouse or through you, and there is no lawyer’s note.',
      (answers) => answers.isYes('payments_through') && !answers.has('counsel_note'),
    ),
    {
      id: 'name-differs',
      kind: 'hold',
      find: (answers, context) => {
        const onContract = answers.text('legal_name');
        const listed = context
          .answersOf('clh-shortlist')
          .rows('candidates')
          .map((candidate) => toPlainName(candidate.text('legal_name')))
          .filter((name) => name !== '');
        return onContract === '' || listed.length === 0 || listed.includes(toPlainName(onContract))
          ? []
          : [
              `The contract is with “${onContract}”, which is not the legal name of any candidate you checked.`,
            ];
      },
    },
  ],
  redFlags: [
    'A “license fee” that is never refunded.',
    'Fees that may rise without your consent.',
    'A clause that lets the company sell or de-identify data without asking.',
    'A contract in a name you did not check.',
  ],
  needs: ['clh-ag', 'clh-consumer', 'clh-bbb'],
  renewal: {
    text: 'Before the notice date of each renewal',
    dueOn: (answers) => {
      const ends = answers.text('ends');
      return ends === '' ? null : addDays(ends, -(answers.number('notice_days') ?? 0));
    },
  },
  sources: ['seed-0', '42-424', 'chc'],
  facts: [
    {
      text: 'Payments should go straight to the provider’s own account. Under Medicare, an agent that receives the payment may not be paid in relation to what is billed or collected, and the provider must control the money.',
      sources: ['42-424'],
    },
    {
      text: 'The outage at Change Healthcare began on 21 February 2024 and lasted for months. Ask what happens to your claims on such a day, and get it in writing.',
      sources: ['chc'],
    },
  ],
  example: ({ today }) => ({
    legal_name: 'Clearwater Claims Exchange, Inc.',
    must_have: markAll(MUST_HAVE, true),
    warnings: markAll(WARNINGS, false),
    setup: 0,
    monthly: 5900,
    per_claim: 28,
    min: 0,
    fees: [
      { rowId: 'r1', fee: 'paper', amount: 85, unit: 'claim' },
      { rowId: 'r2', fee: 'eligibility', amount: 15, unit: 'request' },
    ],
    price_rise: 'Once a year, 60 days’ notice, and you may leave instead',
    term_months: 12,
    auto_renew: false,
    notice_days: 60,
    export_format: 'raw-files',
    export_cost: 0,
    export_days: 90,
    uptime: 99.9,
    downtime_procedure: true,
    last_outage: 'Two hours last spring; files were queued and sent the same day',
    liability: 'Twelve months of fees; cyber insurance certificate attached',
    payments_through: false,
    file: [{ name: 'Service agreement with schedule of fees', location: 'Contracts folder, red tab' }],
    signed: addDays(today, -14),
    ends: addMonths(addDays(today, -14), 12),
  }),
};

/** The agreement that must stand before any patient data moves. */
export const clhBaa: Item = {
  id: 'clh-baa',
  section: 'clearinghouse',
  title: 'Sign the clearinghouse BAA',
  lead: 'A business associate agreement (BAA), signed by both of you, before any patient data moves.',
  why:
    'You may pass protected health information (PHI) to another company only with its written promise to protect ' +
    'it. Your client relies on you for that promise.',
  doneWhen: 'The agreement carries both signatures and a date, and you have a copy.',
  level: 'required',
  basis: ['law'],
  fields: [
    text('company', 'Clearinghouse', { required: true }),
    ...vendorBaaFields,
    longText('subcontractors', 'Its subcontractors, and where it keeps the data', { maxLength: 2000 }),
  ],
  completion: [],
  blockers: [
    stopsWhen(
      'not-signed',
      'No business associate agreement signed by both you and the clearinghouse.',
      isUnsigned,
    ),
    stopsWhen(
      'keeps-data',
      'The clearinghouse neither returns nor destroys the data when you part.',
      keepsData,
    ),
    stopsWhen(
      'reports-too-late',
      'The agreement gives the clearinghouse more than 60 days to report a breach; the law allows 60 at most.',
      reportsTooLate,
    ),
  ],
  redFlags: [
    '“We do not sign those”, or “our terms of use cover it”.',
    'A copy that only you have signed.',
    'An agreement dated after the first file was sent.',
  ],
  needs: ['clh-contract'],
  renewal: onEvent('With the contract'),
  sources: ['502e', '504e', '314', '410'],
  gate: 'must-stand',
  derived: {
    desk: 'partners',
    fields: ['company', ...vendorBaaFields.map(({ id }) => id)],
    answers: clearinghouseBaaAnswers,
    isTakenOver: hadClearinghouse,
  },
  facts: [
    {
      text: 'Two chains are needed: from the provider to you, and from you to each company that handles the data for you: clearinghouse, software, online fax, backup, IT help, shredding.',
      sources: ['502e'],
    },
    {
      text: 'Look for: what it may do with the data and nothing else; safeguards; reporting of misuse and breaches; the same duties for its subcontractors; help with patients’ requests; books open to the federal health department; return or destruction at the end; termination for breach.',
      sources: ['504e'],
      status: 'unverified',
    },
    {
      text: 'The Security Rule asks that the agreement binds it to that rule, to pass the duty down, and to report incidents and breaches.',
      sources: ['314'],
    },
    {
      text: 'The legal limit for reporting a breach is 60 calendar days from discovery. Ask for far less: your clients’ own agreements usually give you far less.',
      sources: ['410'],
    },
    {
      text: 'A proposed rule would have business associates report within 24 hours of starting their contingency plan. It is a proposal: check where it stands.',
      sources: ['nprm'],
      status: 'unverified',
    },
  ],
  example: ({ today }) => ({
    company: 'Clearwater Claims Exchange, Inc.',
    both_signed: true,
    signed: addDays(today, -14),
    version: 'Business associate agreement, version 3',
    incident_days: 5,
    return_destroy: true,
    file: [{ name: 'BAA signed by both, 6 pages', location: 'Contracts folder, red tab' }],
    subcontractors: 'One hosting company, bound by the same terms. Data stays in the US.',
  }),
};

const enrollmentName = (row: AnswerReader): string =>
  `${row.text('payer') || 'A payer'}, ${row.text('type').toUpperCase() || 'enrollment'}`;

/** Payer enrollments and the test file. */
export const clhEnroll: Item = {
  id: 'clh-enroll',
  section: 'clearinghouse',
  title: 'Enroll with payers and pass a test claim',
  lead: 'One line per payer and enrollment: claims (EDI), remittance (ERA), payment to the provider (EFT).',
  why: 'Payers reject claims from a sender they do not know. Approval takes time, and each payer decides for itself.',
  doneWhen:
    'You have a submitter ID, the payers of your opening day have approved you for production, and a test 837P ' +
    'came back accepted (999 and 277CA).',
  level: 'required',
  basis: ['contract'],
  fields: [
    text('submitter_id', 'Submitter ID', { required: true }),
    rows(
      'enrollments',
      'Enrollments',
      'enrollment',
      [
        text('payer', 'Payer', { required: true }),
        choice(
          'type',
          'Type',
          { edi: 'EDI: claims', era: 'ERA: remittance', eft: 'EFT: payment to the provider' },
          { required: true },
        ),
        yesNo('opening_day', 'Needed on opening day?', { required: true }),
        choice(
          'status',
          'Status',
          {
            'to-do': 'Still to send',
            submitted: 'Sent, waiting',
            approved: 'Approved for production',
            rejected: 'Refused',
            'not-needed': 'Payer asks for none',
          },
          { required: true },
        ),
        pastDate('submitted', 'Sent on', {
          required: true,
          showWhen: (beside) => ['submitted', 'approved', 'rejected'].includes(beside.text('status')),
        }),
        pastDate('approved', 'Approved on', {
          required: true,
          showWhen: (beside) => beside.text('status') === 'approved',
        }),
      ],
      { required: true, maxRows: 300 },
    ),
    choice(
      'test_837p',
      'Test 837P',
      { 'not-sent': 'Not sent yet', rejected: 'Rejected', accepted: 'Accepted' },
      { required: true, hint: 'Made-up data only.' },
    ),
    pastDate('test_date', 'Date of the answer', {
      required: true,
      showWhen: (beside) => beside.text('test_837p') !== 'not-sent',
    }),
    evidence('file', '999 and 277CA reports', {
      required: true,
      showWhen: (beside) => beside.text('test_837p') !== 'not-sent',
    }),
  ],
  completion: [
    requires('test-accepted', 'The test 837P has not been accepted yet.', (answers) =>
      ['', 'accepted'].includes(answers.text('test_837p')),
    ),
    requires(
      'a-payer-open',
      'No payer is open for claims (EDI) on opening day yet.',
      (answers) =>
        answers.rows('enrollments').length === 0 ||
        answers
          .rows('enrollments')
          .some(
            (row) =>
              row.text('type') === 'edi' &&
              row.isYes('opening_day') &&
              ['approved', 'not-needed'].includes(row.text('status')),
          ),
    ),
  ],
  blockers: [
    stopsOnRow('refused', 'enrollments', (row) =>
      row.isYes('opening_day') && row.text('status') === 'rejected'
        ? `${enrollmentName(row)}: refused, and needed on opening day.`
        : null,
    ),
    holdsOnRow('not-approved', 'enrollments', (row) =>
      row.isYes('opening_day') && ['to-do', 'submitted'].includes(row.text('status'))
        ? `${enrollmentName(row)}: no production approval yet, and needed on opening day.`
        : null,
    ),
  ],
  redFlags: [
    'Test approval taken for production approval.',
    'An EDI form you signed in the provider’s place.',
    'An EFT form that names your bank account instead of the provider’s.',
  ],
  needs: ['clh-baa', 'cli-connect'],
  renewal: onEvent('At each new client'),
  sources: ['edi', '855', '42-424'],
  facts: [
    {
      text: 'The provider signs the EDI enrollment form, not the biller.',
      sources: ['edi'],
    },
    {
      text: 'A provider’s Medicare record names its billing agency: Section 8 of form CMS-855.',
      sources: ['855'],
    },
    {
      text: 'Billers are said to need no NPI (national provider identifier) of their own unless they also deliver care.',
      sources: ['855'],
      status: 'unverified',
    },
    {
      text: 'Electronic payments (EFT) belong in the provider’s own account, which the provider alone controls.',
      sources: ['42-424'],
    },
  ],
  example: ({ today }) => ({
    submitter_id: 'EXAMPLE-0417',
    enrollments: [
      {
        rowId: 'r1',
        payer: 'Medicare Part B',
        type: 'edi',
        opening_day: true,
        status: 'approved',
        submitted: addDays(today, -13),
        approved: addDays(today, -3),
      },
      {
        rowId: 'r2',
        payer: 'Medicare Part B',
        type: 'era',
        opening_day: true,
        status: 'approved',
        submitted: addDays(today, -13),
        approved: addDays(today, -3),
      },
      {
        rowId: 'r3',
        payer: 'Keystone Valley Health Plan',
        type: 'edi',
        opening_day: true,
        status: 'not-needed',
      },
      {
        rowId: 'r4',
        payer: 'Keystone Valley Health Plan',
        type: 'eft',
        opening_day: false,
        status: 'submitted',
        submitted: addDays(today, -6),
      },
    ],
    test_837p: 'accepted',
    test_date: addDays(today, -2),
    file: [{ name: '999 and 277CA for the test file', location: 'Clearinghouse folder, enrollment' }],
  }),
};

import type { FixedRow } from '../../domain/field.ts';
import {
  choice,
  choices,
  evidence,
  integer,
  longText,
  pastDate,
  percent,
  rows,
  text,
  yesNo,
} from '../field-builders.ts';
import type { FieldGroup } from '../records/record-kind.ts';

/** Transactions to ask about. Object keys that look like numbers would be reordered, so this is a list. */
export const TRANSACTIONS: readonly FixedRow[] = [
  { rowId: '837P', label: '837P: professional claims out' },
  { rowId: '835', label: '835: remittance advice in' },
  { rowId: '270-271', label: '270/271: eligibility' },
  { rowId: '276-277', label: '276/277: claim status' },
  { rowId: '277CA', label: '277CA: claim acknowledgment' },
  { rowId: '999', label: '999: file acknowledgment' },
  { rowId: '837I', label: '837I: facility claims out' },
  { rowId: '278', label: '278: prior authorization' },
  { rowId: '275-277', label: '275/277: claim attachments' },
];

/** Check 9: its payer list against yours. */
export const payersGroup: FieldGroup = {
  id: 'payers',
  title: 'Your payers on its list',
  lead: '“We connect to all payers” is not an answer. Mark its list against yours.',
  fields: [
    integer('payers_needed', 'Payers you will need', [1, 5000], { required: true }),
    integer('payers_covered', 'Of these, on its list with a payer ID', [0, 5000], { required: true }),
    choice(
      'top_payers',
      'Can it reach the payers you will bill most?',
      {
        all: 'All of them',
        'other-route': 'Not all, but I have another route for the rest',
        'no-route': 'Not all, and I have no other route',
      },
      { required: true },
    ),
    rows('payers', 'Payers, one by one', 'payer', [
      text('payer', 'Payer', { required: true }),
      text('payer_id', 'Payer ID on its list'),
      choice('timing', 'Real-time or batch', { 'real-time': 'Real-time', batch: 'Batch', both: 'Both' }),
      yesNo('enrollment', 'Does it need enrollment?'),
    ]),
    evidence('payer_list', 'Its payer list, marked', {
      required: true,
      hint: 'Beside each of your payers: ID, real-time or batch, and whether it needs enrollment.',
    }),
    integer('approval_days', 'Typical days until a payer approves you', [0, 365], { unit: 'days' }),
  ],
};

/** Check 10: its users. */
export const referencesGroup: FieldGroup = {
  id: 'references',
  title: 'References',
  lead: 'Three billing companies of your size, and among them one that has left.',
  fields: [
    rows(
      'refs',
      'References',
      'reference',
      [
        text('company', 'Billing company', { required: true }),
        choice(
          'relation',
          'Relation',
          { uses: 'Uses it now, about my size', left: 'Has left it', other: 'Other' },
          { required: true },
        ),
        pastDate('called', 'Called on', { required: true }),
        choice(
          'opinion',
          'What they think of it',
          { positive: 'Good', mixed: 'Mixed', negative: 'Bad' },
          { required: true },
        ),
        text('note', 'What they said'),
      ],
      {
        required: true,
        minRows: 3,
        hint: 'Billing companies about your size. Try to find one that has left, and ask why.',
      },
    ),
  ],
};

/** What it promises about the data: asked before anything else is. */
export const agreementGroup: FieldGroup = {
  id: 'agreement',
  title: 'Ask: agreement and data',
  fields: [
    choice(
      'baa',
      'Does it sign a business associate agreement (BAA)?',
      { yes: 'Yes', refuses: 'No, it refuses' },
      { required: true },
    ),
    integer('incident_days', 'Days it has to report an incident to you', [0, 365], {
      unit: 'days',
      required: true,
      hint: 'Count “within 24 hours” as 1.',
    }),
    yesNo('return_destroy', 'Is the data returned or destroyed when you part?', { required: true }),
    longText('subcontractors', 'Its subcontractors, and where it keeps the data', { maxLength: 2000 }),
    yesNo('promises', 'Does it promise you clients or an income?', {
      required: true,
      hint: 'The answer should be no.',
    }),
  ],
};

/** What it carries and checks. */
export const capabilityGroup: FieldGroup = {
  id: 'capability',
  title: 'Ask: what it carries',
  lead: 'Have the transactions confirmed in writing.',
  fields: [
    rows(
      'transactions',
      'Transactions',
      'transaction',
      [
        choice(
          'answer',
          'Does it handle this?',
          { 'in-writing': 'Yes, in writing', said: 'Said so, not in writing', no: 'No' },
          { required: true },
        ),
      ],
      { required: true, fixedRows: TRANSACTIONS },
    ),
    evidence('capability_file', 'Written confirmation', { required: true }),
    choices('scrubbing', 'Checks before sending', {
      ncci: 'NCCI edits (code pairs and units)',
      lcd: 'Local coverage rules (LCD)',
      payer: 'Payer rules',
    }),
    percent('first_pass_rate', 'First-pass acceptance rate it states'),
    text('first_pass_basis', 'How it measures that rate', {
      showWhen: (beside) => beside.has('first_pass_rate'),
    }),
    integer('rejection_turnaround', 'Hours until a rejection report reaches you', [0, 720], {
      unit: 'hours',
    }),
  ],
};

/** Help, and days when nothing works. */
export const supportGroup: FieldGroup = {
  id: 'support',
  title: 'Ask: support and outages',
  fields: [
    text('support', 'Support hours and named contact'),
    percent('uptime', 'Uptime it promises'),
    yesNo('downtime_procedure', 'Is there a written procedure for outages?'),
    text('last_outage', 'Last outage, and what it did'),
  ],
};

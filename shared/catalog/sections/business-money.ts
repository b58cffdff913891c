import type { AnswerReader } from '../../domain/answer-reader.ts';
import { addDays, addMonths, formatDate } from '../../domain/iso-date.ts';
import {
  choice,
  choices,
  date,
  evidence,
  integer,
  longText,
  money,
  pastDate,
  rows,
  text,
  yesNo,
} from '../field-builders.ts';
import { earliestDate, everyMonths, onEarliestRow, requiresEachRow, stopsWhen } from '../rule-builders.ts';
import type { Blocker, Item } from '../types.ts';

/** `biz-plan`: the one-page plan. */
export const plan: Item = {
  id: 'biz-plan',
  section: 'business',
  title: 'Write a one-page plan and budget',
  lead: 'Work out what it costs to start, what each month costs, and how long your money lasts.',
  why: 'Your first payment comes well after the first claim. The plan shows whether you can wait that long, and how many clients carry the business.',
  doneWhen:
    'You have a list of start-up costs, a monthly cost, the number of clients to break even, and your runway in months.',
  level: 'recommended',
  basis: ['prudence'],
  fields: [
    longText('startup_list', 'What you have to pay for before opening', {
      hint: 'One line each, with its price.',
      required: true,
    }),
    money('startup', 'Start-up cost in all', { required: true }),
    money('monthly', 'Cost of one month', { required: true }),
    integer('break_even_clients', 'Clients needed to cover that month', [1, 1000], {
      unit: 'clients',
      required: true,
    }),
    integer('runway_months', 'Months you can pay before money comes in', [0, 120], {
      unit: 'months',
      hint: 'Savings set aside for this, divided by the cost of one month, rounded down.',
      required: true,
    }),
    integer('target_clients', 'Clients you aim for in the first year', [0, 1000], { unit: 'clients' }),
    text('specialties', 'Specialties', { hint: 'Separate them with commas.' }),
    choice(
      'income_source',
      'Where your income figure comes from',
      {
        'own-sums': 'My own sums: fees times expected claims',
        'client-talks': 'Talks with practices',
        published: 'Published figures',
        'seller-pitch': 'A seller’s offer',
      },
      { required: true },
    ),
  ],
  completion: [],
  blockers: [
    stopsWhen(
      'no-runway',
      'Your money lasts 0 months: there is nothing to live on until the first payment.',
      (answers) => answers.number('runway_months') === 0,
    ),
    stopsWhen(
      'income-from-a-pitch',
      'Your income figure is copied from a seller’s offer. Work out your own.',
      (answers) => answers.text('income_source') === 'seller-pitch',
    ),
  ],
  redFlags: [
    'An income figure from someone who sells you something.',
    'One person’s success story offered as what you can expect.',
  ],
  needs: [],
  renewal: everyMonths('Every year', 12),
  sources: ['seed-0', 'sba'],
  facts: [
    {
      text: 'Medical records specialists in the US had a median pay of $50,250 in May 2024. These are employees’ wages, not what a business of your own earns.',
      sources: ['bls'],
    },
    {
      text: 'There were 194,800 such jobs in 2024, with growth of 7 percent expected from 2024 to 2034.',
      sources: ['bls'],
    },
    {
      text: 'Billers may be counted under another heading, billing and posting clerks, so the figures above may not describe you.',
      sources: ['bls'],
      status: 'unverified',
    },
  ],
  example: () => ({
    startup_list:
      'Computer 900\nLocking cabinet and shredder 260\nState filing and license 200\nInsurance 780',
    startup: 214_000,
    monthly: 48_500,
    break_even_clients: 1,
    runway_months: 6,
    target_clients: 3,
    specialties: 'Family medicine, physical therapy',
    income_source: 'own-sums',
  }),
};

const TAX_PAYMENTS = [
  { rowId: 'first', label: 'First payment' },
  { rowId: 'second', label: 'Second payment' },
  { rowId: 'third', label: 'Third payment' },
  { rowId: 'fourth', label: 'Fourth payment' },
] as const;
const FOUR_DIGITS = { regex: /^\d{4}$/, message: 'Write four digits.' };

/** `biz-bank`: account, books, tax dates. */
export const bank: Item = {
  id: 'biz-bank',
  section: 'business',
  title: 'Open a separate account and start books',
  lead: 'Keep the business’s money apart from yours, choose how to keep books, and set four tax dates.',
  why: 'Separate money makes your taxes provable. And your account is for your fees only: what payers and patients pay belongs in the client’s account.',
  doneWhen: 'The account is open, your books are chosen, and the four estimated-tax dates are set.',
  level: 'required',
  basis: ['prudence'],
  fields: [
    text('bank', 'Bank', { required: true }),
    text('last4', 'Last four digits of the account', {
      pattern: FOUR_DIGITS,
      maxLength: 4,
      required: true,
    }),
    text('system', 'How you keep your books', {
      hint: 'A program, a spreadsheet, a bookkeeper.',
      required: true,
    }),
    text('tax_pro', 'Tax adviser, if you have one'),
    rows(
      'tax_dates',
      'Estimated-tax dates',
      'payment',
      [date('due', 'Due on', { required: true }), pastDate('paid_on', 'Paid on')],
      {
        hint: 'Take the dates from the IRS or your tax adviser. After the fourth, set the next year’s.',
        required: true,
        fixedRows: TAX_PAYMENTS,
      },
    ),
    choice(
      'collections_to',
      'Where will payers and patients pay?',
      {
        'client-account': 'Into the client’s own account, which only the client controls',
        'biller-account': 'Into my account',
      },
      { required: true },
    ),
  ],
  completion: [],
  blockers: [
    stopsWhen(
      'collections-into-own-account',
      'Your clients’ collections go into your account. They have to go into the client’s own.',
      (answers) => answers.text('collections_to') === 'biller-account',
    ),
  ],
  redFlags: [
    'A client who asks you to deposit their checks in your account “to make it simple”.',
    'Any arrangement in which you, not the client, control the money collected.',
  ],
  needs: ['biz-ein'],
  renewal: { text: 'Every quarter, with each tax payment', dueOn: nextTaxDate },
  sources: ['irs-se', '42-424', '42-447'],
  facts: [
    {
      text: 'A sole proprietor reports on Schedule C and Schedule SE, pays estimated tax, and keeps records of the home office. The IRS pages and Publication 587 say how.',
      sources: ['irs-se'],
    },
    {
      text: 'Medicare: if an agent receives the payment, the agent’s pay may not depend on what is billed or collected, and the provider has to control the money.',
      sources: ['42-424'],
    },
    {
      text: 'Medicaid: an agent who receives payment in the provider’s name may be paid by cost only, never by percentage.',
      sources: ['42-447'],
    },
  ],
  example: ({ today }) => ({
    bank: 'Harbor Community Bank',
    last4: '7720',
    system: 'A spreadsheet, reconciled each month',
    tax_pro: 'Morgan Ellis, CPA',
    tax_dates: TAX_PAYMENTS.map(({ rowId }, index) => ({ rowId, due: addMonths(today, 2 + 3 * index) })),
    collections_to: 'client-account',
  }),
};

/** The next payment not made; when all four are, a quarter after the last. */
function nextTaxDate(answers: AnswerReader): string | null {
  const payments = answers.rows('tax_dates');
  const open = earliestDate(payments.filter((row) => !row.has('paid_on')).map((row) => row.text('due')));
  if (open !== null) return open;
  const last = payments
    .map((row) => row.text('due'))
    .sort()
    .at(-1);
  return last ? addMonths(last, 3) : null;
}

const COVER: Readonly<Record<string, string>> = {
  'e-and-o': 'Errors and omissions (E&O)',
  cyber: 'Cyber and data breach',
  gl: 'General liability, or a home-business endorsement',
  bop: 'Business owner’s policy (BOP)',
  bond: 'Crime cover or fidelity bond',
};

const requiredCoverInForce: Blocker = {
  id: 'required-cover-not-in-force',
  kind: 'stop',
  find: (answers, { today }) => {
    if (!answers.isYes('contract_requires')) return [];
    const inForce = answers
      .rows('policies')
      .filter((row) => row.text('from_date') <= today && row.text('to_date') >= today);
    const required = answers.list('required_cover');
    if (required.length === 0 && inForce.length === 0) {
      return ['A client contract requires cover, and none is in force today.'];
    }
    return required.flatMap((type) => {
      const policies = inForce.filter((row) => row.text('type') === type);
      const name = COVER[type] ?? type;
      if (policies.length === 0) return [`${name}: required by a client contract, not in force today.`];
      return policies.every(isBelowContract)
        ? [`${name}: in force, but below the limit a client contract requires.`]
        : [];
    });
  },
};

/** `biz-insurance`: the policies. */
export const insurance: Item = {
  id: 'biz-insurance',
  section: 'business',
  title: 'Put insurance in force',
  lead: 'List each policy with its limit and dates, and hold it against what client contracts ask.',
  why: 'A homeowner’s policy often excludes business. A billing error or a data breach can cost more than a young business can carry.',
  doneWhen:
    'The declarations page of each policy is on file, and the limits your client contracts ask for are met.',
  level: 'recommended',
  basis: ['contract'],
  basisNote: 'Required as soon as a client contract asks for cover.',
  fields: [
    yesNo('contract_requires', 'Does a client contract require cover?', { required: true }),
    choices('required_cover', 'Cover the contracts require', COVER, {
      required: true,
      showWhen: (beside) => beside.isYes('contract_requires'),
    }),
    rows(
      'policies',
      'Policies',
      'policy',
      [
        choice('type', 'Type', COVER, { required: true }),
        text('carrier', 'Carrier', { required: true }),
        money('limit', 'Limit', { required: true }),
        money('contract_limit', 'Limit a client contract asks for', { hint: 'Leave empty if none does.' }),
        money('deductible', 'Deductible'),
        date('from_date', 'In force from', { required: true }),
        date('to_date', 'In force until', { required: true }),
        evidence('file', 'Declarations page', {
          hint: 'The page that states limit, deductible and dates.',
          required: true,
        }),
      ],
      { required: true },
    ),
  ],
  completion: [
    requiresEachRow('contract-limit-met', 'policies', (row) => {
      return isBelowContract(row)
        ? `${coverName(row)}: the limit is lower than a client contract asks.`
        : null;
    }),
    requiresEachRow('policy-not-ended', 'policies', (row, { today }) => {
      const until = row.text('to_date');
      return until !== '' && until < today ? `${coverName(row)}: ended on ${formatDate(until)}.` : null;
    }),
  ],
  blockers: [requiredCoverInForce],
  redFlags: [
    'Counting on the homeowner’s policy without asking whether it covers a business.',
    'Signing a client’s contract before comparing its limits with your policies.',
  ],
  needs: ['biz-entity'],
  renewal: onEarliestRow('Every year, when the first policy ends', 'policies', 'to_date'),
  sources: ['sba-ins'],
  facts: [
    {
      text: 'Homeowner’s insurance often does not cover business activity. An endorsement or a policy of its own fills the gap.',
      sources: ['sba-ins'],
    },
  ],
  example: ({ today }) => ({
    contract_requires: true,
    required_cover: ['e-and-o', 'cyber'],
    policies: [
      {
        rowId: 'r1',
        type: 'e-and-o',
        carrier: 'Granite Mutual',
        limit: 100_000_000,
        contract_limit: 100_000_000,
        deductible: 100_000,
        from_date: addDays(today, -30),
        to_date: addMonths(today, 11),
        file: [{ name: 'E&O declarations page', location: 'Insurance folder' }],
      },
      {
        rowId: 'r2',
        type: 'cyber',
        carrier: 'Granite Mutual',
        limit: 50_000_000,
        deductible: 250_000,
        from_date: addDays(today, -30),
        to_date: addMonths(today, 11),
        file: [{ name: 'Cyber declarations page', location: 'Insurance folder' }],
      },
    ],
  }),
};

function isBelowContract(row: AnswerReader): boolean {
  const asked = row.number('contract_limit');
  const limit = row.number('limit');
  return asked !== null && limit !== null && limit < asked;
}

function coverName(row: AnswerReader): string {
  return COVER[row.text('type')] ?? 'Policy';
}

import type { RuleContext } from '../../domain/field.ts';
import { addDays, addMonths } from '../../domain/iso-date.ts';
import { statesOf } from '../../domain/plan.ts';
import {
  choice,
  choices,
  date,
  evidence,
  integer,
  pastDate,
  percent,
  rows,
  text,
  url,
  yesNo,
} from '../field-builders.ts';
import { everyMonths, onDate, requires, requiresEachRow, stopsOnRow, stopsWhen } from '../rule-builders.ts';
import type { Item } from '../types.ts';

// What the company can do, and how safely: both shown, not told.

const TRANSACTIONS = {
  '837P': '837P: professional claims out',
  '837I': '837I: facility claims out',
  '835': '835: remittance advice in',
  '270-271': '270/271: eligibility',
  '276-277': '276/277: claim status',
  '278': '278: prior authorization',
  '277CA': '277CA: claim acknowledgment',
  '999': '999: file acknowledgment',
  '275-277': '275/277: claim attachments',
} as const;
type Transaction = keyof typeof TRANSACTIONS;

// Object keys that look like numbers come first in a listing, so the order is written out.
const TRANSACTION_ORDER: readonly Transaction[] = [
  '837P',
  '835',
  '270-271',
  '276-277',
  '277CA',
  '999',
  '837I',
  '278',
  '275-277',
];
const NEEDED_IN_WRITING: readonly string[] = ['837P', '835', '270-271', '276-277', '277CA', '999'];
const WITHOUT_WHICH_NOTHING: readonly string[] = ['837P', '835'];

const COVERAGE_PERCENT = 90;

/** Transactions, payers and references. */
export const clhCapability: Item = {
  id: 'clh-capability',
  section: 'clearinghouse',
  title: 'Confirm what it carries, and ask its users',
  lead: 'Transactions in writing, your payers with their IDs, and three billing companies on the phone.',
  why:
    '“We connect to all payers” is not an answer. If a payer you need is not on its list, those claims wait on ' +
    'your desk, and so does your client’s money.',
  doneWhen:
    'The transactions are confirmed in writing, at least 90% of the payers you need are listed with their IDs, ' +
    'and three references were called.',
  level: 'required',
  basis: ['contract'],
  fields: [
    text('company', 'Company you asked', { required: true }),
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
      {
        required: true,
        fixedRows: TRANSACTION_ORDER.map((rowId) => ({ rowId, label: TRANSACTIONS[rowId] })),
      },
    ),
    evidence('file', 'Written confirmation', { required: true }),
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
    evidence('payer_list', 'Its payer list, marked', {
      required: true,
      hint: 'Beside each of your payers: ID, real-time or batch, and whether it needs enrollment.',
    }),
    integer('approval_days', 'Typical days until a payer approves you', [0, 365], { unit: 'days' }),
    integer('rejection_turnaround', 'Hours until a rejection report reaches you', [0, 720], {
      unit: 'hours',
    }),
    choices('scrubbing', 'Checks before sending', {
      ncci: 'NCCI edits (code pairs and units)',
      lcd: 'Local coverage rules (LCD)',
      payer: 'Payer rules',
    }),
    percent('first_pass_rate', 'First-pass acceptance rate it states'),
    text('first_pass_basis', 'How it measures that rate', {
      showWhen: (beside) => beside.has('first_pass_rate'),
    }),
    text('support', 'Support hours and named contact'),
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
  completion: [
    requiresEachRow('transactions-in-writing', 'transactions', (row) => {
      const isSettled = !row.has('answer') || row.text('answer') === 'in-writing';
      return NEEDED_IN_WRITING.includes(row.rowId ?? '') && !isSettled
        ? `${row.rowId?.replace('-', '/')}: not confirmed in writing.`
        : null;
    }),
    requires('coverage', 'Fewer than 90% of your payers are on its list.', (answers) => {
      const needed = answers.number('payers_needed');
      const covered = answers.number('payers_covered');
      return needed === null || covered === null || covered * 100 >= needed * COVERAGE_PERCENT;
    }),
    requires('coverage-adds-up', 'More payers covered than you need. Count only your own.', (answers) => {
      const needed = answers.number('payers_needed');
      return needed === null || (answers.number('payers_covered') ?? 0) <= needed;
    }),
  ],
  blockers: [
    stopsOnRow('no-claims-or-remittance', 'transactions', (row) =>
      WITHOUT_WHICH_NOTHING.includes(row.rowId ?? '') && row.text('answer') === 'no'
        ? `${row.rowId}: this clearinghouse does not handle it.`
        : null,
    ),
    stopsWhen(
      'top-payer-unreachable',
      'A payer you will bill most cannot be reached, and there is no other route.',
      (answers) => answers.text('top_payers') === 'no-route',
    ),
  ],
  redFlags: [
    '“We connect to all payers”, and no list.',
    'References who are paid for their praise, or who work for the seller.',
    'A first-pass rate without a word on how it is measured.',
  ],
  needs: ['clh-shortlist'],
  renewal: everyMonths('Yearly', 12),
  sources: ['attach', 'asca', 'ftc-mb'],
  facts: [
    {
      text: 'Claim attachments go electronic: the attachment standards must be in use by 26 May 2028. Ask now whether the company is getting ready.',
      sources: ['attach'],
      status: 'secondary',
    },
    {
      text: 'Medicare takes claims electronically, with few exceptions.',
      sources: ['asca'],
    },
    {
      text: 'In Federal Trade Commission (FTC) cases “success stories” were paid for, and officers of the seller posed as users. Find at least one reference yourself.',
      sources: ['ftc-mb'],
      status: 'secondary',
    },
  ],
  example: ({ today }) => ({
    company: 'Clearwater Claims Exchange',
    transactions: TRANSACTION_ORDER.map((rowId) => ({
      rowId,
      answer: rowId === '275-277' ? 'said' : 'in-writing',
    })),
    file: [{ name: 'Email listing supported transactions', location: 'Vetting folder, tab 5' }],
    payers_needed: 22,
    payers_covered: 21,
    top_payers: 'all',
    payer_list: [{ name: 'Payer list with our 21 payers marked', location: 'Vetting folder, tab 5' }],
    approval_days: 15,
    rejection_turnaround: 24,
    scrubbing: ['ncci', 'lcd', 'payer'],
    first_pass_rate: 96,
    first_pass_basis: 'Accepted on the 277CA the first time, last quarter',
    support: 'Weekdays 8 to 6 Eastern; Dana Whitlock',
    refs: [
      {
        rowId: 'r1',
        company: 'Larkspur Billing',
        relation: 'uses',
        called: addDays(today, -24),
        opinion: 'positive',
        note: 'Rejections come back the same day.',
      },
      {
        rowId: 'r2',
        company: 'Two Rivers Medical Billing',
        relation: 'uses',
        called: addDays(today, -23),
        opinion: 'positive',
        note: 'A person answers the phone.',
      },
      {
        rowId: 'r3',
        company: 'Stonegate Claims Service',
        relation: 'left',
        called: addDays(today, -22),
        opinion: 'positive',
        note: 'Left because a client required another company. Got all files back.',
      },
    ],
  }),
};

const billsInMaryland = (context: RuleContext): boolean => statesOf(context.profile).includes('MD');

/** Accreditation, sign-in, connection and breach history. */
export const clhSecurity: Item = {
  id: 'clh-security',
  section: 'clearinghouse',
  title: 'See proof of its security',
  lead: 'A certificate you looked up yourself, a second sign-in factor you saw, and a modern connection.',
  why:
    'Every claim you send passes through this company. A seal on a website proves nothing; an entry in the ' +
    'accreditor’s own directory does.',
  doneWhen:
    'The certificate is verified with the accreditor, multi-factor sign-in (MFA) was seen working on the portal, ' +
    'and the portal’s TLS check passed.',
  level: 'required',
  basis: ['prudence'],
  basisNote: 'For claims that start in Maryland, state rules tell payers which networks they may accept.',
  fields: [
    text('company', 'Company you looked at', { required: true }),
    choice(
      'accreditor',
      'Accreditation',
      {
        ehnac: 'EHNAC / DirectTrust',
        hitrust: 'HITRUST',
        'soc-2': 'SOC 2 report',
        none: 'None',
      },
      { required: true },
    ),
    text('cert_no', 'Certificate number or report title', {
      showWhen: (beside) => beside.text('accreditor') !== 'none',
    }),
    date('expires', 'Valid until', {
      required: true,
      hint: 'For a SOC 2 report: the day you will ask for the next one.',
      showWhen: (beside) => beside.text('accreditor') !== 'none',
    }),
    choice(
      'verified',
      'How you verified it',
      {
        directory: 'Found in the accreditor’s own directory',
        report: 'Read the SOC 2 report under a confidentiality agreement',
        'could-not': 'Could not be verified',
      },
      { required: true, showWhen: (beside) => beside.text('accreditor') !== 'none' },
    ),
    yesNo('mfa', 'Did you see multi-factor sign-in work on the portal?', { required: true }),
    url('portal_url', 'Address of the portal'),
    choice(
      'tls',
      'Connection to the portal (TLS)',
      {
        'tls-1-3': 'TLS 1.3',
        'tls-1-2': 'TLS 1.2',
        older: 'TLS 1.1 or older',
        'invalid-certificate': 'Certificate invalid or expired',
        unknown: 'Could not tell',
      },
      { required: true },
    ),
    pastDate('checked', 'Checked on', { required: true }),
    choice('encryption', 'Encryption of your data', {
      both: 'Stored and in transit',
      'in-transit': 'In transit only',
      none: 'None',
      'not-said': 'Would not say',
    }),
    text('logs', 'Access logs: what is kept, and how long'),
    yesNo('had_breach', 'Has it had a breach?', {
      required: true,
      hint: 'Ask, then compare with the breach portal.',
    }),
    pastDate('last_breach', 'Date of the last breach', {
      required: true,
      showWhen: (beside) => beside.isYes('had_breach'),
    }),
    yesNo('breach_explained', 'Did it say plainly what happened and what it repaired?', {
      showWhen: (beside) => beside.isYes('had_breach'),
    }),
    pastDate('last_audit', 'Date of its last security audit'),
    choice(
      'mhcc',
      'Maryland: on the state’s list of certified networks (MHCC)?',
      { listed: 'Listed', 'not-listed': 'Not listed' },
      { hint: 'Only if you will bill in Maryland.' },
    ),
    evidence('file', 'Proof', { required: true, hint: 'Directory entry, screenshots, TLS result.' }),
  ],
  completion: [
    requires(
      'accredited',
      'No accreditation recorded: EHNAC / DirectTrust, HITRUST or a SOC 2 report is needed.',
      (answers) => answers.text('accreditor') !== 'none',
    ),
    requires(
      'tls-known',
      'The TLS check has no result yet. “Could not tell” is not a pass.',
      (answers) => answers.text('tls') !== 'unknown',
    ),
    requires(
      'maryland-answered',
      'You bill in Maryland: say whether its Health Care Commission (MHCC) lists this network.',
      (answers, context) => !billsInMaryland(context) || answers.has('mhcc'),
    ),
  ],
  blockers: [
    stopsWhen('no-mfa', 'No multi-factor sign-in on the clearinghouse portal.', (answers) =>
      answers.isNo('mfa'),
    ),
    stopsWhen(
      'certificate-expired',
      'The clearinghouse’s security certificate has expired.',
      (answers, context) =>
        answers.text('accreditor') !== 'none' &&
        answers.has('expires') &&
        answers.text('expires') < context.today,
    ),
    stopsWhen(
      'certificate-unverified',
      'The clearinghouse’s security certificate could not be verified with the accreditor.',
      (answers) => answers.text('accreditor') !== 'none' && answers.text('verified') === 'could-not',
    ),
    stopsWhen(
      'weak-connection',
      'The clearinghouse portal uses TLS below 1.2, or its certificate is not valid.',
      (answers) => answers.text('tls') === 'older' || answers.text('tls') === 'invalid-certificate',
    ),
    stopsWhen(
      'maryland-not-listed',
      'Maryland: payers may not accept electronic claims from this network; the state does not list it.',
      (answers, context) => billsInMaryland(context) && answers.text('mhcc') === 'not-listed',
    ),
  ],
  redFlags: [
    'A seal on the website that the accreditor’s directory does not know.',
    'A certificate that has run out, “renewal pending”.',
    'Silence about a breach that is on the public list.',
  ],
  needs: ['clh-shortlist'],
  renewal: onDate('When the certificate runs out', 'expires'),
  sources: ['ehnac', 'mhcc', '52r2', 'nprm'],
  facts: [
    {
      text: 'EHNAC, which accredits clearinghouses, became part of DirectTrust in 2023. Maryland’s Health Care Commission and New Jersey’s insurance department recognize it.',
      sources: ['ehnac'],
    },
    {
      text: 'Payers may take electronic claims that start in Maryland only from networks the Maryland Health Care Commission (MHCC) has certified. It is a test of the clearinghouse, not a license for you.',
      sources: ['mhcc'],
    },
    {
      text: 'TLS is what encrypts the line between you and the portal. Federal systems must support version 1.2 and plan for 1.3; here both pass, and anything older fails.',
      sources: ['52r2'],
    },
    {
      text: 'A proposed change to the Security Rule would require MFA and encryption. It was not final in the newest sources read (June 2026), so this app asks for both now.',
      sources: ['nprm'],
      status: 'secondary',
    },
  ],
  example: ({ today, profile }) => ({
    company: 'Clearwater Claims Exchange',
    accreditor: 'ehnac',
    cert_no: 'Example 22-0417',
    expires: addMonths(today, 14),
    verified: 'directory',
    mfa: true,
    portal_url: 'https://portal.clearwater.example.com',
    tls: 'tls-1-3',
    checked: addDays(today, -21),
    encryption: 'both',
    logs: 'Every sign-in and download, kept six years',
    had_breach: true,
    last_breach: addMonths(today, -50),
    breach_explained: true,
    last_audit: addMonths(today, -8),
    ...(statesOf(profile).includes('MD') ? { mhcc: 'listed' } : {}),
    file: [{ name: 'Directory entry and portal screenshots', location: 'Vetting folder, tab 6' }],
  }),
};

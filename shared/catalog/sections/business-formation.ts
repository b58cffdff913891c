import type { AnswerReader } from '../../domain/answer-reader.ts';
import { addDays, addMonths } from '../../domain/iso-date.ts';
import { choice, date, evidence, pastDate, rows, state, text, yesNo } from '../field-builders.ts';
import { onEarliestRow, requires, requiresEachRow, stopsOnRow, stopsWhen } from '../rule-builders.ts';
import type { Item } from '../types.ts';

const needsFiling = (beside: AnswerReader): boolean =>
  beside.text('type') === 'llc' || beside.text('type') === 'corporation';
const isAccepted = (beside: AnswerReader): boolean =>
  needsFiling(beside) && beside.text('filing_status') === 'accepted';

/** `biz-entity`: the legal structure. */
export const entity: Item = {
  id: 'biz-entity',
  section: 'business',
  title: 'Choose and register your business structure',
  lead: 'Decide between sole proprietor, LLC and corporation. File with the state if your choice needs it.',
  why: 'The structure decides what you are personally liable for and how you are taxed. Everything after it, from the EIN to the bank account, carries its name.',
  doneWhen: 'You have recorded that you are a sole proprietor, or the state has accepted your filing.',
  level: 'required',
  basis: ['law'],
  fields: [
    choice(
      'type',
      'Structure',
      {
        'sole-proprietor': 'Sole proprietor',
        llc: 'Limited liability company (LLC)',
        corporation: 'Corporation',
      },
      { required: true },
    ),
    text('legal_name', 'Legal name', {
      hint: 'A sole proprietor’s legal name is the person’s own name.',
      required: true,
    }),
    state('state', 'State of filing', { required: true, showWhen: needsFiling }),
    choice(
      'filing_status',
      'State filing',
      { accepted: 'Accepted', pending: 'Filed, waiting', 'not-filed': 'Not filed yet' },
      { required: true, showWhen: needsFiling },
    ),
    text('file_no', 'State file number', { required: true, showWhen: isAccepted }),
    pastDate('formed', 'Formed on', { required: true, showWhen: isAccepted }),
    text('agent', 'Registered agent', {
      hint: 'The person or firm that receives legal papers for the business. You may be your own.',
      showWhen: needsFiling,
    }),
    evidence('file', 'Accepted filing', { required: true, showWhen: isAccepted }),
    yesNo('already_trading', 'Have you already done business under this name?', {
      required: true,
      showWhen: needsFiling,
    }),
    date('annual_report_due', 'Next annual report due', {
      hint: 'Leave empty if your state asks for none.',
      showWhen: needsFiling,
    }),
  ],
  completion: [
    requires(
      'filing-accepted',
      'The state has to accept the filing first.',
      (answers) => !needsFiling(answers) || answers.text('filing_status') !== 'pending',
    ),
    requires(
      'filing-made',
      'The filing has to be made with the state.',
      (answers) => !needsFiling(answers) || answers.text('filing_status') !== 'not-filed',
    ),
  ],
  blockers: [
    stopsWhen(
      'trading-unregistered',
      'You are doing business under a company the state has not registered.',
      (answers) =>
        needsFiling(answers) &&
        answers.isYes('already_trading') &&
        answers.has('filing_status') &&
        !isAccepted(answers),
    ),
  ],
  redFlags: [
    'A letter that demands a fee for a beneficial-ownership (BOI) report: a sign of a scam.',
    'A seller who says you can trade first and register later.',
  ],
  needs: [],
  renewal: {
    text: 'With the state’s annual report, where there is one',
    dueOn: (answers) => (needsFiling(answers) && answers.text('annual_report_due')) || null,
  },
  sources: ['sba', 'boi'],
  facts: [
    {
      text: 'Since March 2025, entities formed in the US are exempt from beneficial-ownership reports to FinCEN.',
      sources: ['boi'],
    },
    {
      text: 'A workable order: structure, state filing, EIN, trade name with local license and zoning, bank, taxes, insurance, then the state rules for billing companies.',
      sources: ['sba'],
    },
  ],
  example: ({ today, profile }) => ({
    type: 'llc',
    legal_name: `${profile.businessName || 'Sample Billing Services'} LLC`,
    state: profile.homeState ?? 'NJ',
    filing_status: 'accepted',
    file_no: '0450112233',
    formed: addDays(today, -75),
    agent: 'Myself, at the home address',
    file: [{ name: 'Certificate of formation', location: 'Fireproof box, blue folder' }],
    already_trading: false,
    annual_report_due: addMonths(today, 9),
  }),
};

/** `biz-ein`: the tax number. */
export const ein: Item = {
  id: 'biz-ein',
  section: 'business',
  title: 'Get your EIN from the IRS',
  lead: 'Apply at the IRS itself, where it is free, and keep the notice.',
  why: 'An employer identification number (EIN) keeps your Social Security number off the W-9 forms clients ask for, and banks want it to open an account.',
  doneWhen: 'You have saved the IRS notice: CP 575, or the letter you download after applying online.',
  level: 'required',
  basis: ['contract'],
  fields: [
    text('ein_last4', 'Last four digits of the EIN', {
      hint: 'Only these four. The whole number stays on the notice.',
      pattern: { regex: /^\d{4}$/, message: 'Write four digits.' },
      maxLength: 4,
      required: true,
    }),
    pastDate('issued', 'Issued on', { required: true }),
    evidence('file', 'IRS notice', { required: true }),
  ],
  completion: [],
  blockers: [],
  redFlags: [
    'A website that charges you to apply for an EIN. The IRS charges nothing.',
    'A search result or advertisement that looks like the IRS and is not irs.gov.',
  ],
  needs: ['biz-entity'],
  renewal: null,
  sources: ['irs-ein'],
  knownCost: { amountCents: 0, text: 'Free at the IRS', source: 'irs-ein' },
  example: ({ today }) => ({
    ein_last4: '4471',
    issued: addDays(today, -70),
    file: [{ name: 'CP 575 notice', location: 'Fireproof box, blue folder' }],
  }),
};

const REGISTRATIONS = [
  { rowId: 'licence', label: 'Local business license' },
  { rowId: 'dba', label: 'Trade name (DBA, assumed name)' },
] as const;
const isHeld = (beside: AnswerReader): boolean => beside.text('answer') === 'certificate';

/** `biz-local`: license, trade name, zoning. */
export const local: Item = {
  id: 'biz-local',
  section: 'business',
  title: 'Clear local license, name and zoning rules',
  lead: 'Ask about a local license, a trade name, and whether your home may hold a business.',
  why: 'Towns, landlords and homeowner associations (HOAs) set rules for businesses at home. It is better to hear of them from the office than from a neighbor’s complaint.',
  doneWhen:
    'For each point you hold a certificate, or a written “not required” with the office and the date.',
  level: 'required',
  basis: ['law'],
  fields: [
    rows(
      'registrations',
      'License and trade name',
      'registration',
      [
        choice(
          'answer',
          'Where it stands',
          {
            certificate: 'I hold the certificate',
            'not-required': 'Not required',
            waiting: 'Applied, waiting',
            refused: 'Refused, or the name is in use',
          },
          { required: true },
        ),
        text('licence_no', 'License or registration number', { showWhen: isHeld }),
        text('office', 'Office that answered', { required: true }),
        pastDate('checked', 'Answered on', { required: true }),
        date('expires', 'Expires on', { hint: 'Leave empty if it does not expire.', showWhen: isHeld }),
        evidence('file', 'Certificate or written answer', {
          hint: 'A letter, an email, or your dated note of who said so.',
          required: true,
          showWhen: (beside) => isHeld(beside) || beside.text('answer') === 'not-required',
        }),
      ],
      { required: true, fixedRows: REGISTRATIONS },
    ),
    text('dba', 'Trade name', { hint: 'Only if it differs from the legal name.' }),
    choice(
      'zoning_ok',
      'Do zoning, lease and HOA rules allow a business in your home?',
      { yes: 'Yes', no: 'No', 'not-applicable': 'No such rule applies' },
      { required: true },
    ),
    text('zoning_office', 'Who answered', {
      hint: 'The zoning office, and your landlord or HOA if you have one.',
      required: true,
    }),
    pastDate('zoning_checked', 'Answered on', { required: true }),
    evidence('zoning_file', 'Permit or written answer', {
      hint: 'A permit, a letter, an email, or your dated note of who said so.',
      required: true,
    }),
  ],
  completion: [
    requiresEachRow('answer-in-hand', 'registrations', (row) =>
      row.text('answer') === 'waiting' ? `${registrationLabel(row)}: the office has not answered yet.` : null,
    ),
  ],
  blockers: [
    stopsOnRow('registration-refused', 'registrations', (row) => {
      if (row.text('answer') !== 'refused') return null;
      return row.rowId === 'dba'
        ? `${registrationLabel(row)}: refused or already in use. Choose another name.`
        : `${registrationLabel(row)}: refused.`;
    }),
    stopsWhen(
      'home-use-prohibited',
      'Zoning, lease or HOA rules prohibit a business in your home.',
      (answers) => answers.text('zoning_ok') === 'no',
    ),
  ],
  redFlags: [
    'A seller who says a home business never needs a license. Each town decides for itself.',
    'Printing cards and a website before the name is cleared.',
  ],
  needs: ['biz-entity'],
  renewal: onEarliestRow('Often every year, on the date of the license', 'registrations', 'expires'),
  sources: ['sba'],
  example: ({ today, profile }) => ({
    registrations: [
      {
        rowId: 'licence',
        answer: 'certificate',
        licence_no: 'HB-2210',
        office: 'Town clerk',
        checked: addDays(today, -48),
        expires: addMonths(today, 10),
        file: [{ name: 'Home business license', location: 'Fireproof box, blue folder' }],
      },
      {
        rowId: 'dba',
        answer: 'certificate',
        licence_no: 'TN-5540',
        office: 'County clerk',
        checked: addDays(today, -55),
        expires: addMonths(today, 58),
        file: [{ name: 'Trade name certificate', location: 'Fireproof box, blue folder' }],
      },
    ],
    dba: profile.businessName || 'Sample Billing Services',
    zoning_ok: 'yes',
    zoning_office: 'Town zoning office; homeowner association',
    zoning_checked: addDays(today, -50),
    zoning_file: [
      { name: 'Emails from the zoning office and the HOA', location: 'Fireproof box, blue folder' },
    ],
  }),
};

function registrationLabel(row: AnswerReader): string {
  return REGISTRATIONS.find((entry) => entry.rowId === row.rowId)?.label ?? 'Registration';
}

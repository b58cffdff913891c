import type { AnswerReader } from '../../domain/answer-reader.ts';
import { addDays, addMonths, type IsoDate } from '../../domain/iso-date.ts';
import { statesOf } from '../../domain/plan.ts';
import { clientBaaAnswers } from '../derived/partners.ts';
import {
  choice,
  choices,
  date,
  evidence,
  integer,
  pastDate,
  rows,
  states,
  text,
  yesNo,
} from '../field-builders.ts';
import {
  earliestDate,
  onEarliestRow,
  requiresEachRow,
  requiresEveryChoice,
  stopsOnRow,
} from '../rule-builders.ts';
import type { Item } from '../types.ts';
import { agreementDates, comparable, nameOf, requiresEachClientOf } from './named-rows.ts';

const contractClauses = choices(
  'clauses',
  'Clauses in the template',
  {
    parties: 'The parties, with NPI and tax numbers',
    scope: 'Scope: who codes, who posts, who calls patients',
    'claims-owner': 'The provider owns and certifies the claims',
    documentation: 'Documentation: duties and deadlines',
    payments: 'Payments go to the provider’s own account, which the provider alone controls',
    fee: 'The fee model, and that it must stay lawful',
    overpayments: 'Overpayments and refunds',
    'coding-disputes': 'How coding disputes are settled',
    exclusion: 'Neither side is excluded from federal programs',
    baa: 'The business associate agreement (BAA) is attached',
    confidentiality: 'Confidentiality',
    insurance: 'Insurance',
    reports: 'Performance reports',
    records: 'Keeping records, and access to them',
    'term-and-notice': 'Term and notice',
    transition: 'At the end: open accounts handed over, data returned',
    liability: 'Liability',
    'law-and-disputes': 'Governing law and disputes',
  },
  { required: true },
);

export const cliContract: Item = {
  id: 'cli-contract',
  section: 'clients',
  title: 'Sign a services agreement with each client',
  lead: 'Have one template reviewed by an attorney, then sign it with every client before the first claim.',
  why: 'The agreement says who does what, who is paid where, and how you part. It protects both sides when a claim is denied or questioned, and keeps the provider in control of its money.',
  doneWhen:
    'An attorney has reviewed a template with every clause below, and each client has signed before its first claim.',
  level: 'required',
  basis: ['contract'],
  fields: [
    text('reviewed_by', 'Attorney who reviewed the template', { required: true }),
    pastDate('reviewed_on', 'Reviewed on', { required: true }),
    contractClauses,
    evidence('template', 'The reviewed template', { required: true }),
    rows(
      'contracts',
      'Clients',
      'client',
      [
        text('client', 'Client', { required: true }),
        states('states', 'States you will bill in for them', { required: true }),
        choice(
          'fee_model',
          'How you are paid',
          {
            'flat-monthly': 'A flat sum per month',
            'per-claim': 'Per claim',
            hourly: 'By the hour',
            percent: 'A percentage of collections',
            hybrid: 'A mixture',
          },
          { required: true },
        ),
        date('term', 'Term ends on', {
          hint: 'Or renews on. Leave empty if it runs until someone gives notice.',
        }),
        integer('notice_days', 'Notice to end it', [0, 365], { unit: 'days', required: true }),
        yesNo('controls_account', 'Can you control the client’s bank account?', {
          hint: 'Sign on it, move money, or change where payments go.',
          required: true,
        }),
        yesNo('both_signed', 'Have both sides signed?', { required: true }),
        pastDate('signed', 'Date of the last signature', { showWhen: isNotUnsigned, required: true }),
        date('first_claim', 'First claim on', { hint: 'Planned or sent, if known.' }),
        evidence('file', 'Signed agreement', { showWhen: isNotUnsigned, required: true }),
      ],
      { required: true },
    ),
  ],
  completion: [
    requiresEveryChoice('every-clause', contractClauses, 'The template does not contain yet'),
    requiresEachRow('states-in-profile', 'contracts', (row, { profile }) => {
      const known = statesOf(profile);
      const strange = row.list('states').filter((code) => !known.some((state) => state === code));
      return known.length > 0 && strange.length > 0
        ? `${nameOf(row, 'client', 'One client')}: add ${strange.join(', ')} to your client states, so that the rules there are checked.`
        : null;
    }),
  ],
  blockers: [
    stopsOnRow('percentage-not-cleared', 'contracts', (row, { answersOf }) => {
      const model = row.text('fee_model');
      if (model !== 'percent' && model !== 'hybrid') return null;
      const fees = answersOf('biz-fee').rows('fees');
      const open = row
        .list('states')
        .filter((code) => !fees.some((fee) => fee.rowId === code && fee.text('model') === model));
      return open.length > 0
        ? `${nameOf(row, 'client', 'One client')}: this fee model is not recorded for ${open.join(', ')} under “Choose a lawful fee model”.`
        : null;
    }),
    stopsOnRow('unsigned', 'contracts', (row) =>
      row.isNo('both_signed')
        ? `${nameOf(row, 'client', 'One client')}: the services agreement is not signed by both sides.`
        : null,
    ),
    stopsOnRow('controls-account', 'contracts', (row) =>
      row.isYes('controls_account')
        ? `${nameOf(row, 'client', 'One client')}: you could control the client’s bank account. Only the provider may.`
        : null,
    ),
    stopsOnRow('claim-before-signing', 'contracts', (row, { today }) =>
      isTooEarly(row.text('first_claim'), row.text('signed'), today)
        ? `${nameOf(row, 'client', 'One client')}: the first claim is dated before the agreement was signed.`
        : null,
    ),
    stopsOnRow('term-over', 'contracts', (row, { today }) =>
      row.has('term') && row.text('term') < today
        ? `${nameOf(row, 'client', 'One client')}: the term of the agreement is over. Renew it, or remove the client.`
        : null,
    ),
  ],
  redFlags: [
    'A client who wants you to start billing now and sign later.',
    'An offer to have insurance payments sent to your account. They belong in the provider’s own.',
  ],
  needs: ['biz-fee', 'biz-insurance'],
  renewal: onEarliestRow('At the end of each term', 'contracts', 'term'),
  sources: ['oig-cpg'],
  facts: [
    {
      text: 'The federal guidance for third-party billing companies dates from 18 December 1998 and is still the one of the trade. It warns of unbundling, upcoding, duplicate billing, overpayments not returned, and percentage pay that rewards volume.',
      sources: ['oig-cpg'],
    },
    {
      text: 'Medicare: if the agent receives the payment, its pay may not depend on what is billed or collected, and the provider must keep control of the money (42 CFR 424.73 and 424.80).',
      sources: ['42-424'],
    },
    {
      text: 'Medicaid: an agent that receives payment in the provider’s name may be paid for the cost of billing only, not a percentage (42 CFR 447.10(f)).',
      sources: ['42-447'],
    },
    {
      text: 'The federal health inspector general (OIG) would not protect percentage deals that join billing with marketing for the provider. Of all fee models this carries the most risk.',
      sources: ['oig-98'],
    },
    {
      text: 'Billers of accounts that were not in default when they got them are not “debt collectors” under the federal law. State license law may differ: settle in the contract who calls patients.',
      sources: ['fdcpa'],
    },
    {
      text: 'No federal program pays for work done by excluded people, office work included. So each side promises that it is not excluded.',
      sources: ['oig-sab'],
    },
  ],
  example: ({ today, profile }) => {
    const billed = statesOf(profile).slice(0, 2);
    return {
      reviewed_by: 'Alex Rowan, attorney',
      reviewed_on: addDays(today, -50),
      clauses: contractClauses.options.map((option) => option.value),
      template: [
        { name: 'Services agreement template, with review letter', location: 'Contracts binder, tab 1' },
      ],
      contracts: [
        {
          rowId: 'r1',
          client: 'Riverbend Family Practice',
          states: billed.length > 0 ? billed : ['NJ'],
          fee_model: 'flat-monthly',
          term: addMonths(today, 11),
          notice_days: 60,
          controls_account: false,
          both_signed: true,
          signed: addDays(today, -21),
          first_claim: addDays(today, 90),
          file: [{ name: 'Services agreement, signed', location: 'Contracts binder, tab 2' }],
        },
        {
          rowId: 'r2',
          client: 'Harbor Physical Therapy',
          states: billed.length > 0 ? billed.slice(0, 1) : ['NJ'],
          fee_model: 'per-claim',
          notice_days: 30,
          controls_account: false,
          both_signed: true,
          signed: addDays(today, -10),
          file: [{ name: 'Services agreement, signed', location: 'Contracts binder, tab 3' }],
        },
      ],
    };
  },
};

// 45 CFR 164.504(e)(2). Return or destruction has a question of its own in each agreement.
const baaTerms = choices(
  'terms',
  'What the form says',
  {
    'permitted-uses': 'What you may do with patient data',
    'no-other-use': 'That you use it for nothing else',
    safeguards: 'Safeguards, and that you follow the Security Rule',
    reporting: 'That you report misuse, incidents and breaches',
    'flow-down': 'The same terms for your own vendors',
    'patient-requests': 'Help with access, corrections and lists of disclosures',
    'open-books': 'Your books are open to the federal health department (HHS)',
    'ending-for-breach': 'That the client may end it if you break it',
  },
  { required: true },
);

export const cliBaa: Item = {
  id: 'cli-baa',
  section: 'clients',
  title: 'Sign a BAA with each client',
  lead: 'A business associate agreement (BAA) comes before any patient data, with every provider client.',
  why: 'Billing for a provider makes you its business associate under HIPAA. The provider may give you patient data only under a written agreement, and that agreement tells you how quickly you must report an incident.',
  doneWhen:
    'Each client has signed, the copy is on file, and the days allowed for reporting an incident are noted.',
  level: 'required',
  basis: ['law'],
  fields: [
    text('reviewed_by', 'Attorney who reviewed the form', {
      hint: 'If a client uses its own form, have that one reviewed too.',
      required: true,
    }),
    baaTerms,
    evidence('template', 'The reviewed form', { required: true }),
    rows(
      'agreements',
      'Agreements',
      'client',
      [
        text('client', 'Client', { required: true }),
        yesNo('both_signed', 'Have both sides signed?', { required: true }),
        pastDate('signed', 'Date of the last signature', { showWhen: isNotUnsigned, required: true }),
        text('version', 'Version', {
          hint: 'For example: mine 1.0, or the client’s form of a date.',
          maxLength: 80,
          required: true,
        }),
        integer('incident_days', 'Days to report an incident', [0, 365], {
          hint: '24 hours is 1 day; 0 means the same day.',
          unit: 'days',
          required: true,
        }),
        yesNo('return_destroy', 'Does it say that data is returned or destroyed at the end?', {
          required: true,
        }),
        evidence('file', 'Signed copy', { showWhen: isNotUnsigned, required: true }),
        date('expires', 'Ends on', {
          hint: 'Leave empty if it has no end date.',
          showWhen: isNotUnsigned,
        }),
        date('renewal', 'Look at it again on'),
      ],
      { required: true },
    ),
  ],
  completion: [
    requiresEveryChoice('every-term', baaTerms, 'The form does not say yet'),
    requiresEachRow('within-60-days', 'agreements', (row) =>
      (row.number('incident_days') ?? 0) > 60
        ? `${nameOf(row, 'client', 'One client')}: the agreement allows more days than the law, which leaves 60 at most.`
        : null,
    ),
    requiresEachRow('return-or-destroy', 'agreements', (row) =>
      row.isNo('return_destroy')
        ? `${nameOf(row, 'client', 'One client')}: have the return or destruction of data added to the agreement.`
        : null,
    ),
    requiresEachClientOf(
      'every-client',
      { item: 'cli-contract', rows: 'contracts' },
      'agreements',
      (client) => `${client} has a contract but no agreement here. Use the same client name in both.`,
    ),
  ],
  blockers: [
    stopsOnRow('unsigned', 'agreements', (row) =>
      row.isNo('both_signed')
        ? `${nameOf(row, 'client', 'One client')}: the BAA is not signed by both sides.`
        : null,
    ),
    stopsOnRow('agreement-ended', 'agreements', (row, { today }) =>
      row.has('expires') && row.text('expires') < today
        ? `${nameOf(row, 'client', 'One client')}: the BAA has ended. Sign a new one before any more patient data moves.`
        : null,
    ),
    {
      id: 'claim-before-agreement',
      kind: 'stop',
      find: (answers, { answersOf, today }) => {
        const signed = new Map<string, IsoDate>();
        for (const row of answers.rows('agreements')) {
          const client = comparable(row.text('client'));
          if (!signed.has(client)) signed.set(client, row.text('signed'));
        }
        return answersOf('cli-contract')
          .rows('contracts')
          .filter((contract) =>
            isTooEarly(
              contract.text('first_claim'),
              signed.get(comparable(contract.text('client'))) ?? '',
              today,
            ),
          )
          .map(
            (contract) =>
              `${nameOf(contract, 'client', 'One client')}: the first claim is dated before the BAA was signed.`,
          );
      },
    },
  ],
  redFlags: [
    'A client who sends patient data before the agreement is signed. Do not open it; ask for the signature.',
  ],
  needs: ['cli-contract'],
  renewal: {
    text: 'With each contract, and when an agreement ends',
    dueOn: (answers) =>
      earliestDate(agreementDates(answers.rows('agreements'), 'client').map(({ dueOn }) => dueOn)),
    entries: (answers) => agreementDates(answers.rows('agreements'), 'client'),
  },
  sources: ['504e'],
  facts: [
    {
      text: 'Claims processing and billing are named in the definition of a business associate. The safeguards of HIPAA apply to you directly, even if you work alone.',
      sources: ['160.103'],
    },
    {
      text: 'What the agreement must contain is in 45 CFR 164.504(e)(2). The list here is from general knowledge; compare it with the text.',
      sources: ['504e'],
    },
    {
      text: 'You need agreements in both directions: between the provider and you, and between you and each of your vendors.',
      sources: ['502e'],
    },
    {
      text: 'The law leaves you at most 60 calendar days to report a breach to the client. Agreements usually leave far fewer, and those days bind you.',
      sources: ['410'],
    },
    {
      text: 'A firm that itself converts nonstandard data to the standard formats is a “health care clearinghouse”, a covered entity. A billing service that enters and reconciles data is not.',
      sources: ['aspe'],
    },
  ],
  gate: 'must-stand',
  derived: { desk: 'partners', fields: ['agreements'], answers: clientBaaAnswers },
  example: ({ today }) => ({
    reviewed_by: 'Alex Rowan, attorney',
    terms: baaTerms.options.map((option) => option.value),
    template: [{ name: 'BAA form, with review letter', location: 'Contracts binder, tab 1' }],
    agreements: [
      {
        rowId: 'r1',
        client: 'Riverbend Family Practice',
        both_signed: true,
        signed: addDays(today, -21),
        version: 'Mine, 1.0',
        incident_days: 5,
        return_destroy: true,
        file: [{ name: 'BAA, signed by both', location: 'Contracts binder, tab 2' }],
      },
      {
        rowId: 'r2',
        client: 'Harbor Physical Therapy',
        both_signed: true,
        signed: addDays(today, -10),
        version: 'Mine, 1.0',
        incident_days: 10,
        return_destroy: true,
        file: [{ name: 'BAA, signed by both', location: 'Contracts binder, tab 3' }],
      },
    ],
  }),
};

// A first claim planned for a day to come is no mistake while the signature may still arrive before it.
function isTooEarly(firstClaim: IsoDate, signed: IsoDate, today: IsoDate): boolean {
  if (firstClaim === '') return false;
  return signed === '' ? firstClaim <= today : firstClaim < signed;
}

function isNotUnsigned(row: AnswerReader): boolean {
  return !row.isNo('both_signed');
}

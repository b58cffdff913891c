import { addDays } from '../../domain/iso-date.ts';
import { choice, integer, pastDate, rows, text, url, yesNo } from '../field-builders.ts';
import { everyMonths, onEarliestRow, requires, requiresEachRow, stopsOnRow } from '../rule-builders.ts';
import type { Item } from '../types.ts';
import { cms1500, ub04 } from './claim-forms.ts';
import { clientForms } from './client-forms.ts';
import { codes } from './code-sets.ts';
import { nameOf } from './named-rows.ts';

const remit: Item = {
  id: 'ref-remit',
  section: 'references',
  title: 'Learn to read EOBs and electronic remittances',
  lead: 'Post one made-up remittance, and set up your list of denial reasons.',
  why: 'The payer’s answer says what it paid, what it changed and why. Denials you cannot read are money your client never sees.',
  doneWhen: 'A sample remittance has been posted, and your denial list is set up with current reason codes.',
  level: 'required',
  basis: ['contract'],
  fields: [
    yesNo('sample_done', 'Have you posted a sample remittance from start to end?', {
      hint: 'Use made-up figures. A real remittance names patients.',
      required: true,
    }),
    yesNo('denial_list_done', 'Is your denial list set up?', {
      hint: 'One line per reason: what it means, what you do about it, by when.',
      required: true,
    }),
    pastDate('code_list_date', 'Reason code lists looked up on', {
      hint: 'CARC are the adjustment reasons, RARC the remarks that explain them.',
      required: true,
    }),
  ],
  completion: [
    requires('sample-posted', 'Post a sample remittance first.', (answers) => !answers.isNo('sample_done')),
    requires(
      'denial-list-set-up',
      'Set up your denial list first.',
      (answers) => !answers.isNo('denial_list_done'),
    ),
  ],
  blockers: [],
  redFlags: ['Practicing on someone’s real remittance: it holds patient information.'],
  needs: ['fnd-codes'],
  renewal: everyMonths(
    'Three times a year, when the reason code lists change (not verified)',
    4,
    'code_list_date',
  ),
  sources: ['seed-1'],
  facts: [
    {
      text: 'An EOB (explanation of benefits) and an 835 ERA (electronic remittance advice) say the same thing: what was paid, with CARC and RARC codes for every difference.',
      sources: ['seed-1'],
    },
    {
      text: 'The reason code lists are said to change three times a year.',
      sources: ['seed-1'],
      status: 'unverified',
    },
  ],
  example: ({ today }) => ({
    sample_done: true,
    denial_list_done: true,
    code_list_date: addDays(today, -10),
  }),
};

const payer: Item = {
  id: 'ref-payer',
  section: 'references',
  title: 'Make your table of payer rules',
  lead: 'One row for each payer you will bill on opening day.',
  why: 'Each payer has its own manual and its own deadline. A claim filed a day late is usually lost, and the client will ask why.',
  doneWhen:
    'Every opening-day payer has a row with its filing limit, where the limit comes from, and where its manual is.',
  level: 'required',
  basis: ['contract'],
  fields: [
    rows(
      'payers',
      'Payers',
      'payer',
      [
        text('payer', 'Payer', { required: true }),
        text('payer_id', 'Payer ID', {
          hint: 'As your clearinghouse lists it.',
          maxLength: 40,
          required: true,
        }),
        url('manual_url', 'Address of its manual'),
        text('fee_schedule', 'Where its fee schedule is'),
        choice(
          'filing_limit_source',
          'Where the filing limit comes from',
          {
            'payer-manual': 'The payer’s manual',
            contract: 'The client’s contract with the payer',
            regulation: 'A regulation, as for Medicare',
            assumed: 'Assumed, not looked up',
            unknown: 'Not known yet',
          },
          { required: true },
        ),
        integer('filing_limit_days', 'Filing limit', [1, 3650], {
          unit: 'days',
          hint: 'Days from the service date. Medicare: one calendar year, so 365.',
          required: true,
          showWhen: (beside) => beside.text('filing_limit_source') !== 'unknown',
        }),
        integer('appeal_days', 'Time to appeal', [1, 3650], { unit: 'days', required: true }),
        url('portal_url', 'Address of its portal'),
        pastDate('checked', 'Looked up on', { required: true }),
      ],
      { required: true },
    ),
  ],
  completion: [
    requiresEachRow('manual-found', 'payers', (row) =>
      row.has('manual_url') || row.has('portal_url')
        ? null
        : `${nameOf(row, 'payer', 'A payer')}: enter the address of its manual, or of the portal that holds it.`,
    ),
  ],
  blockers: [
    stopsOnRow('filing-limit-unknown', 'payers', (row) => {
      switch (row.text('filing_limit_source')) {
        case 'unknown':
          return `${nameOf(row, 'payer', 'A payer')}: filing limit not known.`;
        case 'assumed':
          return `${nameOf(row, 'payer', 'A payer')}: filing limit assumed, not looked up.`;
        default:
          return null;
      }
    }),
  ],
  redFlags: ['A single filing limit used for all commercial payers: each contract sets its own.'],
  needs: [],
  renewal: onEarliestRow('Yearly, for each payer', 'payers', 'checked', 12),
  sources: ['tf'],
  facts: [
    {
      text: 'Traditional Medicare: one calendar year from the date of service (42 CFR 424.44). A denial for lateness cannot be appealed.',
      sources: ['tf'],
    },
    {
      text: 'Commercial payers set their limit by contract. Never assume it.',
      sources: ['tf'],
      status: 'unverified',
    },
    {
      text: 'Manuals, fee schedules and coverage decisions (local and national) change all year round.',
      sources: ['tf'],
      status: 'unverified',
    },
  ],
  example: ({ today }) => ({
    payers: [
      {
        rowId: 'r1',
        payer: 'Garden Valley Health Plan',
        payer_id: 'GVHP1',
        manual_url: 'https://example.com/garden-valley/manual',
        filing_limit_source: 'contract',
        filing_limit_days: 180,
        appeal_days: 60,
        portal_url: 'https://example.com/garden-valley',
        checked: addDays(today, -14),
      },
      {
        rowId: 'r2',
        payer: 'Blue Harbor Insurance',
        payer_id: 'BHI22',
        manual_url: 'https://example.com/blue-harbor/manual',
        filing_limit_source: 'payer-manual',
        filing_limit_days: 90,
        appeal_days: 90,
        checked: addDays(today, -14),
      },
    ],
  }),
};

/** Forms and reference materials. */
export const references: readonly Item[] = [cms1500, ub04, remit, clientForms, codes, payer];

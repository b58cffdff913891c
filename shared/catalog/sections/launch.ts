import { addDays, addMonths, formatDate } from '../../domain/iso-date.ts';
import { choice, date, longText, pastDate, rows, text, yesNo } from '../field-builders.ts';
import { everyMonths, onEvent, requires, stopsOnRow } from '../rule-builders.ts';
import type { Item } from '../types.ts';
import { nameOf } from './named-rows.ts';

const REHEARSAL_STEPS = [
  { rowId: 'charge', label: 'Enter a charge' },
  { rowId: 'scrub', label: 'Scrub the claim (let the software look for errors)' },
  { rowId: '837p-test', label: 'Send an 837P test file (the claim)' },
  { rowId: '277ca', label: 'Read the 277CA (the claim acknowledgment)' },
  { rowId: '835-post', label: 'Post an 835 (the payment)' },
  { rowId: 'denial', label: 'Work a denial' },
  { rowId: 'statement', label: 'Make a patient statement' },
  { rowId: 'month-end', label: 'Make the month-end report' },
] as const;

const stepName = (rowId: string | null): string =>
  REHEARSAL_STEPS.find((step) => step.rowId === rowId)?.label ?? 'A step';

const dryRun: Item = {
  id: 'lch-dryrun',
  section: 'launch',
  title: 'Rehearse from charge to month-end',
  lead: 'Take one made-up patient through all eight steps, and put right what fails.',
  why: 'The first real claim is a bad moment to find that a file is refused or a report is empty. A rehearsal costs an afternoon and no one’s money.',
  doneWhen: 'All eight steps have been run with made-up data, and each one passed.',
  level: 'required',
  basis: ['prudence'],
  fields: [
    yesNo('made_up_data', 'Did you use only made-up patients?', { required: true }),
    rows(
      'steps',
      'The eight steps',
      'step',
      [
        choice(
          'result',
          'Result',
          { pass: 'Passed', fixed: 'Failed, put right, then passed', fail: 'Failed' },
          { required: true },
        ),
        pastDate('date', 'Run on', { required: true }),
        longText('fix', 'What failed, and the fix', {
          maxLength: 1000,
          required: true,
          showWhen: (beside) => beside.text('result') === 'fixed' || beside.text('result') === 'fail',
        }),
      ],
      { required: true, fixedRows: REHEARSAL_STEPS },
    ),
  ],
  completion: [
    requires(
      'only-made-up-data',
      'Run the rehearsal again with made-up patients only.',
      (answers) => !answers.isNo('made_up_data'),
    ),
  ],
  blockers: [
    stopsOnRow('step-failed', 'steps', (row) =>
      row.text('result') === 'fail' ? `${stepName(row.rowId)}: failed in the rehearsal.` : null,
    ),
  ],
  redFlags: ['A vendor that offers a real client’s claims to practice on.'],
  needs: ['clh-enroll', 'sw-setup', 'ref-codes'],
  renewal: onEvent('After any big change: new software, new clearinghouse, new computer'),
  sources: ['edi'],
  facts: [
    {
      text: 'A test 837P counts as accepted when its acknowledgments, the 999 and the 277CA, say so.',
      sources: ['edi'],
      status: 'unverified',
    },
  ],
  example: ({ today }) => ({
    made_up_data: true,
    steps: REHEARSAL_STEPS.map(({ rowId }) =>
      rowId === 'scrub'
        ? {
            rowId,
            result: 'fixed',
            date: addDays(today, -3),
            fix: 'Place of service was missing in the template. Added it and ran the claim again.',
          }
        : { rowId, result: 'pass', date: addDays(today, -3) },
    ),
  }),
};

const calendar: Item = {
  id: 'lch-calendar',
  section: 'launch',
  title: 'Fill your renewal calendar and sign off',
  lead: 'Write down everything that runs out or comes round again, then print and sign the report.',
  why: 'Most of what you set up has an end date. A policy or an agreement that lapses unnoticed can close a business that was in order on its first day.',
  doneWhen:
    'Every dated item is in the list, nothing required is overdue, and the report is printed and signed.',
  level: 'required',
  basis: ['prudence'],
  fields: [
    rows(
      'dated_items',
      'What comes due',
      'date',
      [
        text('item', 'What', { required: true }),
        date('due', 'Due on', { required: true }),
        yesNo('must_renew', 'Do you need it to stay open?', {
          hint: 'No for things that are only recommended.',
          required: true,
        }),
      ],
      { required: true },
    ),
    yesNo('all_listed', 'Does the list hold every dated item of this plan?', {
      hint: 'Policies, agreements, credentials, code sets, checks, plans.',
      required: true,
    }),
    pastDate('printed', 'Report printed on', { required: true }),
    pastDate('signed', 'Report signed on', { required: true }),
  ],
  completion: [
    requires(
      'list-complete',
      'Add the dated items that are still missing.',
      (answers) => !answers.isNo('all_listed'),
    ),
    requires(
      'signed-after-printing',
      'The signature is older than the printed report: sign the printed one.',
      (answers) =>
        !answers.has('signed') ||
        !answers.has('printed') ||
        answers.text('signed') >= answers.text('printed'),
    ),
  ],
  blockers: [
    stopsOnRow('renewal-overdue', 'dated_items', (row, { today }) =>
      row.isYes('must_renew') && row.has('due') && row.text('due') < today
        ? `${nameOf(row, 'item', 'A dated item')}: was due on ${formatDate(row.text('due'))}.`
        : null,
    ),
  ],
  redFlags: [
    'A letter that demands a fee for something not in your list, such as a federal ownership (BOI) report: companies formed in the US do not file one.',
  ],
  needs: [
    'fnd-experience',
    'fnd-codes',
    'biz-entity',
    'biz-ein',
    'biz-local',
    'biz-bank',
    'biz-state',
    'biz-fee',
    'biz-exclusion',
    'off-space',
    'off-computer',
    'off-internet',
    'clh-shortlist',
    'clh-ag',
    'clh-consumer',
    'clh-bbb',
    'clh-federal',
    'clh-bizopp',
    'clh-capability',
    'clh-security',
    'clh-contract',
    'clh-baa',
    'clh-enroll',
    'sw-need',
    'sw-select',
    'sw-baa',
    'sw-setup',
    'ref-cms1500',
    'ref-remit',
    'ref-codes',
    'ref-payer',
    'com-phone',
    'com-fax',
    'com-print',
    'sec-risk',
    'sec-policies',
    'sec-training',
    'sec-encrypt',
    'sec-hygiene',
    'sec-access',
    'sec-network',
    'sec-transfer',
    'sec-contingency',
    'sec-incident',
    'sec-subs',
    'cli-contract',
    'cli-baa',
    'cli-connect',
    'lch-dryrun',
  ],
  renewal: everyMonths('Monthly: go through the list, print and sign again', 1, 'signed'),
  sources: ['308', '316', 'oig-sab', 'boi'],
  facts: [
    {
      text: 'The federal health inspector general (OIG) recommends checking the exclusion lists every month.',
      sources: ['oig-sab', 'leie'],
    },
    {
      text: 'The Security Rule asks for a periodic evaluation of your safeguards. Once a year is this app’s choice.',
      sources: ['308'],
    },
    {
      text: 'Written policies and records are kept for six years.',
      sources: ['316'],
    },
    {
      text: 'Code sets change on 1 January (CPT), 1 April and 1 October (ICD-10-CM), and every quarter (HCPCS Level II).',
      sources: ['cpt', 'icd', 'hcpcs'],
    },
    {
      text: 'A proposal to tighten the Security Rule was not final in the newest sources seen (June 2026). Proposed: check where it stands.',
      sources: ['nprm'],
    },
  ],
  example: ({ today }) => ({
    dated_items: [
      { rowId: 'r1', item: 'Exclusion list checks', due: addDays(today, 21), must_renew: true },
      { rowId: 'r2', item: 'HCPCS Level II and NCCI update', due: addMonths(today, 2), must_renew: true },
      { rowId: 'r3', item: 'Yearly risk analysis', due: addMonths(today, 11), must_renew: true },
      { rowId: 'r4', item: 'Professional membership', due: addMonths(today, 8), must_renew: false },
    ],
    all_listed: true,
    printed: addDays(today, -1),
    signed: today,
  }),
};

/** The last two steps before opening. */
export const launch: readonly Item[] = [dryRun, calendar];

import type { AnswerReader } from '../../domain/answer-reader.ts';
import type { FixedRow } from '../../domain/field.ts';
import type { Profile } from '../../domain/plan.ts';
import { choice, choices, evidence, longText, rows, text, yesNo } from '../field-builders.ts';
import { onEvent, requires, stopsOnRow } from '../rule-builders.ts';
import { STATE_NAMES } from '../state-codes.ts';
import type { Item } from '../types.ts';

const clientStateRows = (profile: Profile): readonly FixedRow[] =>
  [...new Set(profile.clientStates)].map((code) => ({ rowId: code, label: STATE_NAMES[code] }));

const isPercent = (beside: AnswerReader): boolean =>
  beside.text('model') === 'percent' || (beside.text('model') === 'hybrid' && beside.isYes('percent_part'));

/** Says `wrong` with the state's name when a percentage fee has it and no counsel's note is attached. */
function percentWithoutNote(
  row: AnswerReader,
  profile: Profile,
  holds: boolean,
  wrong: string,
): string | null {
  const state = clientStateRows(profile).find((entry) => entry.rowId === row.rowId);
  if (state === undefined || !holds || !isPercent(row) || row.has('counsel_note')) return null;
  return `${state.label}: ${wrong}, without a note from counsel.`;
}

/** `biz-fee`: how clients pay, state by state. */
export const fee: Item = {
  id: 'biz-fee',
  section: 'business',
  title: 'Choose a lawful fee model',
  lead: 'For each client state, say how you charge, who pays the claims, and why that is lawful.',
  why: 'How you charge is regulated. Flat, hourly and per-claim fees are the cleanest; a percentage of collections is restricted by Medicare, Medicaid and some states.',
  doneWhen:
    'Each client state has a fee model, the payers it touches, and a written note on why it is lawful.',
  level: 'required',
  basis: ['law'],
  fields: [
    rows(
      'fees',
      'Fee by client state',
      'state',
      [
        choice(
          'model',
          'Fee model',
          {
            'flat-monthly': 'Flat monthly fee',
            'per-claim': 'Per claim',
            hourly: 'Hourly',
            percent: 'Percentage of collections',
            hybrid: 'A mix',
          },
          { required: true },
        ),
        yesNo('percent_part', 'Does the mix contain a percentage?', {
          required: true,
          showWhen: (beside) => beside.text('model') === 'hybrid',
        }),
        text('rate', 'Rate', { hint: 'For example: $650 a month.', required: true }),
        choices(
          'payer_mix',
          'Payers',
          {
            medicare: 'Medicare',
            medicaid: 'Medicaid',
            commercial: 'Commercial plans',
            'other-government': 'Other government programs',
            'self-pay': 'Patients themselves',
          },
          { required: true },
        ),
        yesNo('receives_medicare', 'Will Medicare’s payments come to you?', {
          required: true,
          showWhen: (beside) => isPercent(beside) && beside.list('payer_mix').includes('medicare'),
        }),
        yesNo('includes_marketing', 'Will you also market for the provider?', {
          required: true,
          showWhen: isPercent,
        }),
        longText('legal_note', 'Why it is lawful here', {
          hint: 'The rule you looked at, and who confirmed it.',
          required: true,
        }),
        text('reviewed_by', 'Reviewed by'),
        evidence('counsel_note', 'Note from counsel', { showWhen: isPercent }),
      ],
      // Without states there are no rows to ask for; the completion rule says so, once.
      { required: true, minRows: 0, fixedRowsFor: clientStateRows },
    ),
  ],
  completion: [
    requires(
      'client-states-named',
      'Name the states of your clients under “Your business”.',
      (_answers, { profile }) => profile.clientStates.length > 0,
    ),
  ],
  blockers: [
    stopsOnRow('percent-medicaid', 'fees', (row, { profile }) =>
      percentWithoutNote(
        row,
        profile,
        row.list('payer_mix').includes('medicaid'),
        'a percentage fee that touches Medicaid',
      ),
    ),
    stopsOnRow('percent-new-york', 'fees', (row, { profile }) =>
      percentWithoutNote(row, profile, row.rowId === 'NY', 'a percentage fee'),
    ),
    stopsOnRow('percent-medicare-received', 'fees', (row, { profile }) =>
      percentWithoutNote(
        row,
        profile,
        row.list('payer_mix').includes('medicare') && row.isYes('receives_medicare'),
        'a percentage fee while you receive Medicare’s payments',
      ),
    ),
    stopsOnRow('percent-with-marketing', 'fees', (row, { profile }) =>
      percentWithoutNote(
        row,
        profile,
        row.isYes('includes_marketing'),
        'a percentage fee together with marketing for the provider',
      ),
    ),
  ],
  redFlags: [
    '“Everyone charges a percentage.” Some states and programs forbid it.',
    'A share of collections for bringing patients to the provider.',
    'Being asked to receive the provider’s Medicare or Medicaid money.',
  ],
  needs: ['biz-state'],
  renewal: onEvent('At each new client contract'),
  sources: ['42-424', '42-447', 'oig-98', 'ny', 'il'],
  facts: [
    {
      text: 'Medicare: if you receive the provider’s payment, your pay may not follow what is billed or collected, and the provider has to control the money (42 CFR 424.73 and 424.80).',
      sources: ['42-424'],
    },
    {
      text: 'Medicaid: an agent who receives payment in the provider’s name is paid by the cost of the work, not by percentage (42 CFR 447.10(f)).',
      sources: ['42-447'],
    },
    {
      text: 'In opinions 98-1 and 98-4 the federal health inspector general (OIG) would not protect percentage deals that joined billing with marketing. That mix carries the highest risk under the anti-kickback law.',
      sources: ['oig-98'],
    },
    {
      text: 'A safe harbor for personal services exists (42 CFR 1001.952(d)). Whether your contract fits it is a question for counsel.',
      sources: ['oig-98'],
      status: 'unverified',
    },
    {
      text: 'New York treats percentage fees as fee-splitting, though one trial court disagreed; Illinois allows one at fair market value on conditions; many states are unclear.',
      sources: ['ny', 'il'],
      status: 'secondary',
    },
    {
      text: 'OIG’s guidance for billing companies lists pay that rises with volume among the risks.',
      sources: ['oig-cpg'],
      status: 'secondary',
    },
  ],
  lookup: 'state-rules',
  example: ({ profile }) => ({
    fees: clientStateRows(profile).map(({ rowId, label }) => ({
      rowId,
      model: 'flat-monthly',
      rate: '$650 a month',
      payer_mix: ['medicare', 'medicaid', 'commercial', 'self-pay'],
      legal_note: `Flat fee, not tied to collections; ${label} licensing board’s answer in the state rules folder.`,
      reviewed_by: 'Lee Okafor, attorney',
    })),
  }),
};

import type { FixedRow, RowsField } from '../../domain/field.ts';
import { choice, date, evidence, integer, money, pastDate, rows, text, yesNo } from '../field-builders.ts';
import type { FieldGroup } from '../records/record-kind.ts';

/** Clauses a contract must have. */
export const MUST_HAVE_CLAUSES: readonly FixedRow[] = [
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

/** Clauses that should not be there. */
export const WARNING_CLAUSES: readonly FixedRow[] = [
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

/** Every fee, one by one. */
export const costsGroup: FieldGroup = {
  id: 'costs',
  title: 'Ask: every fee',
  fields: [
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
  ],
};

/** What the paper says. */
export const contractGroup: FieldGroup = {
  id: 'contract',
  title: 'The contract',
  lead: 'Read the whole contract before you sign, and mark every clause.',
  fields: [
    text('contract_legal_name', 'Company’s legal name on the contract', {
      required: true,
      hint: 'It has to be the name on the state register.',
    }),
    clauseRows('must_have', 'Clauses it must have', MUST_HAVE_CLAUSES),
    clauseRows('warnings', 'Clauses to watch for', WARNING_CLAUSES),
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
    text('liability', 'Liability cap and insurance'),
    yesNo('payments_through', 'Do any of your clients’ payments pass through it, or through you?', {
      required: true,
      hint: 'The answer should be no.',
    }),
    evidence('counsel_note', 'Lawyer’s written note on that', {
      required: true,
      showWhen: (beside) => beside.isYes('payments_through'),
    }),
    evidence('contract_file', 'Contract', { required: true }),
    pastDate('signed', 'Signed on', {
      hint: 'Leave empty until you have signed. Reputation checks must be at most 90 days old that day.',
    }),
    date('ends', 'Current term ends on'),
  ],
};

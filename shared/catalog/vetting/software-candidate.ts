import type { AnswerReader } from '../../domain/answer-reader.ts';
import type { Field, FixedRow } from '../../domain/field.ts';
import { choice, evidence, integer, money, percent, rows, text, url, yesNo } from '../field-builders.ts';
import type { FieldGroup } from '../records/record-kind.ts';
import { decisionFields } from './decision-fields.ts';
import { portalFields } from './portal-fields.ts';

/** What billing software must be seen to do. */
export const MUST_CRITERIA: readonly FixedRow[] = [
  { rowId: 'transactions', label: '837P out; 835, 270/271, 276/277, 277CA' },
  { rowId: 'scrubber', label: 'Claim scrubber: NCCI code pairs, unit limits (MUE), payer rules' },
  { rowId: 'code-updates', label: 'Licensed code sets, updated on time' },
  { rowId: 'secure-access', label: 'Own logins, second sign-in step (MFA), roles, automatic logoff' },
  { rowId: 'audit-log', label: 'Audit log you can export' },
  { rowId: 'protection', label: 'Encryption, backup and a tested restore' },
  { rowId: 'client-separation', label: 'Clients kept apart by TIN and NPI' },
];

/** What makes it better. */
export const SHOULD_CRITERIA: readonly FixedRow[] = [
  { rowId: 'worklists', label: 'Denial worklist, A/R aging, month-end reports (good to have)' },
  { rowId: 'code-look-up', label: 'Built-in code look-up (good to have)' },
];

const isPricedByCollections = (beside: AnswerReader): boolean =>
  beside.text('cost_model') === 'percent-of-collections';

const productGroup: FieldGroup = {
  id: 'product',
  title: 'The product',
  fields: [
    text('name', 'Product', { required: true }),
    text('vendor', 'Vendor', { required: true }),
    url('url', 'Website'),
    ...portalFields,
    choice(
      'hosting',
      'Where the data is kept',
      {
        cloud: 'With the vendor (cloud)',
        local: 'On my own computer only',
        both: 'On my computer, with copies in the cloud',
      },
      { required: true },
    ),
  ],
};

const criteriaGroup: FieldGroup = {
  id: 'criteria',
  title: 'What it must do',
  lead: 'Believe what you saw: a test file, a demo, the version screen, the contract.',
  fields: [
    choice(
      'baa',
      'Does the vendor sign a business associate agreement (BAA)?',
      {
        yes: 'Yes',
        refuses: 'No, it refuses',
        'not-needed': 'Not needed: my computer only, the vendor never has access',
      },
      { required: true },
    ),
    rows(
      'criteria',
      'Seen and confirmed',
      'criterion',
      [
        choice(
          'answer',
          'Does it do this?',
          { confirmed: 'Yes, I saw it', said: 'Said so, not seen', no: 'No' },
          { required: true },
        ),
        text('note', 'Where you saw it'),
      ],
      { required: true, fixedRows: [...MUST_CRITERIA, ...SHOULD_CRITERIA] },
    ),
    yesNo('data_export', 'Can you export everything when you leave?', { required: true }),
    yesNo('bundled_clients', 'Does it come with promised clients, as in a “lifetime license” bundle?', {
      required: true,
    }),
  ],
};

const recordGroup: FieldGroup = {
  id: 'record',
  title: 'Price, and what to note',
  fields: [
    choice(
      'cost_model',
      'How it is priced',
      {
        'per-provider': 'Per provider',
        'per-claim': 'Per claim',
        'percent-of-collections': 'Percentage of collections',
        flat: 'Flat fee',
      },
      { required: true },
    ),
    money('cost', 'Price', {
      required: true,
      hint: 'A month, or per claim.',
      showWhen: (beside) => !isPricedByCollections(beside),
    }),
    percent('cost_percent', 'Percentage it takes', { required: true, showWhen: isPricedByCollections }),
    yesNo('client_record', 'Is it also your client’s health record (EHR)?', {
      hint: 'Stand-alone billing software needs no federal (ONC) certification.',
    }),
    text('chpl', 'Its entry on the certified product list (CHPL)', {
      showWhen: (beside) => beside.isYes('client_record'),
    }),
    evidence('file', 'Demo notes and quotes'),
  ],
};

/** Billing software under examination, in working order. */
export const softwareGroups: readonly FieldGroup[] = [
  productGroup,
  criteriaGroup,
  recordGroup,
  {
    id: 'decision',
    title: 'Decision',
    fields: [
      integer('score', 'Your own score', [0, 100], {
        unit: 'of 100',
        hint: 'Leave it empty to go by the score of this app.',
      }),
      ...decisionFields,
    ],
  },
];

/** All fields of a software candidate. */
export const softwareFields: readonly Field[] = softwareGroups.flatMap(({ fields }) => fields);

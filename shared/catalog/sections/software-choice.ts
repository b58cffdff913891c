import type { AnswerReader } from '../../domain/answer-reader.ts';
import type { RuleContext } from '../../domain/field.ts';
import { addDays } from '../../domain/iso-date.ts';
import {
  choice,
  choices,
  evidence,
  integer,
  longText,
  money,
  pastDate,
  percent,
  rows,
  text,
  yesNo,
} from '../field-builders.ts';
import { isSameName } from '../name-match.ts';
import { everyMonths, onEvent, requires, requiresEachRow, stopsOnRow } from '../rule-builders.ts';
import type { Item } from '../types.ts';

const isChosen = (product: AnswerReader): boolean => product.isYes('chosen');

/** The product marked as the choice in `sw-select`; none or several while that is unsettled. */
export const chosenProducts = (context: RuleContext): readonly AnswerReader[] =>
  context.answersOf('sw-select').rows('products').filter(isChosen);

/** What clients and payers already require. */
export const swNeed: Item = {
  id: 'sw-need',
  section: 'software',
  title: 'Ask which software clients already require',
  lead: 'Before you buy anything, ask each client or prospect what you would have to use.',
  why:
    'Some practices and payers insist on their own system. Software bought before you ask may be money spent on a ' +
    'program you cannot use for them.',
  doneWhen: 'The answer is recorded for every client and prospect you have.',
  level: 'required',
  basis: ['contract'],
  fields: [
    rows(
      'requirements',
      'What they require',
      'client',
      [
        text('client', 'Client, prospect or payer', { required: true }),
        yesNo('mandated', 'Do they require a certain product?', { required: true }),
        text('required_software', 'Which one', {
          required: true,
          showWhen: (beside) => beside.isYes('mandated'),
        }),
        choice(
          'access',
          'Where you would work',
          { 'client-system': 'In their system', 'own-system': 'In my own system' },
          { required: true },
        ),
        pastDate('confirmed', 'They confirmed it on', { required: true }),
      ],
      { required: true, hint: 'No client yet? Ask one or two practices you would like to work for.' },
    ),
  ],
  completion: [],
  blockers: [
    {
      id: 'another-product-required',
      kind: 'stop',
      find: (answers, context) => {
        const chosen = chosenProducts(context).map((product) => product.text('product'));
        if (chosen.length === 0) return [];
        return answers
          .rows('requirements')
          .filter((row) => row.isYes('mandated') && row.text('access') === 'own-system')
          .filter((row) => row.has('required_software'))
          .filter((row) => !chosen.some((product) => isSameName(product, row.text('required_software'))))
          .map(
            (row) =>
              `${row.text('client') || 'A client'} requires ${row.text('required_software')}; you chose ` +
              `${chosen.join(', ')}.`,
          );
      },
    },
  ],
  redFlags: ['Buying software first and asking clients later.'],
  needs: [],
  renewal: onEvent('At each new client'),
  sources: ['seed-1', '312'],
  facts: [
    {
      text: 'Working in a client’s system takes a login issued to you by name. Never share the provider’s own.',
      sources: ['312'],
    },
  ],
  example: ({ today }) => ({
    requirements: [
      {
        rowId: 'r1',
        client: 'Riverbend Family Practice',
        mandated: false,
        access: 'own-system',
        confirmed: addDays(today, -40),
      },
      {
        rowId: 'r2',
        client: 'Harbor Physical Therapy',
        mandated: true,
        required_software: 'ChartMeadow',
        access: 'client-system',
        confirmed: addDays(today, -38),
      },
    ],
  }),
};

const MUST_HAVES = {
  transactions: '837P out; 835, 270/271, 276/277, 277CA',
  scrubber: 'Claim scrubber: NCCI code pairs, unit limits (MUE), payer rules',
  'code-updates': 'Licensed code sets, updated on time',
  'secure-access': 'Own logins, second sign-in step (MFA), roles, automatic logoff',
  'audit-log': 'Audit log you can export',
  protection: 'Encryption, backup and a tested restore',
  'client-separation': 'Clients kept apart by TIN and NPI',
} as const;
const GOOD_TO_HAVE = {
  worklists: 'Denial worklist, A/R aging, month-end reports (good to have)',
  'code-look-up': 'Built-in code look-up (good to have)',
} as const;

const productName = (row: AnswerReader): string => row.text('product') || 'The chosen product';
/** The vendor keeps the data, or a copy of it. */
export const isInCloud = (row: AnswerReader): boolean => ['cloud', 'both'].includes(row.text('hosting'));
const isPricedByCollections = (row: AnswerReader): boolean =>
  row.text('cost_model') === 'percent-of-collections';

/** Products side by side, and the choice. */
export const swSelect: Item = {
  id: 'sw-select',
  section: 'software',
  title: 'Compare billing software and choose',
  lead: 'Put at least two products side by side, see each one work, and note why you chose.',
  why:
    'You will live in this program, and it will hold your clients’ patient data. What it lacks on safety and ' +
    'export cannot be added later.',
  doneWhen:
    'Two or more products are scored on the same criteria, and your choice and its reason are written down.',
  level: 'required',
  basis: ['prudence'],
  fields: [
    rows(
      'products',
      'Products',
      'product',
      [
        text('product', 'Product', { required: true }),
        text('vendor', 'Vendor', { required: true }),
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
        choices(
          'criteria',
          'Seen and confirmed',
          { ...MUST_HAVES, ...GOOD_TO_HAVE },
          {
            required: true,
            hint: 'Tick what you saw in a demo, a test file or the contract.',
          },
        ),
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
        yesNo('data_export', 'Can you export everything when you leave?', { required: true }),
        yesNo('bundled_clients', 'Does it come with promised clients, as in a “lifetime license” bundle?', {
          required: true,
        }),
        integer('score', 'Your score', [0, 100], { unit: 'of 100', required: true }),
        yesNo('chosen', 'Is this your choice?', { required: true }),
      ],
      { required: true, minRows: 2, maxRows: 8 },
    ),
    longText('reason', 'Why this one', { required: true, maxLength: 2000 }),
    evidence('file', 'Demo notes and quotes'),
  ],
  completion: [
    requires('one-choice', 'Mark exactly one product as your choice.', (answers) => {
      const products = answers.rows('products');
      return products.length === 0 || products.filter(isChosen).length === 1;
    }),
    // The profile's No sets the cloud agreement aside, so a choice in the cloud must not stand beside it.
    requires(
      'agrees-with-profile',
      'Your profile says nothing will be in the cloud, and the vendor of your choice keeps the data: change one of the two.',
      (answers, { profile }) =>
        profile.flags.cloud_software !== false ||
        !answers.rows('products').some((row) => isChosen(row) && isInCloud(row)),
    ),
    requiresEachRow('must-haves-seen', 'products', (row) => {
      const missing = Object.entries(MUST_HAVES).filter(([id]) => !row.list('criteria').includes(id));
      return isChosen(row) && missing.length > 0
        ? `${productName(row)}, not confirmed yet: ${missing.map(([, label]) => label).join('; ')}.`
        : null;
    }),
  ],
  blockers: [
    stopsOnRow('baa-refused', 'products', (row) =>
      isChosen(row) && row.text('baa') === 'refuses'
        ? `${productName(row)}: the vendor refuses to sign a business associate agreement.`
        : null,
    ),
    stopsOnRow('cloud-without-baa', 'products', (row) =>
      isChosen(row) && isInCloud(row) && row.text('baa') === 'not-needed'
        ? `${productName(row)}: the vendor keeps your data, so an agreement is needed, even if it is encrypted.`
        : null,
    ),
    stopsOnRow('no-export', 'products', (row) =>
      isChosen(row) && row.isNo('data_export')
        ? `${productName(row)}: your data cannot be exported when you leave.`
        : null,
    ),
    stopsOnRow('bundled-clients', 'products', (row) =>
      isChosen(row) && row.isYes('bundled_clients')
        ? `${productName(row)}: sold with promised clients. Screen it as a business opportunity.`
        : null,
    ),
  ],
  redFlags: [
    'A “lifetime license” bundled with promised clients.',
    'A vendor who will not sign a business associate agreement.',
    'A vendor who will not show an export in the demo.',
  ],
  needs: ['sw-need'],
  renewal: everyMonths('Yearly', 12),
  sources: ['seed-0', 'seed-1', 'cloud', '312', 'onc'],
  facts: [
    {
      text: 'A cloud vendor that stores patient data is a business associate even if the data is encrypted and it has no key.',
      sources: ['cloud'],
    },
    {
      text: 'The Security Rule asks for a user ID of your own, proof of who signs in, and a record of activity. Look for all three in the demo.',
      sources: ['312'],
    },
    {
      text: 'The federal (ONC) certification program tests health records and other health-IT modules. By our reading, stand-alone billing software does not need it; ask only if the product is also your client’s health record, and look it up on the program’s product list (CHPL).',
      sources: ['onc'],
      status: 'secondary',
    },
    {
      text: 'Showing or using CPT codes takes a license from the American Medical Association. Ask whether the product’s price includes it.',
      sources: ['ama-lic'],
    },
    {
      text: 'A vendor that takes a percentage of collections raises the same legal questions as a percentage fee of your own. See “Choose a lawful fee model”.',
      sources: ['42-424', '42-447'],
    },
  ],
  example: ({ profile }) => {
    const isLocal = profile.flags.cloud_software === false;
    return {
      products: [
        {
          rowId: 'r1',
          product: 'LedgerLeaf Billing',
          vendor: 'LedgerLeaf Software, Inc.',
          hosting: isLocal ? 'local' : 'cloud',
          cost_model: 'per-provider',
          cost: 9900,
          criteria: [...Object.keys(MUST_HAVES), 'worklists'],
          baa: isLocal ? 'not-needed' : 'yes',
          data_export: true,
          bundled_clients: false,
          score: 88,
          chosen: true,
        },
        {
          rowId: 'r2',
          product: 'ClaimOrchard',
          vendor: 'Orchard Practice Tools, LLC',
          hosting: 'cloud',
          cost_model: 'percent-of-collections',
          cost_percent: 2,
          criteria: ['transactions', 'scrubber', 'code-updates', 'protection', 'code-look-up'],
          baa: 'yes',
          data_export: false,
          bundled_clients: false,
          score: 54,
          chosen: false,
        },
      ],
      reason:
        'Full export shown in the demo, audit log can be saved, flat price. The other takes a percentage.',
      file: [{ name: 'Demo notes and two quotes', location: 'Software folder, tab 1' }],
    };
  },
};

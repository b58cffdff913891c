import type { RuleCase } from '../rule-case.ts';

const A_FILE = [{ name: 'Signed copy', location: 'Binder' }];

const aContract = {
  rowId: 'x1',
  client: 'Riverbend Family Practice',
  states: ['NJ'],
  fee_model: 'flat-monthly',
  notice_days: 60,
  controls_account: false,
  both_signed: true,
  signed: '2026-11-01',
  file: A_FILE,
} as const;

const anAgreement = {
  rowId: 'x1',
  client: 'Riverbend Family Practice',
  both_signed: true,
  signed: '2026-11-01',
  version: '1.0',
  incident_days: 5,
  return_destroy: true,
  file: A_FILE,
} as const;

const aConnection = {
  rowId: 'x1',
  client: 'Riverbend Family Practice',
  system: 'Chart system',
  access: 'browser',
  user_issued: true,
  roles_agreed: true,
  mfa: true,
  tested: '2026-11-10',
  cms855_sec8: 'filed',
  edi: 'approved',
  npi_tin_confirmed: true,
} as const;

/** Every completion rule and blocker of the client items, each made to speak. */
export const clientsCases: readonly RuleCase[] = [
  { item: 'cli-market', rule: 'twenty-practices', change: { targets: 19 }, says: 'at least 20' },
  {
    item: 'cli-market',
    rule: 'unsolicited-fax',
    change: {
      channels: [{ rowId: 'x1', channel: 'fax', fax_permission: 'neither', budget: 0, start: '2026-12-01' }],
    },
    says: 'need an invitation',
  },
  {
    item: 'cli-market',
    rule: 'paid-patient-referrals',
    change: { pays_for_patients: true },
    says: 'paid for sending patients',
  },

  {
    item: 'cli-network',
    rule: 'bought-list',
    change: {
      contacts: [{ rowId: 'x1', contact: 'Dr. Lark', source: 'bought-list', last_contact: '2026-11-10' }],
    },
    says: 'Dr. Lark',
  },

  {
    item: 'cli-contract',
    rule: 'every-clause',
    change: { clauses: ['parties', 'scope'] },
    says: 'Overpayments and refunds',
  },
  {
    item: 'cli-contract',
    rule: 'states-in-profile',
    change: { contracts: [{ ...aContract, states: ['NJ', 'NY'] }] },
    says: 'add NY to your client states',
  },
  {
    item: 'cli-contract',
    rule: 'unsigned',
    change: { contracts: [{ ...aContract, both_signed: false }] },
    says: 'not signed by both sides',
  },
  ...['percent', 'hybrid'].map(
    (fee_model): RuleCase => ({
      item: 'cli-contract',
      rule: 'percentage-not-cleared',
      change: { contracts: [{ ...aContract, fee_model }] },
      says: 'this fee model is not recorded for NJ',
    }),
  ),
  {
    item: 'cli-contract',
    rule: 'controls-account',
    change: { contracts: [{ ...aContract, controls_account: true }] },
    says: 'bank account',
  },
  {
    item: 'cli-contract',
    rule: 'claim-before-signing',
    change: { contracts: [{ ...aContract, first_claim: '2026-10-31' }] },
    says: 'before the agreement was signed',
  },
  {
    item: 'cli-contract',
    rule: 'claim-before-signing',
    change: { contracts: [{ ...aContract, signed: '', first_claim: '2026-11-22' }] },
    says: 'before the agreement was signed',
  },
  {
    item: 'cli-contract',
    rule: 'term-over',
    change: { contracts: [{ ...aContract, term: '2026-11-21' }] },
    says: 'the term of the agreement is over',
  },

  {
    item: 'cli-baa',
    rule: 'every-term',
    change: { terms: ['permitted-uses', 'safeguards'] },
    says: 'The same terms for your own vendors',
  },
  {
    item: 'cli-baa',
    rule: 'unsigned',
    change: { agreements: [{ ...anAgreement, both_signed: false }] },
    says: 'not signed by both sides',
  },
  {
    item: 'cli-baa',
    rule: 'agreement-ended',
    change: { agreements: [{ ...anAgreement, expires: '2026-11-21' }] },
    says: 'the BAA has ended',
  },
  {
    item: 'cli-baa',
    rule: 'within-60-days',
    change: { agreements: [{ ...anAgreement, incident_days: 61 }] },
    says: '60 at most',
  },
  {
    item: 'cli-baa',
    rule: 'return-or-destroy',
    change: { agreements: [{ ...anAgreement, return_destroy: false }] },
    says: 'return or destruction',
  },
  {
    item: 'cli-baa',
    rule: 'every-client',
    change: {},
    others: { 'cli-contract': { contracts: [{ ...aContract, client: 'Meadow Pediatrics' }] } },
    says: 'Meadow Pediatrics has a contract',
  },
  {
    item: 'cli-baa',
    rule: 'claim-before-agreement',
    change: { agreements: [anAgreement] },
    others: { 'cli-contract': { contracts: [{ ...aContract, first_claim: '2026-10-31' }] } },
    says: 'before the BAA was signed',
  },
  {
    item: 'cli-baa',
    rule: 'claim-before-agreement',
    change: { agreements: [{ ...anAgreement, signed: '' }] },
    others: { 'cli-contract': { contracts: [{ ...aContract, first_claim: '2026-11-22' }] } },
    says: 'before the BAA was signed',
  },
  {
    item: 'cli-baa',
    rule: 'claim-before-agreement',
    change: { agreements: [{ ...anAgreement, client: 'Harbor Physical Therapy' }] },
    others: { 'cli-contract': { contracts: [{ ...aContract, first_claim: '2026-11-22' }] } },
    says: 'Riverbend Family Practice',
  },

  {
    item: 'cli-connect',
    rule: 'roles-limited',
    change: { connections: [{ ...aConnection, roles_agreed: false }] },
    says: 'limit your rights',
  },
  {
    item: 'cli-connect',
    rule: 'medicare-form-filed',
    change: { connections: [{ ...aConnection, cms855_sec8: 'not-filed' }] },
    says: 'Medicare record',
  },
  {
    item: 'cli-connect',
    rule: 'numbers-confirmed',
    change: { connections: [{ ...aConnection, npi_tin_confirmed: false }] },
    says: 'confirm NPI',
  },
  {
    item: 'cli-connect',
    rule: 'every-client',
    change: {},
    others: { 'cli-contract': { contracts: [{ ...aContract, client: 'Meadow Pediatrics' }] } },
    says: 'Meadow Pediatrics: no access',
  },
  {
    item: 'cli-connect',
    rule: 'shared-sign-in',
    change: { connections: [{ ...aConnection, user_issued: false }] },
    says: 'Never use the provider',
  },
  {
    item: 'cli-connect',
    rule: 'edi-rejected',
    change: { connections: [{ ...aConnection, edi: 'rejected' }] },
    says: 'rejected',
  },
  {
    item: 'cli-connect',
    rule: 'edi-not-approved',
    change: { connections: [{ ...aConnection, edi: 'submitted' }] },
    says: 'not approved yet',
  },
  {
    item: 'cli-connect',
    rule: 'edi-not-approved',
    change: { connections: [{ ...aConnection, edi: 'not-filed' }] },
    says: 'not approved yet',
  },
];

import type { Row } from '../../../shared/domain/field.ts';
import type { RuleCase } from '../rule-case.ts';
import { aProfile } from '../test-profile.ts';

const requirement: Row = {
  rowId: 'r1',
  client: 'Riverbend Family Practice',
  mandated: true,
  required_software: 'ChartMeadow',
  access: 'own-system',
  confirmed: '2026-11-02',
};

const MUST_HAVES = [
  'transactions',
  'scrubber',
  'code-updates',
  'secure-access',
  'audit-log',
  'protection',
  'client-separation',
];

const product = (changes: Partial<Row> = {}): Row => ({
  rowId: 'r1',
  product: 'LedgerLeaf Billing',
  vendor: 'LedgerLeaf Software, Inc.',
  hosting: 'cloud',
  cost_model: 'flat',
  cost: 9900,
  criteria: MUST_HAVES,
  baa: 'yes',
  data_export: true,
  bundled_clients: false,
  score: 88,
  chosen: true,
  ...changes,
});
const other: Row = product({ rowId: 'r2', product: 'ClaimOrchard', chosen: false });

const agreement = (changes: Partial<Row> = {}): Row => ({
  rowId: 'r1',
  vendor: 'LedgerLeaf Software, Inc.',
  both_signed: true,
  signed: '2026-11-02',
  incident_days: 3,
  return_destroy: true,
  ...changes,
});

/** Cases for the rules of the software items. */
export const softwareCases: readonly RuleCase[] = [
  {
    item: 'sw-need',
    rule: 'another-product-required',
    change: { requirements: [requirement] },
    says: 'Riverbend Family Practice requires ChartMeadow; you chose LedgerLeaf Billing',
  },
  {
    item: 'sw-select',
    rule: 'agrees-with-profile',
    change: { products: [product(), other] },
    profile: { flags: { ...aProfile().flags, cloud_software: false } },
    says: 'nothing will be in the cloud',
  },
  {
    item: 'sw-select',
    rule: 'one-choice',
    change: { products: [product({ chosen: false }), other] },
    says: 'exactly one product',
  },
  {
    item: 'sw-select',
    rule: 'one-choice',
    change: { products: [product(), product({ rowId: 'r2', product: 'ClaimOrchard' })] },
    says: 'exactly one product',
  },
  {
    item: 'sw-select',
    rule: 'must-haves-seen',
    change: { products: [product({ criteria: MUST_HAVES.filter((id) => id !== 'audit-log') }), other] },
    says: 'LedgerLeaf Billing, not confirmed yet: Audit log you can export',
  },
  {
    item: 'sw-select',
    rule: 'baa-refused',
    change: { products: [product({ baa: 'refuses' }), other] },
    says: 'refuses to sign',
  },
  {
    item: 'sw-select',
    rule: 'cloud-without-baa',
    change: { products: [product({ baa: 'not-needed' }), other] },
    says: 'an agreement is needed',
  },
  {
    item: 'sw-select',
    rule: 'cloud-without-baa',
    change: { products: [product({ hosting: 'both', baa: 'not-needed' }), other] },
    says: 'an agreement is needed',
  },
  {
    item: 'sw-select',
    rule: 'no-export',
    change: { products: [product({ data_export: false }), other] },
    says: 'cannot be exported',
  },
  {
    item: 'sw-select',
    rule: 'bundled-clients',
    change: { products: [product({ bundled_clients: true }), other] },
    says: 'promised clients',
  },
  {
    item: 'sw-baa',
    rule: 'covers-the-choice',
    change: { agreements: [agreement({ vendor: 'Keystone Encrypted Backup' })] },
    says: 'LedgerLeaf Software, Inc.: no agreement recorded yet',
  },
  {
    item: 'sw-baa',
    rule: 'not-signed',
    change: { agreements: [agreement({ both_signed: false })] },
    says: 'LedgerLeaf Software, Inc.: no business associate agreement',
  },
  {
    item: 'sw-baa',
    rule: 'keeps-data',
    change: { agreements: [agreement({ return_destroy: false })] },
    says: 'neither returns nor destroys',
  },
  {
    item: 'sw-baa',
    rule: 'reports-too-late',
    change: { agreements: [agreement({ incident_days: 90 })] },
    says: 'more than 60 days',
  },
  { item: 'sw-setup', rule: 'mfa-on', change: { mfa: false }, says: 'sign-in is off' },
  { item: 'sw-setup', rule: 'roles-set', change: { roles: false }, says: 'Roles are not set' },
  { item: 'sw-setup', rule: 'shared-login', change: { own_logins: false }, says: 'is shared' },
  { item: 'sw-setup', rule: 'audit-log-off', change: { audit_log: false }, says: 'audit log is off' },
  { item: 'sw-setup', rule: 'no-backup', change: { backup: 'none' }, says: 'no backup' },
  {
    item: 'sw-setup',
    rule: 'restore-failed',
    change: { restore_worked: false },
    says: 'could not be restored',
  },
];

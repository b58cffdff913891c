import type { RuleCase } from '../rule-case.ts';
import { aProfile } from '../test-profile.ts';

const payerRow = {
  rowId: 'r1',
  payer: 'Garden Valley Health Plan',
  payer_id: 'GVHP1',
  manual_url: 'https://example.com/garden-valley/manual',
  filing_limit_source: 'contract',
  filing_limit_days: 180,
  appeal_days: 60,
  checked: '2026-11-08',
};

const abnRow = {
  rowId: 'r1',
  client: 'Riverbend Family Practice',
  form: 'abn',
  version: 'CMS-R-131',
  owner: 'client',
  file: [{ name: 'Blank ABN', location: 'Blue folder' }],
};

const codeSets = (cpt: { readonly effective: string; readonly next_update: string }) =>
  ['icd-10-cm', 'cpt', 'hcpcs', 'ncci'].map((rowId) => ({
    rowId,
    edition: 'Current',
    licence: 'software',
    ...(rowId === 'cpt' ? cpt : { effective: '2026-10-01', next_update: '2027-04-01' }),
  }));

/** References: a change that makes each rule speak. */
export const referencesCases: readonly RuleCase[] = [
  {
    item: 'ref-cms1500',
    rule: 'paper-route-decided',
    change: { paper: 'none' },
    says: 'expects paper claims',
  },
  {
    item: 'ref-cms1500',
    rule: 'printer-in-profile',
    change: { paper: 'own', form_stock: 'red-ink' },
    profile: { flags: { ...aProfile().flags, printer: false } },
    says: 'here you print claims',
  },
  { item: 'ref-cms1500', rule: 'old-form', change: { form_version: 'edition-08-05' }, says: '08/05' },
  {
    item: 'ref-cms1500',
    rule: 'sample-as-claim',
    change: { paper: 'own', form_stock: 'sample-pdf' },
    says: 'sample image',
  },
  { item: 'ref-ub04', rule: 'agrees-with-profile', change: { needed: false }, says: 'change one' },
  { item: 'ref-ub04', rule: 'no-access', change: { has_access: false }, says: 'no licensed UB-04' },
  { item: 'ref-ub04', rule: 'licence-ended', change: { expires: '2026-11-21' }, says: 'run out' },
  { item: 'ref-remit', rule: 'sample-posted', change: { sample_done: false }, says: 'sample remittance' },
  {
    item: 'ref-remit',
    rule: 'denial-list-set-up',
    change: { denial_list_done: false },
    says: 'denial list',
  },
  {
    item: 'ref-client-forms',
    rule: 'abn-dated',
    change: { forms: [abnRow] },
    says: 'Riverbend Family Practice: enter the expiry date',
  },
  {
    item: 'ref-client-forms',
    rule: 'old-abn',
    change: { forms: [{ ...abnRow, expires: '2027-01-31' }] },
    says: 'expires 31 Jan 2027',
  },
  {
    item: 'ref-codes',
    rule: 'out-of-date',
    change: { sets: codeSets({ effective: '2025-01-01', next_update: '2026-01-01' }) },
    says: 'CPT (procedures): replaced on 1 Jan 2026',
  },
  {
    item: 'ref-codes',
    rule: 'out-of-date',
    change: { sets: codeSets({ effective: '2026-01-01', next_update: '2026-11-22' }) },
    says: 'replaced on 22 Nov 2026',
  },
  {
    item: 'ref-codes',
    rule: 'out-of-date-at-opening',
    change: { sets: codeSets({ effective: '2026-01-01', next_update: '2027-01-01' }) },
    says: 'before you open',
  },
  {
    item: 'ref-codes',
    rule: 'not-in-force',
    change: { sets: codeSets({ effective: '2028-01-01', next_update: '2029-01-01' }) },
    says: 'in force only from 1 Jan 2028',
  },
  {
    item: 'ref-codes',
    rule: 'not-in-force',
    profile: { targetOpensOn: null },
    change: { sets: codeSets({ effective: '2027-01-01', next_update: '2028-01-01' }) },
    says: 'after 22 Nov 2026',
  },
  {
    item: 'ref-payer',
    rule: 'manual-found',
    change: { payers: [{ ...payerRow, manual_url: '' }] },
    says: 'address of its manual',
  },
  {
    item: 'ref-payer',
    rule: 'filing-limit-unknown',
    change: { payers: [{ ...payerRow, filing_limit_source: 'unknown' }] },
    says: 'filing limit not known',
  },
  {
    item: 'ref-payer',
    rule: 'filing-limit-unknown',
    change: { payers: [{ ...payerRow, filing_limit_source: 'assumed' }] },
    says: 'filing limit assumed',
  },
];

import type { RuleCase } from '../rule-case.ts';

const role = {
  rowId: 'r1',
  employer: 'Riverbend Family Practice',
  role: 'Billing specialist',
  setting: 'office',
  from_date: '2025-11-22',
  to_date: '2026-11-21',
  referee: 'Dana Whitfield',
  referee_contact: '555-0142',
};
const { referee_contact: _contact, ...roleWithoutContact } = role;

/** Cases for the rules of the foundations items. */
export const foundationsCases: readonly RuleCase[] = [
  {
    item: 'fnd-experience',
    rule: 'target-months-reached',
    change: { target_months: 13, roles: [role] },
    says: '12 of the 13 months',
  },
  {
    item: 'fnd-experience',
    rule: 'target-months-reached',
    // Two jobs in the same year are one year of experience.
    change: { target_months: 24, roles: [role, { ...role, rowId: 'r2', from_date: '2026-01-22' }] },
    says: '12 of the 24 months',
  },
  {
    item: 'fnd-experience',
    rule: 'target-months-reached',
    change: { roles: null },
    says: '0 of the 24 months',
  },
  {
    item: 'fnd-experience',
    rule: 'reference-contactable',
    change: { roles: [roleWithoutContact] },
    says: 'at least one reference',
  },
  {
    item: 'fnd-experience',
    rule: 'dates-in-order',
    change: { roles: [{ ...role, to_date: '2020-01-01' }] },
    says: 'ends before it begins',
  },
  {
    item: 'fnd-experience',
    rule: 'no-experience-no-plan',
    change: { has_experience: false, roles: null },
    says: 'no plan to learn under supervision',
  },
  {
    item: 'fnd-employer',
    rule: 'no-live-restriction',
    change: { outcome: 'restricted' },
    says: 'no end date',
  },
  {
    item: 'fnd-employer',
    rule: 'no-live-restriction',
    change: { outcome: 'restricted', restriction_end: '2026-11-22' },
    says: 'lasts until 22 Nov 2026',
  },
  {
    item: 'fnd-employer',
    rule: 'soliciting-under-restriction',
    change: { outcome: 'restricted', will_solicit: true },
    says: 'an agreement forbids it',
  },
  {
    item: 'fnd-employer',
    rule: 'soliciting-under-restriction',
    change: { outcome: 'restricted', restriction_end: '2027-06-30', will_solicit: true },
    says: 'an agreement forbids it',
  },
  {
    item: 'fnd-education',
    rule: 'proof-or-substitution',
    change: { file: null },
    says: 'explain how experience replaces it',
  },
  {
    item: 'fnd-education',
    rule: 'proof-or-substitution',
    // A file kept from an earlier answer proves nothing about high school.
    change: { level: 'hs' },
    says: 'explain how experience replaces it',
  },
  {
    item: 'fnd-education',
    rule: 'unaccredited-school-promises',
    change: { accredited: false, promised_income: true },
    says: 'not accredited',
  },
  {
    item: 'fnd-credential',
    rule: 'active-or-planned',
    change: { status: 'none' },
    says: 'plan an exam',
  },
  {
    item: 'fnd-credential',
    rule: 'exam-still-ahead',
    change: { status: 'scheduled', exam_date: '2026-11-21' },
    says: 'exam date has passed',
  },
  {
    item: 'fnd-credential',
    rule: 'credential-lapsed',
    change: { expires: '2026-11-21' },
    says: 'has expired',
  },
  {
    item: 'fnd-credential',
    rule: 'credential-lapsed',
    change: { directory_result: 'lapsed' },
    says: 'lists it as lapsed',
  },
  {
    item: 'fnd-credential',
    rule: 'credential-not-found',
    change: { directory_result: 'not-found' },
    says: 'does not show the credential',
  },
  {
    item: 'fnd-codes',
    rule: 'core-topic-unknown',
    change: {
      topics: [
        { rowId: 'cpt', level: 'none', checked_on: '2026-11-01', plan: 'A course in January.' },
        { rowId: 'ncci', level: 'learning', checked_on: '2026-11-01', plan: 'Read the manual.' },
      ],
    },
    says: 'CPT: procedure codes: no knowledge yet',
  },
  {
    item: 'fnd-ce',
    rule: 'cycle-in-order',
    change: { cycle_start: '2027-01-01', cycle_end: '2026-12-31' },
    says: 'ends before it begins',
  },
  {
    item: 'fnd-ce',
    rule: 'cycle-ended-short',
    change: { cycle_end: '2026-11-21', required: 36, earned: 35 },
    says: 'fewer hours than it needs',
  },
];

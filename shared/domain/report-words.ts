import type { RuleMark, Safeguards } from '../catalog/security-rule/types.ts';
import type { Basis, Desk, Level, SourceStatus } from '../catalog/types.ts';
import type { RecordKind } from './plan.ts';
import type { CheckOutcome } from './portal-check.ts';

/** How levels are said. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  required: 'Required',
  recommended: 'Recommended',
  optional: 'Optional',
};

/** Why something is asked. */
export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  law: 'Law',
  contract: 'Contract or payer rule',
  prudence: 'Prudence',
};

/** How far a source was followed. */
export const SOURCE_STATUS_WORDS: Readonly<Record<SourceStatus, string>> = {
  verified: 'Verified',
  secondary: 'Seen second-hand',
  unverified: 'Not verified',
};

/** What a finding does. */
export const FINDING_WORDS: Readonly<Record<'stop' | 'hold', string>> = {
  stop: 'Blocks you',
  hold: 'On hold',
};

/** How an automatic check ended. What a person says is never one of these. */
export const OUTCOME_WORDS: Readonly<Record<CheckOutcome, string>> = {
  pass: 'Passed',
  fail: 'Failed',
  unknown: 'Could not tell',
  'not-applicable': 'Does not apply',
};

/** How the two marks of the Security Rule are said. */
export const MARK_WORDS: Readonly<Record<RuleMark, string>> = {
  required: 'Required',
  addressable: 'Addressable',
};

export const SAFEGUARD_WORDS: Readonly<Record<Safeguards, string>> = {
  administrative: 'Administrative safeguards',
  physical: 'Physical safeguards',
  technical: 'Technical safeguards',
  organizational: 'Organizational requirements',
  documentation: 'Policies, procedures and documentation',
};

/** Names of the pages an item may take answers from. */
export const DESK_WORDS: Readonly<Record<Desk, string>> = {
  connection: 'Secure connection',
  vetting: 'Vetting desk',
  software: 'Software desk',
  partners: 'Partners',
};

/** Titles of lists that have no section of their own. Portals have one, and so have answers to known points. */
export const LIST_TITLES: Readonly<Record<Exclude<RecordKind, 'portal'>, string>> = {
  clearinghouse: 'Clearinghouses',
  'billing-software': 'Billing software',
  partner: 'Partners',
  'rule-answer': 'Other answers about the Security Rule',
};

/** Said of everything the database keeps although nothing asks for it today. */
export const KEPT_WORDS = 'recorded, not asked for now';

/** Stands at the foot of every cover. */
export const DISCLAIMER =
  'This report prints what its owner recorded: what was done or checked, when and how, and what is still open. ' +
  'Nobody else has confirmed it. It is not a certificate of any kind, and it is not legal advice.';

import type { Basis, Level, SourceStatus } from '../catalog/types.ts';

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

/** Said of everything the database keeps although nothing asks for it today. */
export const KEPT_WORDS = 'recorded, not asked for now';

/** Stands at the foot of every cover. */
export const DISCLAIMER =
  'This report prints what its owner recorded: what was done or checked, when and how, and what is still open. ' +
  'Nobody else has confirmed it. It is not a certificate of any kind, and it is not legal advice.';

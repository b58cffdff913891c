import type { Item } from '../types.ts';
import { fee } from './business-fee.ts';
import { ein, entity, local } from './business-formation.ts';
import { bank, insurance, plan } from './business-money.ts';
import { compliance, exclusion, stateRules } from './business-rules.ts';

/** Section B: a real business, set up so that it can lawfully bill for others. */
export const business: readonly Item[] = [
  plan,
  entity,
  ein,
  local,
  bank,
  insurance,
  stateRules,
  fee,
  exclusion,
  compliance,
];

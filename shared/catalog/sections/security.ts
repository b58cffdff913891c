import type { Item } from '../types.ts';
import { secAccess, secEncrypt, secHygiene } from './security-computer.ts';
import { secNetwork, secTransfer } from './security-connection.ts';
import { secContingency, secIncident } from './security-continuity.ts';
import { secPolicies, secRisk, secTraining } from './security-program.ts';
import { secSubs } from './security-register.ts';

/** HIPAA program and secure connections: the safeguards the law asks of a business associate. */
export const security: readonly Item[] = [
  secRisk,
  secPolicies,
  secTraining,
  secEncrypt,
  secHygiene,
  secAccess,
  secNetwork,
  secTransfer,
  secContingency,
  secIncident,
  secSubs,
];

import type { RuleCase } from './rule-case.ts';
import { businessCases } from './rule-cases/business.ts';
import { clearinghouseCases } from './rule-cases/clearinghouse.ts';
import { clientsCases } from './rule-cases/clients.ts';
import { communicationCases } from './rule-cases/communication.ts';
import { foundationsCases } from './rule-cases/foundations.ts';
import { launchCases } from './rule-cases/launch.ts';
import { officeCases } from './rule-cases/office.ts';
import { referencesCases } from './rule-cases/references.ts';
import { securityCases } from './rule-cases/security.ts';
import { softwareCases } from './rule-cases/software.ts';

/** For every completion rule and blocker of the catalog, at least one way to make it speak. */
export const ruleCases: readonly RuleCase[] = [
  ...foundationsCases,
  ...businessCases,
  ...officeCases,
  ...clearinghouseCases,
  ...softwareCases,
  ...referencesCases,
  ...communicationCases,
  ...securityCases,
  ...clientsCases,
  ...launchCases,
];

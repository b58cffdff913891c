import { administrativeStandards } from './security-rule/administrative.ts';
import { organizationalStandards } from './security-rule/organizational.ts';
import { physicalStandards } from './security-rule/physical.ts';
import { technicalStandards } from './security-rule/technical.ts';
import type { RuleSpecification, RuleStandard } from './security-rule/types.ts';

/** Every standard of 45 CFR 164.308, .310, .312, .314 and .316, in the order of the regulation. */
export const securityRule: readonly RuleStandard[] = [
  ...administrativeStandards,
  ...physicalStandards,
  ...technicalStandards,
  ...organizationalStandards,
];

/** Every single thing the rule asks, in the order of the regulation. */
export const ruleSpecifications: readonly RuleSpecification[] = securityRule.flatMap(
  ({ specifications }) => specifications,
);

/** What "addressable" means (164.306(d)). */
export const ADDRESSABLE_MEANS =
  '“Addressable” is not optional: do it, or write down why it is not reasonable for you and do something equivalent.';

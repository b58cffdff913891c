import type { DeviceCheckId } from '../../domain/device-checks/device-check.ts';
import type { ItemId, SourceId } from '../ids.ts';

/** required: do it. addressable: do it, or document why it is not reasonable and do something equivalent. */
export type RuleMark = 'required' | 'addressable';

export type Safeguards = 'administrative' | 'physical' | 'technical' | 'organizational' | 'documentation';

/** A check of this app that bears on a specification. */
export type RuleCheck = DeviceCheckId | 'portal-tls';

/** One thing the Security Rule asks: an implementation specification, or a standard that has none. */
export interface RuleSpecification {
  /** `164.308(a)(1)(ii)(A)`: also its key in the plan. Never renamed. */
  readonly cite: string;
  readonly title: string;
  readonly mark: RuleMark;
  /** What it means in a home office of one. */
  readonly control: string;
  /** What shows that it was done. */
  readonly evidence: string;
  /** Items of the checklist that answer it. */
  readonly items: readonly ItemId[];
  readonly checks: readonly RuleCheck[];
  /** Whom alone it concerns, when that is not every biller. */
  readonly onlyIf: string | null;
}

export interface RuleStandard {
  readonly cite: string;
  readonly title: string;
  readonly safeguards: Safeguards;
  readonly specifications: readonly RuleSpecification[];
  readonly source: SourceId;
}

interface Answer {
  readonly control: string;
  readonly evidence: string;
  readonly items: readonly ItemId[];
  readonly checks?: readonly RuleCheck[];
  readonly onlyIf?: string;
}

/** A specification that has to be met. */
export function required(cite: string, title: string, answer: Answer): RuleSpecification {
  return { cite, title, mark: 'required', checks: [], onlyIf: null, ...answer };
}

/** A specification that has to be met, or documented with its equivalent. */
export function addressable(cite: string, title: string, answer: Answer): RuleSpecification {
  return { ...required(cite, title, answer), mark: 'addressable' };
}

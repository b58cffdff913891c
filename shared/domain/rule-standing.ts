import type { ItemId } from '../catalog/ids.ts';
import type { RuleMark, RuleSpecification } from '../catalog/security-rule/types.ts';
import { ruleSpecifications } from '../catalog/security-rule.ts';
import type { Catalog } from '../catalog/types.ts';
import type { ItemState } from './assess-item.ts';
import type { IsoDate } from './iso-date.ts';
import type { Plan } from './plan.ts';
import type { Readiness } from './readiness.ts';
import { readRuleAnswer, ruleRecord } from './rule-answer.ts';
import { type PointCheck, pointChecks } from './rule-checks.ts';
import { type PointEvidence, pointEvidence } from './rule-evidence.ts';
import { type Found, judgePoint, shapeOf } from './rule-judgement.ts';

/** `equivalent`: documented as not reasonable, with what is done instead; only an addressable point can be. */
export type RuleStanding = 'met' | 'equivalent' | 'open' | 'set-aside';

/** How a point's standing is said. */
export const RULE_STANDING_WORDS: Readonly<Record<RuleStanding, string>> = {
  met: 'Met',
  equivalent: 'Equivalent documented',
  open: 'Open',
  'set-aside': 'Set aside',
};

/** By what this app takes a point as met. Not the words of the law. */
export const RULE_STANDING_NOTE =
  'How a point stands is worked out by rules of this app. It is met when every item of the checklist that answers it is done and no check that bears on it failed, or when you say how and since when, unless an item blocks you or a check failed. This is your own record: nobody has confirmed it.';

/** One item of the checklist that answers a point. */
export interface PointItem {
  readonly id: ItemId;
  readonly title: string;
  readonly state: ItemState;
}

/** How one point of the rule stands, and everything that speaks for and against it. */
export interface PointAssessment {
  readonly cite: string;
  readonly title: string;
  readonly mark: RuleMark;
  readonly standing: RuleStanding;
  /** The shape to show beside the word: an open point may be begun, or blocked. */
  readonly shape: ItemState;
  /** What the standing rests on, in sentences. */
  readonly why: readonly string[];
  readonly items: readonly PointItem[];
  readonly checks: readonly PointCheck[];
  readonly evidence: readonly PointEvidence[];
  /** What is left to do; empty unless the point is open. */
  readonly open: readonly string[];
}

export interface RuleAssessment {
  /** In the order of the regulation. */
  readonly points: readonly PointAssessment[];
  readonly met: number;
  readonly equivalent: number;
  readonly open: number;
  /** Points that concern other kinds of business. */
  readonly setAside: number;
  /** "31 of 48 points met, 2 documented with an equivalent, 15 open". */
  readonly summary: string;
}

/**
 * How each point of the Security Rule stands by what is recorded. Pure. The user's own answer counts for a documented
 * equivalent, and as "met" where nothing that was found speaks against it; it can never outweigh a check that failed.
 */
export function assessRule(
  catalog: Catalog,
  plan: Plan,
  readiness: Pick<Readiness, 'items'>,
  today: IsoDate,
): RuleAssessment {
  const points = ruleSpecifications.map((point) => assessPoint(point, catalog, plan, readiness, today));
  const count = (standing: RuleStanding): number =>
    points.filter((point) => point.standing === standing).length;
  const [met, equivalent, open, setAside] = [
    count('met'),
    count('equivalent'),
    count('open'),
    count('set-aside'),
  ];
  return {
    points,
    met,
    equivalent,
    open,
    setAside,
    summary: `${met} of ${met + equivalent + open} points met, ${equivalent} documented with an equivalent, ${open} open`,
  };
}

function assessPoint(
  point: RuleSpecification,
  catalog: Catalog,
  plan: Plan,
  readiness: Pick<Readiness, 'items'>,
  today: IsoDate,
): PointAssessment {
  const answer = readRuleAnswer(ruleRecord(plan, point.cite)?.answers ?? {});
  const found: Found = {
    items: catalog.items
      .filter(({ id }) => point.items.includes(id))
      .map(({ id, title }) => ({ id, title, assessment: readiness.items[id] })),
    checks: pointChecks(point.checks, plan, today),
  };
  const { standing, why, open } = judgePoint(point, answer, found);
  return {
    cite: point.cite,
    title: point.title,
    mark: point.mark,
    standing,
    shape: shapeOf(standing, answer, found),
    why,
    items: found.items.map(({ id, title, assessment }) => ({ id, title, state: assessment.state })),
    checks: found.checks,
    evidence: pointEvidence(point, catalog, plan, readiness, today),
    open,
  };
}

import type {
  RuleSpecification,
  RuleStandard,
  Safeguards,
} from '../../../shared/catalog/security-rule/types.ts';
import { securityRule } from '../../../shared/catalog/security-rule.ts';
import type { PointAssessment, RuleAssessment } from '../../../shared/domain/rule-standing.ts';

/** One point as the page shows it: what the rule asks, and how it stands. */
export interface Point {
  readonly specification: RuleSpecification;
  readonly assessment: PointAssessment;
}

export interface StandardGroup {
  readonly standard: RuleStandard;
  readonly points: readonly Point[];
}

export interface SafeguardsGroup {
  readonly safeguards: Safeguards;
  readonly standards: readonly StandardGroup[];
}

/** The rule in the order of the regulation: kinds of safeguards, their standards, their points. Empty groups are left out. */
export function groupPoints(
  { points }: RuleAssessment,
  isShown: (point: PointAssessment) => boolean,
): readonly SafeguardsGroup[] {
  const byCite = new Map(points.map((point) => [point.cite, point]));
  const groups: { safeguards: Safeguards; standards: StandardGroup[] }[] = [];
  for (const standard of securityRule) {
    const shown = standard.specifications.flatMap((specification): Point[] => {
      const assessment = byCite.get(specification.cite);
      return assessment === undefined || !isShown(assessment) ? [] : [{ specification, assessment }];
    });
    if (shown.length === 0) continue;
    const last = groups.at(-1);
    const group = { standard, points: shown };
    if (last?.safeguards === standard.safeguards) last.standards.push(group);
    else groups.push({ safeguards: standard.safeguards, standards: [group] });
  }
  return groups;
}

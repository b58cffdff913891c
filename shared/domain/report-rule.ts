import type { RuleSpecification } from '../catalog/security-rule/types.ts';
import { ADDRESSABLE_MEANS, securityRule } from '../catalog/security-rule.ts';
import type { Catalog } from '../catalog/types.ts';
import { evidenceInWords } from './evidence.ts';
import type { IsoDate } from './iso-date.ts';
import type { Plan } from './plan.ts';
import type { Readiness } from './readiness.ts';
import type { ReportPoint, ReportRule } from './report-desk-types.ts';
import { reportEntry } from './report-entry.ts';
import { MARK_WORDS, SAFEGUARD_WORDS } from './report-words.ts';
import { ruleRecord } from './rule-answer.ts';
import type { PointEvidence } from './rule-evidence.ts';
import {
  assessRule,
  type PointAssessment,
  RULE_STANDING_NOTE,
  RULE_STANDING_WORDS,
} from './rule-standing.ts';
import { STATE_WORDS } from './state-words.ts';

/** The Security Rule, point by point: how each stands, why, and what was recorded for it. */
export function reportRule(catalog: Catalog, plan: Plan, readiness: Readiness, today: IsoDate): ReportRule {
  const { points, summary, met, equivalent, open, setAside } = assessRule(catalog, plan, readiness, today);
  const byCite = new Map(points.map((point) => [point.cite, point]));
  return {
    summary,
    met,
    equivalent,
    open,
    setAside,
    notes: [RULE_STANDING_NOTE, ADDRESSABLE_MEANS],
    standards: securityRule.map(({ cite, title, safeguards, specifications }) => ({
      cite,
      title,
      safeguards: { kind: safeguards, word: SAFEGUARD_WORDS[safeguards] },
      points: specifications.flatMap((specification) => {
        const assessment = byCite.get(specification.cite);
        return assessment === undefined ? [] : [reportPoint(specification, assessment, plan)];
      }),
    })),
  };
}

function reportPoint(
  { cite, title, mark, control, evidence: shows }: RuleSpecification,
  { standing, shape, why, open, items, checks, evidence }: PointAssessment,
  plan: Plan,
): ReportPoint {
  const record = ruleRecord(plan, cite);
  return {
    cite,
    title,
    mark: { kind: mark, word: MARK_WORDS[mark] },
    control,
    shows,
    standing: { kind: standing, word: RULE_STANDING_WORDS[standing] },
    shape,
    why,
    open,
    items: items.map(({ id, title, state }) => ({
      id,
      title,
      state: { kind: state, word: STATE_WORDS[state] },
    })),
    checks: checks.map(({ title: label, words: text }) => ({ label, text })),
    evidence,
    answer: record === undefined ? null : reportEntry(record, plan.profile, `${cite} ${title}`),
  };
}

/** "Screenshot (kept: HIPAA folder); from: Encrypt the disk and the backups". */
export function evidenceText({ from, fileStatus, ...note }: PointEvidence): string {
  return `${evidenceInWords(note, fileStatus)}; from: ${from}`;
}

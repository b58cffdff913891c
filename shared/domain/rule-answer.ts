import { recordFields } from '../catalog/record-kinds.ts';
import type { RuleMark } from '../catalog/security-rule/types.ts';
import { isAnswered } from './answer-reader.ts';
import type { Answers, Field } from './field.ts';
import { type Plan, type PlanRecord, recordsOf } from './plan.ts';

/** What the user says of one point. `partly` names what is missing before the answer counts, in sentences. */
export type RuleAnswer =
  | { readonly kind: 'none' }
  | { readonly kind: 'open' }
  | { readonly kind: 'met' | 'equivalent'; readonly missing: readonly string[]; readonly decidedOn: string };

/** The user's own answer to a point; undefined when there is none. */
export function ruleRecord(plan: Plan, cite: string): PlanRecord | undefined {
  return recordsOf(plan, 'rule-answer').find(({ id }) => id === cite);
}

/** Reads the answers of a `rule-answer` record. A point nobody chose a status for has no answer. */
export function readRuleAnswer(answers: Answers): RuleAnswer {
  const { status } = answers;
  if (status === 'open') return { kind: 'open' };
  if (status !== 'met' && status !== 'equivalent') return { kind: 'none' };
  const missing = NEEDED[status].flatMap(([field, sentence]) =>
    isAnswered(answers[field]) ? [] : [sentence],
  );
  const { decided } = answers;
  return { kind: status, missing, decidedOn: typeof decided === 'string' ? decided : '' };
}

const NEEDED: Readonly<
  Record<'met' | 'equivalent', readonly (readonly [field: string, sentence: string])[]>
> = {
  met: [
    ['how', 'Your answer: say how it is met.'],
    ['decided', 'Your answer: give the day you decided it.'],
  ],
  equivalent: [
    ['reason', 'Your answer: say why it is not reasonable and appropriate for you.'],
    ['equivalent', 'Your answer: say what you do instead.'],
    ['decided', 'Your answer: give the day you decided it.'],
  ],
};

/**
 * The fields to ask for a point: "not reasonable for me" is only offered where the rule allows it, and how a point is
 * met has to be said, since nothing else would show it.
 */
export function ruleAnswerFields(mark: RuleMark): readonly Field[] {
  return mark === 'required' ? REQUIRED_FIELDS : ADDRESSABLE_FIELDS;
}

const ADDRESSABLE_FIELDS: readonly Field[] = recordFields('rule-answer').map((field) =>
  field.id === 'how' ? { ...field, required: true } : field,
);

const REQUIRED_FIELDS: readonly Field[] = ADDRESSABLE_FIELDS.map((field) =>
  field.type === 'choice' && field.id === 'status'
    ? { ...field, options: field.options.filter(({ value }) => value !== 'equivalent') }
    : field,
);

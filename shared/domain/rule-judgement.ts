import type { ItemId } from '../catalog/ids.ts';
import type { RuleSpecification } from '../catalog/security-rule/types.ts';
import type { ItemAssessment, ItemState } from './assess-item.ts';
import { formatDate } from './iso-date.ts';
import type { RuleAnswer } from './rule-answer.ts';
import type { PointCheck } from './rule-checks.ts';
import type { RuleStanding } from './rule-standing.ts';

/** An item of the checklist that answers a point, as it stands today. */
export interface FoundItem {
  readonly id: ItemId;
  readonly title: string;
  readonly assessment: ItemAssessment;
}

/** What was done and checked for a point. */
export interface Found {
  readonly items: readonly FoundItem[];
  readonly checks: readonly PointCheck[];
}

/** How a point stands, and in words why. */
export interface Judgement {
  readonly standing: RuleStanding;
  readonly why: readonly string[];
  readonly open: readonly string[];
}

/** Judges one point by the user's answer and by what was found. */
export function judgePoint(point: RuleSpecification, answer: RuleAnswer, found: Found): Judgement {
  switch (answer.kind) {
    case 'none':
      return point.onlyIf === null
        ? judgeFound(found)
        : { standing: 'set-aside', why: [point.onlyIf, ASIDE], open: [] };
    case 'open':
      return open(['You say that it is not done yet.'], [...lacksOf(found), WHEN_DONE]);
    case 'equivalent':
      return point.mark === 'required'
        ? open([REFUSED], [CHANGE, ...lacksOf(found)])
        : judgeEquivalent(answer, found);
    case 'met':
      return judgeOwnWord(answer, found);
  }
}

const ASIDE = 'If it does concern you, give an answer of your own.';
const WHEN_DONE = 'Your answer: change it when it is done.';
const REFUSED =
  'You answered with an equivalent, but this point is required: nothing else can stand in for it.';
const CHANGE = 'Your answer: change it to “met” or “open”.';

type Stated = Extract<RuleAnswer, { readonly kind: 'met' | 'equivalent' }>;

function judgeEquivalent({ missing, decidedOn }: Stated, found: Found): Judgement {
  if (missing.length > 0) return open(['Your answer is not complete yet.'], missing);
  const against = againstOf(found);
  return {
    standing: 'equivalent',
    why: [
      `Documented on ${formatDate(decidedOn)} as not reasonable for you, with something equivalent instead.`,
      ...(against.length === 0
        ? []
        : [`The checklist of this app asks for it all the same: ${against.join(' ')}`]),
    ],
    open: [],
  };
}

function judgeOwnWord({ missing, decidedOn }: Stated, found: Found): Judgement {
  const against = againstOf(found);
  if (against.length > 0) {
    return open(['You say that it is met, but what was found says otherwise.'], [...against, ...missing]);
  }
  const byFound = judgeFound(found);
  if (missing.length > 0) {
    // What is done counts with or without the user's words.
    return byFound.standing === 'met' ? byFound : open(['Your answer is not complete yet.'], missing);
  }
  const own = `You say so, decided on ${formatDate(decidedOn)}.`;
  return { standing: 'met', why: [own, ...(byFound.standing === 'met' ? byFound.why : [])], open: [] };
}

function judgeFound(found: Found): Judgement {
  const applying = found.items.filter(applies);
  const lacks = lacksOf(found);
  if (applying.length === 0) {
    return open(['No item of the checklist that answers it applies to you.'], [OWN_ANSWER, ...lacks]);
  }
  const done = applying.filter(({ assessment }) => assessment.state === 'done');
  if (lacks.length > 0) {
    return open([doneText(done.length, applying.length)], lacks);
  }
  return {
    standing: 'met',
    why: [doneText(done.length, applying.length)],
    open: [],
  };
}

function doneText(done: number, all: number): string {
  if (all === 1) return `The item of the checklist that answers it is ${done === 1 ? 'done' : 'not done'}.`;
  return done === all
    ? 'All items of the checklist that answer it are done.'
    : `${done} of ${all} items of the checklist that answer it are done.`;
}

const OWN_ANSWER = 'Give an answer of your own.';

/** Not set aside by the profile. What the user marked as not applying does apply to the rule. */
function applies({ assessment }: FoundItem): boolean {
  return assessment.state !== 'set-aside';
}

/** Everything that keeps the point from being met by what was done and checked, the worst first. */
function lacksOf(found: Found): readonly string[] {
  const { items, checks } = found;
  const unfinished = items.filter((item) => applies(item) && item.assessment.findings.length === 0);
  return [
    ...againstOf(found),
    ...unfinished.flatMap(lackOfItem),
    ...checks.filter(({ doubt }) => doubt === 'unknown').map(({ title, words }) => `${title}: ${words}`),
  ];
}

/** What no word of the user can outweigh: a failed check, and an item that blocks or is on hold. */
function againstOf({ items, checks }: Found): readonly string[] {
  return [
    ...items.filter(({ assessment }) => assessment.findings.length > 0).flatMap(lackOfItem),
    ...checks.filter(({ doubt }) => doubt === 'failed').map(({ title, words }) => `${title}: ${words}`),
  ];
}

function lackOfItem({ title, assessment }: FoundItem): readonly string[] {
  const { state, findings, missing } = assessment;
  if (state === 'done' || state === 'set-aside') return [];
  return [`“${title}”: ${findings[0]?.text ?? LACKS[state] ?? missing[0] ?? 'not finished.'}`];
}

const LACKS: Readonly<Partial<Record<ItemState, string>>> = {
  'not-started': 'not started.',
  overdue: 'done once, but due again.',
  'not-applicable': 'you marked it as not applying to you, which does not show that this point is met.',
};

function open(why: readonly string[], left: readonly string[]): Judgement {
  return { standing: 'open', why, open: left };
}

/** The shape to show beside a standing: an open point may be begun, or blocked. */
export function shapeOf(standing: RuleStanding, answer: RuleAnswer, found: Found): ItemState {
  if (standing === 'set-aside') return 'set-aside';
  if (standing !== 'open') return 'done';
  if (againstOf(found).length > 0) return 'blocked';
  const isBegun = found.items.some(({ assessment }) => !UNTOUCHED.includes(assessment.state));
  return isBegun || answer.kind === 'met' || answer.kind === 'equivalent' ? 'in-progress' : 'not-started';
}

const UNTOUCHED: readonly ItemState[] = ['not-started', 'set-aside'];

import { isSameName } from '../../catalog/name-match.ts';
import { MUST_CRITERIA, SHOULD_CRITERIA, softwareFields } from '../../catalog/vetting/software-candidate.ts';
import type { AnswerReader } from '../answer-reader.ts';
import type { Answers } from '../field.ts';
import type { IsoDate } from '../iso-date.ts';
import { EMPTY_PROFILE } from '../plan.ts';
import { unfilledIn } from '../visible-answers.ts';
import { scoreLine } from './judgment.ts';
import { readSoftware } from './read-candidate.ts';
import type { HardStop, PortalFinding, ScoreLine, VettingVerdict } from './vetting-types.ts';

/** How a product stands on one point. `unknown`: not seen yet. */
export type CriterionState = 'met' | 'missing' | 'unknown';

export interface Criterion {
  readonly id: string;
  readonly label: string;
  readonly state: CriterionState;
  readonly why: string;
}

/** S1: no agreement. S2: no export. S3: sold with clients. */
export type SoftwareStopId = 'S1' | 'S2' | 'S3';

/** What is judged besides the product’s own answers. */
export interface SoftwareContext {
  readonly today: IsoDate;
  /** Products that clients or payers require in your own system; null while nobody has been asked. */
  readonly requiredProducts: readonly string[] | null;
  readonly portal: PortalFinding | null;
}

/** The vetting of one product. */
export interface SoftwareAssessment {
  readonly verdict: VettingVerdict;
  /** 0 to 100, a rule of this app: 8 for each of ten musts, 10 for each of two good-to-haves. */
  readonly score: number;
  readonly lines: readonly ScoreLine<'must' | 'should'>[];
  readonly musts: readonly Criterion[];
  readonly shoulds: readonly Criterion[];
  readonly hardStops: readonly HardStop<SoftwareStopId>[];
  readonly holds: readonly string[];
  readonly conditions: readonly string[];
  readonly open: readonly string[];
}

const MUST_POINTS = 8;
const SHOULD_POINTS = 10;

/** Judges billing software against what it must and should do. Pure. */
export function assessSoftware(answers: Answers, context: SoftwareContext): SoftwareAssessment {
  const product = readSoftware(answers);
  const musts = [
    agreement(product),
    requirement(product, context.requiredProducts),
    ...MUST_CRITERIA.map(({ rowId, label }) => seen(product, rowId, label)),
    dataExport(product),
  ].map((must) => (must.id === 'protection' ? behindPortal(must, context.portal) : must));
  const shoulds = SHOULD_CRITERIA.map(({ rowId, label }) => seen(product, rowId, label));
  const lines = [
    ...musts.map((must) => lineFor('must', must, MUST_POINTS)),
    ...shoulds.map((should) => lineFor('should', should, SHOULD_POINTS)),
  ];
  const hardStops = stopsOf(product);
  const holds = musts
    .filter(({ state }) => state === 'unknown')
    .map(({ label }) => `Not confirmed yet: ${label}.`);
  const conditions = [
    ...musts.filter(({ state }) => state === 'missing').map(({ label }) => `It lacks a must: ${label}.`),
    ...(product.text('cost_model') === 'percent-of-collections'
      ? ['A percentage of collections raises the same legal questions as a percentage fee of your own.']
      : []),
  ];
  const isLacking = musts.some(({ state }) => state === 'missing');
  return {
    verdict: verdictFor(hardStops.length > 0, holds.length > 0, isLacking, conditions.length > 0),
    score: lines.reduce((sum, { points }) => sum + points, 0),
    lines,
    musts,
    shoulds,
    hardStops,
    holds,
    conditions,
    open: unfilledIn(softwareFields, answers, EMPTY_PROFILE),
  };
}

function verdictFor(
  isStopped: boolean,
  isUnfinished: boolean,
  isLacking: boolean,
  hasConditions: boolean,
): VettingVerdict {
  if (isStopped) return 'do-not-sign';
  if (isUnfinished) return 'hold';
  if (isLacking) return 'not-recommended';
  return hasConditions ? 'suitable-with-conditions' : 'suitable';
}

const isInCloud = (product: AnswerReader): boolean => ['cloud', 'both'].includes(product.text('hosting'));

function agreement(product: AnswerReader): Criterion {
  const said = product.text('baa');
  const state: CriterionState =
    said === 'yes' || (said === 'not-needed' && product.text('hosting') === 'local')
      ? 'met'
      : said === 'refuses' || (said === 'not-needed' && isInCloud(product))
        ? 'missing'
        : 'unknown';
  return { id: 'baa', label: 'Business associate agreement (BAA)', state, why: wordsFor(state) };
}

function requirement(product: AnswerReader, required: readonly string[] | null): Criterion {
  const others = (required ?? []).filter((name) => !isSameName(name, product.text('name')));
  const state: CriterionState = required === null ? 'unknown' : others.length === 0 ? 'met' : 'missing';
  const why =
    required === null
      ? 'Nobody has been asked yet which software they require.'
      : others.length === 0
        ? 'No client or payer you asked requires another product.'
        : `Required instead: ${others.join(', ')}.`;
  return { id: 'required-product', label: 'The product clients and payers require', state, why };
}

function seen(product: AnswerReader, rowId: string, label: string): Criterion {
  const answer = product
    .rows('criteria')
    .find((row) => row.rowId === rowId)
    ?.text('answer');
  const state: CriterionState = answer === 'confirmed' ? 'met' : answer === 'no' ? 'missing' : 'unknown';
  return { id: rowId, label, state, why: answer === 'said' ? 'Said so, not seen.' : wordsFor(state) };
}

function dataExport(product: AnswerReader): Criterion {
  const state: CriterionState = product.isYes('data_export')
    ? 'met'
    : product.isNo('data_export')
      ? 'missing'
      : 'unknown';
  return {
    id: 'data-export',
    label: 'Your data is yours: full export when you leave',
    state,
    why: wordsFor(state),
  };
}

/** What was said of encryption does not stand against a failed check. */
function behindPortal(must: Criterion, portal: PortalFinding | null): Criterion {
  return portal?.outcome === 'fail'
    ? { ...must, state: 'missing', why: 'The app’s check of its portal failed.' }
    : must;
}

function wordsFor(state: CriterionState): string {
  return state === 'met'
    ? 'Seen and confirmed.'
    : state === 'missing'
      ? 'It does not have this.'
      : 'Not answered.';
}

function lineFor<Area extends 'must' | 'should'>(
  area: Area,
  criterion: Criterion,
  of: number,
): ScoreLine<Area> {
  return scoreLine(area, criterion.label, [criterion.state === 'met' ? of : 0, of], [criterion.why]);
}

function stopsOf(product: AnswerReader): readonly HardStop<SoftwareStopId>[] {
  const stops: HardStop<SoftwareStopId>[] = [];
  if (product.text('baa') === 'refuses') {
    stops.push({ id: 'S1', text: 'The vendor refuses to sign a business associate agreement (BAA).' });
  }
  if (product.text('baa') === 'not-needed' && isInCloud(product)) {
    stops.push({
      id: 'S1',
      text: 'The vendor keeps your data, so an agreement is needed, even if the data is encrypted.',
    });
  }
  if (product.isNo('data_export')) {
    stops.push({ id: 'S2', text: 'Your data cannot be exported when you leave.' });
  }
  if (product.isYes('bundled_clients')) {
    stops.push({ id: 'S3', text: 'It is sold with promised clients. Screen it as a business opportunity.' });
  }
  return stops;
}

import { toPlainName } from '../catalog/name-match.ts';
import { clearinghouseFields } from '../catalog/vetting/clearinghouse-candidate.ts';
import type { AnswerReader } from './answer-reader.ts';
import type { Answers } from './field.ts';
import { formatDate, type IsoDate } from './iso-date.ts';
import { EMPTY_PROFILE } from './plan.ts';
import { hardStopsOf } from './vetting/hard-stops.ts';
import { judgeCapability } from './vetting/judge-capability.ts';
import { judgeContract, judgeCost } from './vetting/judge-contract.ts';
import { judgeReputation } from './vetting/judge-reputation.ts';
import { judgeSecurity } from './vetting/judge-security.ts';
import { judgeReferences, judgeSupport } from './vetting/judge-service.ts';
import type { Judgment } from './vetting/judgment.ts';
import { type OfferScreen, screenOffer } from './vetting/offer-screen.ts';
import { readClearinghouse } from './vetting/read-candidate.ts';
import type { CandidateAssessment, VettingContext, VettingVerdict } from './vetting/vetting-types.ts';
import { unfilledIn } from './visible-answers.ts';

const SUITABLE_SCORE = 80;
const CONDITIONS_SCORE = 65;

/** Judges a clearinghouse by what is recorded of it. Pure: everything it needs is in its arguments. */
export function assessCandidate(answers: Answers, context: VettingContext): CandidateAssessment {
  const candidate = readClearinghouse(answers);
  const { today, homeState, portal } = context;
  const signedOn = earliest(context.signedOn, candidate.text('signed') || null);
  const bizopp = screenOffer(candidate, today, context.signedOn);
  const judgments: readonly Judgment[] = [
    judgeReputation(candidate, { today, homeState, signedOn }),
    judgeSecurity(candidate, today, portal),
    judgeCapability(candidate),
    judgeContract(candidate),
    judgeCost(candidate),
    judgeSupport(candidate),
    judgeReferences(candidate),
  ];
  const hardStops = hardStopsOf(candidate, context, bizopp);
  const holds = [
    ...identityHolds(candidate),
    ...judgments.flatMap((judgment) => judgment.holds),
    ...offerHolds(bizopp),
  ];
  const lines = judgments.flatMap((judgment) => judgment.lines);
  const score = lines.reduce((sum, { points }) => sum + points, 0);
  return {
    verdict: verdictFor(hardStops.length, holds.length, score),
    score,
    lines,
    hardStops,
    holds,
    conditions: [
      ...judgments.flatMap((judgment) => judgment.conditions),
      ...bizopp.redFlags.map((flag) => `Warning sign: ${flag}.`),
    ],
    open: openQuestions(answers, candidate, context),
    bizopp,
  };
}

function verdictFor(hardStops: number, holds: number, score: number): VettingVerdict {
  if (hardStops > 0) return 'do-not-sign';
  if (holds > 0) return 'hold';
  if (score >= SUITABLE_SCORE) return 'suitable';
  return score >= CONDITIONS_SCORE ? 'suitable-with-conditions' : 'not-recommended';
}

function identityHolds(candidate: AnswerReader): readonly string[] {
  const registered = candidate.text('legal_name');
  const onContract = candidate.text('contract_legal_name');
  const isOther =
    registered.trim() !== '' &&
    onContract.trim() !== '' &&
    toPlainName(registered) !== toPlainName(onContract);
  return [
    ...(candidate.text('registry') === 'inactive'
      ? ['The state register does not show it as active. Ask why.']
      : []),
    ...(isOther
      ? [`The contract is with “${onContract.trim()}”, which is not the legal name on the state register.`]
      : []),
  ];
}

function offerHolds({
  offered,
  covered,
  waitIsOver,
  earliestSignOn,
  ...offer
}: OfferScreen): readonly string[] {
  if (offered !== 'yes' || covered === 'no') return [];
  return [
    ...offer.brokenIfCovered.map(
      (breach) => `If the rule for ready-made business offers covers this one: ${breach}`,
    ),
    ...(offer.missing.length > 0 ? ['The screen of its business offer is not complete.'] : []),
    ...(waitIsOver === false && earliestSignOn !== null
      ? [`Seven days to think: do not sign or pay before ${formatDate(earliestSignOn)}.`]
      : []),
  ];
}

function openQuestions(
  answers: Answers,
  candidate: AnswerReader,
  { clientStates }: VettingContext,
): readonly string[] {
  return [
    ...unfilledIn(clearinghouseFields, answers, EMPTY_PROFILE),
    ...(clientStates.includes('MD') && !candidate.has('mhcc')
      ? ['You bill in Maryland: say whether its Health Care Commission (MHCC) lists this network.']
      : []),
    ...(candidate.text('tls') === 'unknown'
      ? ['The connection to the portal is not known. That is not a pass.']
      : []),
  ];
}

function earliest(one: IsoDate | null, other: IsoDate | null): IsoDate | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

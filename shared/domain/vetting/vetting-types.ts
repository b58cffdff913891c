import type { StateCode } from '../../catalog/state-codes.ts';
import type { IsoDate } from '../iso-date.ts';
import type { CheckOutcome } from '../portal-check.ts';
import type { OfferScreen } from './offer-screen.ts';

/** What the vetting of a candidate comes to. A hard stop beats a hold, and a hold beats any score. */
export type VettingVerdict =
  | 'do-not-sign'
  | 'hold'
  | 'suitable'
  | 'suitable-with-conditions'
  | 'not-recommended';

/** How a verdict is said, on screen and on paper. */
export const VETTING_VERDICT_WORDS: Readonly<Record<VettingVerdict, string>> = {
  'do-not-sign': 'Do not sign',
  hold: 'On hold: not finished',
  suitable: 'Suitable',
  'suitable-with-conditions': 'Suitable with conditions',
  'not-recommended': 'Not recommended',
};

export type ScoreArea =
  | 'reputation'
  | 'security'
  | 'capability'
  | 'contract'
  | 'cost'
  | 'support'
  | 'references';

/** One line of the score. The points of all lines add up to the score. */
export interface ScoreLine<Area extends string = ScoreArea> {
  readonly area: Area;
  readonly label: string;
  /** Whole points, from 0 to `of`. */
  readonly points: number;
  readonly of: number;
  /** Where the points come from, or went, in a sentence. */
  readonly why: string;
}

export type HardStopId = 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6' | 'H7' | 'H8' | 'H9';

/** Something recorded that rules the company out, whatever its score. */
export interface HardStop<Id extends string = HardStopId> {
  readonly id: Id;
  readonly text: string;
}

/** The newest automatic check of a candidate’s portal. */
export interface PortalFinding {
  readonly outcome: CheckOutcome;
  readonly problems: readonly string[];
}

/** What is judged besides the candidate’s own answers. */
export interface VettingContext {
  readonly today: IsoDate;
  readonly homeState: StateCode | null;
  readonly clientStates: readonly StateCode[];
  /** The day the first paper was signed with this company; null while nothing is. */
  readonly signedOn: IsoDate | null;
  readonly portal: PortalFinding | null;
}

/** The vetting of one clearinghouse. */
export interface CandidateAssessment {
  readonly verdict: VettingVerdict;
  /** 0 to 100. */
  readonly score: number;
  readonly lines: readonly ScoreLine[];
  readonly hardStops: readonly HardStop[];
  /** What is not finished, or not settled. */
  readonly holds: readonly string[];
  /** What was found wanting: to be put right, or accepted knowingly. */
  readonly conditions: readonly string[];
  /** What is not answered yet. It earns no points, and it stops nothing. */
  readonly open: readonly string[];
  readonly bizopp: OfferScreen;
}

import {
  COVERED_CRITERIA,
  DISCLOSURE_CONTENTS,
  EARNINGS_CONTENTS,
  isOpenOffer,
  OFFER_RED_FLAGS,
} from '../../catalog/vetting/offer-fields.ts';
import type { AnswerReader } from '../answer-reader.ts';
import type { Answers } from '../field.ts';
import { addDays, formatDate, type IsoDate } from '../iso-date.ts';
import { readClearinghouse } from './read-candidate.ts';

/** Calendar days between the disclosure document and the first signature or payment, at least (16 CFR 437). */
export const DISCLOSURE_DAYS = 7;

/** Yes, no, or not answered. */
export type Known = 'yes' | 'no' | 'unknown';

/** The business-opportunity screen of one seller. */
export interface OfferScreen {
  /** An offer was made and not turned down. */
  readonly offered: Known;
  /** The rule covers it: a new business, a required payment, and customers or the like provided. */
  readonly covered: Known;
  /** The first day on which signing or paying leaves seven full days; null without a disclosure document. */
  readonly earliestSignOn: IsoDate | null;
  /** Those days are over; null without a disclosure document. */
  readonly waitIsOver: boolean | null;
  /** What the seller still owes you, and what is not answered yet. */
  readonly missing: readonly string[];
  /** What broke the rule, or breaks it if done as planned. Said of a covered offer only. */
  readonly broken: readonly string[];
  /** The same, while it is not known whether the rule covers the offer. */
  readonly brokenIfCovered: readonly string[];
  /** Warning signs ticked, in words. */
  readonly redFlags: readonly string[];
}

/** Screens what a seller offers. Pure date arithmetic: days are calendar days, whatever the clocks do. */
export function bizoppScreen(answers: Answers, today: IsoDate): OfferScreen {
  return screenOffer(readClearinghouse(answers), today, null);
}

/** The same for answers that are being read already; `signedOn` is a signature known from elsewhere. */
export function screenOffer(candidate: AnswerReader, today: IsoDate, signedOn: IsoDate | null): OfferScreen {
  const redFlags = labelsOf(OFFER_RED_FLAGS, candidate.list('red_flags'));
  if (!isOpenOffer(candidate)) {
    return { ...(candidate.has('offered') ? NO_OFFER : NOT_ASKED), redFlags };
  }
  const covered = coverage(candidate);
  const disclosedOn = candidate.text('disclosure_date') || null;
  const earliestSignOn = disclosedOn === null ? null : addDays(disclosedOn, DISCLOSURE_DAYS);
  const breaches = covered === 'no' ? [] : breachesOf(candidate, earliestSignOn, today, signedOn);
  return {
    offered: 'yes',
    covered,
    earliestSignOn,
    waitIsOver: earliestSignOn === null ? null : today >= earliestSignOn,
    missing: covered === 'no' ? [] : missingFrom(candidate, covered),
    broken: covered === 'yes' ? breaches : [],
    brokenIfCovered: covered === 'unknown' ? breaches : [],
    redFlags,
  };
}

const NO_OFFER: OfferScreen = {
  offered: 'no',
  covered: 'no',
  earliestSignOn: null,
  waitIsOver: null,
  missing: [],
  broken: [],
  brokenIfCovered: [],
  redFlags: [],
};

const NOT_ASKED: OfferScreen = {
  ...NO_OFFER,
  offered: 'unknown',
  covered: 'unknown',
  missing: ['Not answered: whether it has offered you a ready-made business, clients or an income.'],
};

function coverage(candidate: AnswerReader): Known {
  if (COVERED_CRITERIA.some((criterion) => candidate.isNo(criterion))) return 'no';
  return COVERED_CRITERIA.every((criterion) => candidate.isYes(criterion)) ? 'yes' : 'unknown';
}

function breachesOf(
  candidate: AnswerReader,
  earliestSignOn: IsoDate | null,
  today: IsoDate,
  signedOn: IsoDate | null,
): readonly string[] {
  const days = [candidate.text('paid_or_signed'), candidate.text('signed'), signedOn ?? ''];
  const first = days.filter((day) => day !== '').sort()[0] ?? null;
  const breaches: string[] = [];
  if (first !== null && earliestSignOn === null && first <= today) {
    breaches.push('Payment or signature without a disclosure document.');
  }
  if (first !== null && earliestSignOn !== null && first < earliestSignOn) {
    breaches.push(
      first <= today
        ? `Payment or signature on ${formatDate(first)}, less than 7 calendar days after the disclosure document.`
        : `Payment or signature planned for ${formatDate(first)}, less than 7 calendar days after the disclosure ` +
            `document. Wait until ${formatDate(earliestSignOn)}.`,
    );
  }
  if (candidate.isYes('earnings_claim') && candidate.isNo('earnings_stmt')) {
    breaches.push('An earnings claim without the earnings claim statement.');
  }
  return breaches;
}

const QUESTIONS: readonly (readonly [field: string, question: string])[] = [
  ['covered_new_business', 'whether the seller draws you into a new business'],
  ['covered_payment', 'whether you have to pay'],
  ['covered_provides', 'whether it says it will provide customers or the like'],
  ['promised_clients', 'whether it promises clients, claims or doctors'],
  ['earnings_claim', 'whether it states or hints at earnings'],
  ['refund', 'its refund terms'],
];

function missingFrom(candidate: AnswerReader, covered: Known): readonly string[] {
  const unanswered = QUESTIONS.filter(([field]) => !candidate.has(field)).map(
    ([, question]) => `Not answered: ${question}.`,
  );
  const papers = [
    ...missingPapers(
      candidate,
      'disclosure_date',
      'disclosure_contents',
      DISCLOSURE_CONTENTS,
      'disclosure document',
    ),
    ...(candidate.isYes('earnings_claim')
      ? missingPapers(
          candidate,
          'earnings_stmt',
          'earnings_contents',
          EARNINGS_CONTENTS,
          'earnings claim statement',
        )
      : []),
    ...((candidate.number('refs_called') ?? 0) === 0 ? ['No earlier buyer called yet.'] : []),
  ];
  const unsure = covered === 'unknown' ? ['Whether the rule covers this offer is not known yet.'] : [];
  return [...unsure, ...unanswered, ...papers];
}

function missingPapers(
  candidate: AnswerReader,
  paper: string,
  contents: string,
  parts: Readonly<Record<string, string>>,
  name: string,
): readonly string[] {
  if (!candidate.has(paper) || candidate.isNo(paper)) return [`No ${name} yet.`];
  const ticked = candidate.list(contents);
  return Object.entries(parts)
    .filter(([part]) => !ticked.includes(part))
    .map(([, label]) => `Not seen in the ${name}: ${label}.`);
}

function labelsOf(options: Readonly<Record<string, string>>, ticked: readonly string[]): readonly string[] {
  return ticked.flatMap((value) => options[value] ?? []);
}

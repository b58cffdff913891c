import type { AnswerReader } from '../../domain/answer-reader.ts';
import { choice, choices, date, evidence, integer, pastDate, yesNo } from '../field-builders.ts';
import type { FieldGroup } from '../records/record-kind.ts';

/** An offer that was made and not turned down. */
export const isOpenOffer = (answers: AnswerReader): boolean =>
  answers.isYes('offered') && !answers.isYes('turned_down');

/** The three things that together bring an offer under the Business Opportunity Rule (16 CFR 437). */
export const COVERED_CRITERIA = ['covered_new_business', 'covered_payment', 'covered_provides'] as const;

/** Parts of the one-page disclosure document. */
export const DISCLOSURE_CONTENTS = {
  identity: 'Who it is: name, address, phone, salesperson, date',
  'legal-actions': 'Legal actions of the last 10 years for fraud or deception',
  refunds: 'Cancellation and refund policy',
  earnings: 'Whether it makes an earnings claim',
  references: 'References: 10 earlier buyers, or all if fewer',
} as const;

/** Parts of the separate earnings claim statement. */
export const EARNINGS_CONTENTS = {
  who: 'Who makes the claim, and the date',
  claim: 'The claim itself',
  period: 'Start and end dates of the earnings',
  share: 'Number and percentage of buyers who achieved it',
  differences: 'How those buyers differ from others',
  proof: 'That proof is given on request',
} as const;

/** Signs of the classic fraud. */
export const OFFER_RED_FLAGS = {
  'doctors-waiting': '“Doctors are waiting”',
  'guaranteed-income': 'Guaranteed income',
  'no-experience': '“No experience needed”',
  pressure: 'You must decide today',
  'big-fee': 'A fee of thousands for software or lists',
  shills: 'References who are paid, or work for the seller',
  'refund-refused': 'A refund refused',
  'no-registration': 'Will not name its registration with the Attorney General',
} as const;

/** The business-opportunity screen (16 CFR 437). */
export const offerGroup: FieldGroup = {
  id: 'offer',
  title: 'Is it a ready-made business offer?',
  lead:
    'An ordinary subscription is not. If the rule covers an offer, you have papers and seven days coming before ' +
    'you sign or pay.',
  fields: [
    yesNo('offered', 'Has it offered you a ready-made billing business, clients or an income?', {
      required: true,
    }),
    yesNo('turned_down', 'Have you turned it down?', {
      required: true,
      hint: 'If you had already paid: keep every paper and report it.',
      showWhen: (beside) => beside.isYes('offered'),
    }),
    yesNo('covered_new_business', 'Does the seller draw you into a new business?', {
      required: true,
      showWhen: isOpenOffer,
    }),
    yesNo('covered_payment', 'Do you have to pay?', { required: true, showWhen: isOpenOffer }),
    yesNo(
      'covered_provides',
      'Does it say that it, or someone it names, will provide locations, accounts or customers, or buy back what ' +
        'you produce?',
      { required: true, showWhen: isOpenOffer },
    ),
    yesNo('promised_clients', 'Does the seller promise clients, claims or doctors?', {
      required: true,
      showWhen: isOpenOffer,
    }),
    pastDate('disclosure_date', 'Day you received the disclosure document', {
      required: true,
      hint: 'One page: who they are, legal actions, refunds, earnings claim, references.',
      showWhen: isOpenOffer,
    }),
    choices('disclosure_contents', 'What the disclosure document holds', DISCLOSURE_CONTENTS, {
      showWhen: (beside) => isOpenOffer(beside) && beside.has('disclosure_date'),
    }),
    date('paid_or_signed', 'Day you paid or signed, or mean to', {
      hint: 'Leave empty if neither.',
      showWhen: isOpenOffer,
    }),
    yesNo('earnings_claim', 'Does the seller state or hint at what you can earn?', {
      required: true,
      showWhen: isOpenOffer,
    }),
    yesNo('earnings_stmt', 'Did you get the separate earnings claim statement?', {
      required: true,
      showWhen: (beside) => isOpenOffer(beside) && beside.isYes('earnings_claim'),
    }),
    choices('earnings_contents', 'What the earnings claim statement holds', EARNINGS_CONTENTS, {
      showWhen: (beside) =>
        isOpenOffer(beside) && beside.isYes('earnings_claim') && beside.isYes('earnings_stmt'),
    }),
    integer('refs_called', 'Earlier buyers you called', [0, 1000], {
      required: true,
      hint: 'From the list of references in the disclosure document.',
      showWhen: isOpenOffer,
    }),
    choice(
      'refund',
      'Refund terms in the document',
      {
        full: 'Full refund',
        conditional: 'Refund under conditions',
        none: 'No refund',
        'not-stated': 'Not stated',
      },
      { required: true, showWhen: isOpenOffer },
    ),
    choices('red_flags', 'Warning signs you noticed', OFFER_RED_FLAGS),
    evidence('bizopp_file', 'Disclosure document', { showWhen: isOpenOffer }),
  ],
};

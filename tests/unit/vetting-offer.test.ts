import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../shared/domain/field.ts';
import { bizoppScreen } from '../../shared/domain/vetting/offer-screen.ts';
import { assessCandidate } from '../../shared/domain/vetting.ts';
import { aClearinghouse, aCoveredOffer, aVettingContext } from '../support/a-clearinghouse.ts';
import { TODAY } from '../support/test-profile.ts';

type Changes = Readonly<Record<string, AnswerValue | null>>;

const screen = (changes: Changes = {}, today: string = TODAY) => bizoppScreen(aCoveredOffer(changes), today);

describe('seven days between the disclosure document and signing', () => {
  it.each([
    ['within a month', '2026-11-02', '2026-11-08', '2026-11-09'],
    ['across a month end', '2026-10-28', '2026-11-03', '2026-11-04'],
    ['across 29 February', '2028-02-25', '2028-03-02', '2028-03-03'],
    ['across the end of a short February', '2027-02-25', '2027-03-03', '2027-03-04'],
    ['across a year end', '2026-12-28', '2027-01-03', '2027-01-04'],
    ['when clocks go forward', '2027-03-10', '2027-03-16', '2027-03-17'],
    ['when clocks go back', '2026-10-29', '2026-11-04', '2026-11-05'],
  ])('%s: from %s, %s is too early and %s is not', (_when, disclosed, tooEarly, earliest) => {
    const on = (day: string) => screen({ disclosure_date: disclosed, paid_or_signed: day }, day);
    expect(on(earliest).earliestSignOn).toBe(earliest);
    expect(on(tooEarly).broken.join(' ')).toContain('less than 7 calendar days');
    expect(on(tooEarly).waitIsOver).toBe(false);
    expect(on(earliest).broken).toEqual([]);
    expect(on(earliest).waitIsOver).toBe(true);
  });

  it('holds for the contract’s own date of signature as well', () => {
    expect(screen({ signed: '2026-11-08' }).broken).toHaveLength(1);
    expect(screen({ signed: '2026-11-09' }).broken).toEqual([]);
  });

  it('says of a day still to come that it is planned too early', () => {
    const { broken } = screen({ disclosure_date: '2026-11-20', paid_or_signed: '2026-11-26' });
    expect(broken).toEqual([
      'Payment or signature planned for 26 Nov 2026, less than 7 calendar days after the disclosure document. ' +
        'Wait until 27 Nov 2026.',
    ]);
  });

  it('puts an unsigned candidate on hold until they are over', () => {
    const offer = aCoveredOffer({ disclosure_date: '2026-11-20' });
    const waiting = assessCandidate(offer, aVettingContext({ today: '2026-11-26' }));
    expect(waiting.holds).toEqual(['Seven days to think: do not sign or pay before 27 Nov 2026.']);
    expect(assessCandidate(offer, aVettingContext({ today: '2026-11-27' })).verdict).toBe('suitable');
  });
});

describe('the screen of a business offer', () => {
  it('is over when no offer was made, or it was turned down', () => {
    expect(bizoppScreen(aClearinghouse(), TODAY)).toMatchObject({ offered: 'no', missing: [], broken: [] });
    expect(screen({ turned_down: true, paid_or_signed: '2026-11-03' })).toMatchObject({
      offered: 'no',
      broken: [],
    });
  });

  it('says so while nobody has answered whether there is an offer', () => {
    const { offered, covered, missing } = bizoppScreen({}, TODAY);
    expect([offered, covered]).toEqual(['unknown', 'unknown']);
    expect(missing.join(' ')).toContain('Not answered');
  });

  it.each(['covered_new_business', 'covered_payment', 'covered_provides'])(
    'does not cover an offer without %s, and then has nothing to break',
    (criterion) => {
      const { covered, broken, missing } = screen({ [criterion]: false, paid_or_signed: '2026-11-03' });
      expect([covered, broken, missing]).toEqual(['no', [], []]);
    },
  );

  it.each(['covered_new_business', 'covered_payment', 'covered_provides'])(
    'does not know without an answer to %s: a hold, not a stop',
    (criterion) => {
      const offer = aCoveredOffer({ [criterion]: null, paid_or_signed: '2026-11-03' });
      const { verdict, hardStops, holds, bizopp } = assessCandidate(offer, aVettingContext());
      expect([bizopp.covered, bizopp.broken, hardStops]).toEqual(['unknown', [], []]);
      expect(bizopp.brokenIfCovered).toHaveLength(1);
      expect(holds.join(' ')).toContain('If the rule for ready-made business offers covers this one');
      expect(verdict).toBe('hold');
    },
  );

  it('is broken by payment without a disclosure document', () => {
    expect(screen({ disclosure_date: null, paid_or_signed: '2026-11-20' }).broken).toEqual([
      'Payment or signature without a disclosure document.',
    ]);
    // Only meant so far: the document may still come.
    const planned = screen({ disclosure_date: null, paid_or_signed: '2026-12-20' });
    expect(planned.broken).toEqual([]);
    expect(planned.missing).toContain('No disclosure document yet.');
  });

  it('is broken by an earnings claim without its statement', () => {
    expect(screen({ earnings_claim: true, earnings_stmt: false }).broken).toEqual([
      'An earnings claim without the earnings claim statement.',
    ]);
    expect(screen({ earnings_claim: true, earnings_stmt: true }).broken).toEqual([]);
  });

  it('names each part of the papers that was not seen', () => {
    const { missing } = screen({
      disclosure_contents: ['identity', 'legal-actions', 'refunds', 'earnings'],
      earnings_claim: true,
      earnings_stmt: true,
      earnings_contents: ['who', 'claim', 'period', 'share', 'differences'],
      refs_called: 0,
    });
    expect(missing).toEqual([
      'Not seen in the disclosure document: References: 10 earlier buyers, or all if fewer.',
      'Not seen in the earnings claim statement: That proof is given on request.',
      'No earlier buyer called yet.',
    ]);
  });

  it('stops on promised clients even where the rule does not cover the offer', () => {
    const offer = aCoveredOffer({ covered_payment: false, promised_clients: true });
    expect(assessCandidate(offer, aVettingContext()).hardStops).toEqual([
      { id: 'H4', text: 'The seller promises clients, claims or doctors. Do not sign or pay.' },
    ]);
  });

  it('repeats the warning signs in words', () => {
    expect(screen({ red_flags: ['doctors-waiting', 'refund-refused'] }).redFlags).toEqual([
      '“Doctors are waiting”',
      'A refund refused',
    ]);
  });
});

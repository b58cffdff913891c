import { describe, expect, it } from 'vitest';
import { refuseCandidate } from '../../shared/domain/vetting/refuse-candidate.ts';
import { aCheck, aClearinghouse, aCoveredOffer, checksWith } from '../support/a-clearinghouse.ts';

describe('answers that cannot stand together', () => {
  it('are let through when nothing is wrong', () => {
    expect(refuseCandidate(aClearinghouse(), ['Tidewater EDI'])).toBeNull();
    expect(refuseCandidate(aCoveredOffer({ paid_or_signed: '2026-11-09' }))).toBeNull();
    expect(refuseCandidate({})).toBeNull();
  });

  it.each(['Clearwater Claims Exchange', 'CLEARWATER claims exchange', '  Clearwater   Claims Exchange '])(
    'are refused for a name that is taken: %j',
    (taken) => {
      expect(refuseCandidate(aClearinghouse(), ['Tidewater EDI', taken])).toMatchObject({ field: 'name' });
    },
  );

  it('may lack a name beside others that lack one', () => {
    expect(refuseCandidate(aClearinghouse({ name: ' ' }), ['', ' '])).toBeNull();
  });

  it.each([
    ['paid_or_signed', '2026-11-01', true],
    ['paid_or_signed', '2026-11-02', false],
    ['signed', '2026-11-01', true],
    ['signed', '2026-11-02', false],
  ])('%s on %s, with the disclosure document of 2 November, is refused: %s', (field, day, isRefused) => {
    const refusal = refuseCandidate(aCoveredOffer({ [field]: day }));
    expect(refusal?.field).toBe(isRefused ? field : undefined);
    expect(refusal?.about).toEqual(isRefused ? [field, 'disclosure_date'] : undefined);
  });

  it('ignore a disclosure day that is hidden because there was no offer', () => {
    expect(refuseCandidate(aCoveredOffer({ offered: false, signed: '2026-10-01' }))).toBeNull();
  });

  it('are refused when an office was asked again before it was asked', () => {
    const authority_checks = [
      ...checksWith('attorney-general', null),
      aCheck('attorney-general', { state: 'NJ', result: 'no-reply', second_attempt: '2026-11-01' }),
    ];
    expect(refuseCandidate(aClearinghouse({ authority_checks }))?.field).toBe(
      'authority_checks.8.second_attempt',
    );
    const sameDay = checksWith('attorney-general', { result: 'no-reply', second_attempt: '2026-11-02' });
    expect(refuseCandidate(aClearinghouse({ authority_checks: sameDay }))).toBeNull();
  });

  it('are refused when more payers are covered than needed', () => {
    expect(refuseCandidate(aClearinghouse({ payers_covered: 21 }))).toMatchObject({
      field: 'payers_covered',
      about: ['payers_covered', 'payers_needed'],
    });
    expect(refuseCandidate(aClearinghouse({ payers_needed: null }))).toBeNull();
  });
});

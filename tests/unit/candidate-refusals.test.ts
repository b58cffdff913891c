import { describe, expect, it } from 'vitest';
import { refuseClearinghouse } from '../../shared/catalog/records/candidate.ts';
import { refuseCandidate } from '../../shared/domain/vetting/refuse-candidate.ts';
import { aCheck, aClearinghouse, aCoveredOffer, checksWith } from '../support/a-clearinghouse.ts';
import { TODAY } from '../support/test-profile.ts';

describe('answers that cannot stand together', () => {
  it('are let through when nothing is wrong', () => {
    expect(refuseCandidate(aClearinghouse(), ['Tidewater EDI'])).toEqual([]);
    expect(refuseCandidate(aCoveredOffer({ paid_or_signed: '2026-11-09' }))).toEqual([]);
    expect(refuseCandidate({})).toEqual([]);
  });

  it.each(['Clearwater Claims Exchange', 'CLEARWATER claims exchange', '  Clearwater   Claims Exchange '])(
    'are refused for a name that is taken: %j',
    (taken) => {
      expect(refuseCandidate(aClearinghouse(), ['Tidewater EDI', taken])).toMatchObject([{ field: 'name' }]);
    },
  );

  it('may lack a name beside others that lack one', () => {
    expect(refuseCandidate(aClearinghouse({ name: ' ' }), ['', ' '])).toEqual([]);
  });

  it.each([
    ['paid_or_signed', '2026-11-01', true],
    ['paid_or_signed', '2026-11-02', false],
    ['signed', '2026-11-01', true],
    ['signed', '2026-11-02', false],
  ])('%s on %s, with the disclosure document of 2 November, is refused: %s', (field, day, isRefused) => {
    const refusals = refuseCandidate(aCoveredOffer({ [field]: day }));
    expect(refusals).toMatchObject(isRefused ? [{ field, about: [field, 'disclosure_date'] }] : []);
  });

  it('ignore a disclosure day that is hidden because there was no offer', () => {
    expect(refuseCandidate(aCoveredOffer({ offered: false, signed: '2026-10-01' }))).toEqual([]);
  });

  it('are refused when an office was asked again before it was asked', () => {
    const authority_checks = [
      ...checksWith('attorney-general', null),
      aCheck('attorney-general', { state: 'NJ', result: 'no-reply', second_attempt: '2026-11-01' }),
    ];
    expect(refuseCandidate(aClearinghouse({ authority_checks }))).toMatchObject([
      { field: 'authority_checks.8.second_attempt' },
    ]);
    const sameDay = checksWith('attorney-general', { result: 'no-reply', second_attempt: '2026-11-02' });
    expect(refuseCandidate(aClearinghouse({ authority_checks: sameDay }))).toEqual([]);
  });

  it('are refused when more payers are covered than needed', () => {
    expect(refuseCandidate(aClearinghouse({ payers_covered: 21 }))).toMatchObject([
      { field: 'payers_covered', about: ['payers_covered', 'payers_needed'] },
    ]);
    expect(refuseCandidate(aClearinghouse({ payers_needed: null }))).toEqual([]);
  });

  it('are refused for every reason there is', () => {
    const days = { paid_or_signed: '2026-11-01', signed: '2026-11-01' };
    const refusals = refuseCandidate(aCoveredOffer({ ...days, payers_covered: 21 }), [
      'Clearwater Claims Exchange',
    ]);
    expect(refusals.map(({ field }) => field)).toEqual([
      'name',
      'paid_or_signed',
      'signed',
      'payers_covered',
    ]);
  });

  it('name every check that was asked again too early', () => {
    const early = { result: 'no-reply', second_attempt: '2026-11-01' };
    const authority_checks = checksWith('attorney-general', early);
    expect(
      refuseCandidate(aClearinghouse({ authority_checks })).map(({ message }) => message.slice(0, 8)),
    ).toEqual(['Check 1:', 'Check 2:']);
  });
});

describe('a change to an entry with several contradictions', () => {
  const contradictory = aCoveredOffer({
    paid_or_signed: '2026-11-01',
    signed: '2026-11-01',
    payers_covered: 21,
  });

  it('is refused beside the changed field, with every reason that it has a part in', () => {
    const refusal = refuseClearinghouse(contradictory, TODAY, ['disclosure_date']);
    expect(refusal?.field).toBe('disclosure_date');
    expect(refusal?.message).toContain('You paid or signed on 1 Nov 2026');
    expect(refusal?.message).toContain('You signed on 1 Nov 2026');
    expect(refusal?.message).not.toContain('cannot be covered');
  });

  it('is refused for a later contradiction though an earlier one has nothing to do with it', () => {
    expect(refuseClearinghouse(contradictory, TODAY, ['payers_covered'])).toMatchObject({
      field: 'payers_covered',
    });
  });

  it('is let through when it has a part in none', () => {
    expect(refuseClearinghouse(contradictory, TODAY, ['support'])).toBeNull();
  });
});

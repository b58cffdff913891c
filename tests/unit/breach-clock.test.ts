import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breachClocks, clientsOwnClocks } from '../../shared/domain/breach-clock.ts';
import { isIsoDate } from '../../shared/domain/iso-date.ts';

const outer = (discoveredOn: string) => breachClocks(discoveredOn, [], discoveredOn).outerOn;
const due = (discoveredOn: string, contractDays: number | null) =>
  breachClocks(discoveredOn, [{ client: 'Riverbend', contractDays }], discoveredOn).shortest?.dueOn;

// Counts days without the calendar library under test.
const plusDays = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

describe('breach clocks', () => {
  it.each([
    ['2026-11-22', '2027-01-21'],
    ['2026-01-01', '2026-03-02'],
    // Through the end of a February of 28 days, and of 29.
    ['2026-01-31', '2026-04-01'],
    ['2028-01-31', '2028-03-31'],
    ['2028-02-29', '2028-04-29'],
    ['2027-12-31', '2028-02-29'],
    ['2026-12-31', '2027-03-01'],
    // Across both changes of the clocks in the US.
    ['2026-03-01', '2026-04-30'],
    ['2026-10-15', '2026-12-14'],
    // 1900 and 2100 are no leap years.
    ['2100-02-28', '2100-04-29'],
  ])('discovered on %s, the law runs out on %s', (discoveredOn, outerOn) => {
    expect(outer(discoveredOn)).toBe(outerOn);
  });

  it.each([
    [0, '2026-11-22'],
    [1, '2026-11-23'],
    [5, '2026-11-27'],
    [10, '2026-12-02'],
    [59, '2027-01-20'],
    [60, '2027-01-21'],
    [90, '2027-01-21'],
    [365, '2027-01-21'],
    [null, '2027-01-21'],
  ])('with %s contract days the client is told by %s', (contractDays, dueOn) => {
    expect(due('2026-11-22', contractDays)).toBe(dueOn);
  });

  it('works to the shortest client deadline and keeps the others in order', () => {
    const { clocks, shortest } = breachClocks(
      '2026-11-22',
      [
        { client: 'Harbor', contractDays: 10 },
        { client: 'Unknown', contractDays: null },
        { client: 'Riverbend', contractDays: 5 },
        { client: 'Generous', contractDays: 90 },
        { client: 'Also five', contractDays: 5 },
      ],
      '2026-11-30',
    );
    expect(clocks.map(({ client }) => client)).toEqual([
      'Riverbend',
      'Also five',
      'Harbor',
      'Unknown',
      'Generous',
    ]);
    expect(shortest).toEqual({
      client: 'Riverbend',
      dueOn: '2026-11-27',
      days: 5,
      basis: 'contract',
      isDeadlineKnown: true,
      daysLeft: -3,
    });
    expect(clocks.slice(3)).toMatchObject([
      { basis: 'law', isDeadlineKnown: false, days: 60 },
      { basis: 'law', isDeadlineKnown: true, days: 60 },
    ]);
  });

  it('takes nonsense for a deadline nobody knows', () => {
    for (const contractDays of [-1, 1.5, Number.NaN]) {
      expect(
        breachClocks('2026-11-22', [{ client: 'x', contractDays }], '2026-11-22').clocks[0],
      ).toMatchObject({ days: 60, isDeadlineKnown: false });
    }
  });

  it('has no shortest clock without clients, but still the outer limit', () => {
    expect(breachClocks('2026-11-22', [], '2026-12-22')).toEqual({
      outerOn: '2027-01-21',
      outerDaysLeft: 30,
      clocks: [],
      shortest: null,
    });
  });

  it('never lets a client wait longer than the law, and counts every calendar day', () => {
    const date = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, fc.option(fc.integer({ min: 0, max: 400 })), (discoveredOn, contractDays) => {
        const { clocks, outerOn } = breachClocks(discoveredOn, [{ client: 'x', contractDays }], discoveredOn);
        expect(outerOn).toBe(plusDays(discoveredOn, 60));
        expect(clocks[0]?.dueOn).toBe(plusDays(discoveredOn, Math.min(contractDays ?? 60, 60)));
        expect(clocks[0]?.daysLeft).toBe(clocks[0]?.days);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the client’s own clocks', () => {
  it.each([
    ['2026-05-10', '2027-03-01'],
    // Sixty days after the end of 2027 fall on a leap day.
    ['2027-05-10', '2028-02-29'],
    ['2026-12-31', '2027-03-01'],
    ['2027-01-01', '2028-02-29'],
  ])('a small breach discovered on %s reaches HHS by %s', (discoveredOn, dueOn) => {
    const small = clientsOwnClocks(discoveredOn).find(({ whom }) => whom.includes('fewer than 500'));
    expect(small?.dueOn).toBe(dueOn);
  });

  it('are all marked as unverified', () => {
    for (const clock of clientsOwnClocks('2026-11-22')) {
      expect(clock.status).toBe('unverified');
      expect(isIsoDate(clock.dueOn)).toBe(true);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { addBusinessDays, addDays, addMonths, daysBetween, isIsoDate } from '../../shared/domain/iso-date.ts';

describe('calendar dates', () => {
  it.each([
    ['2026-11-22', true],
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2026-04-31', false],
    ['1899-12-31', false],
    ['2200-01-01', false],
    ['2026-1-2', false],
    ['2026-11-22T00:00:00Z', false],
    ['', false],
  ])('%s exists: %s', (date, exists) => {
    expect(isIsoDate(date)).toBe(exists);
  });

  it('count days across month ends, leap days and clock changes', () => {
    expect(addDays('2027-02-25', 7)).toBe('2027-03-04');
    expect(addDays('2028-02-25', 7)).toBe('2028-03-03');
    expect(addDays('2027-03-13', 1)).toBe('2027-03-14');
    expect(daysBetween('2027-03-13', '2027-03-15')).toBe(2);
    expect(daysBetween('2026-11-02', '2026-10-31')).toBe(-2);
  });

  it('keep to the end of a shorter month', () => {
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
    expect(addMonths('2026-11-22', 12)).toBe('2027-11-22');
  });

  it('stop at the first and the last day the app knows', () => {
    expect(addMonths('2199-10-01', 3)).toBe('2199-12-31');
    expect(addDays('2199-12-31', 1)).toBe('2199-12-31');
    expect(addBusinessDays('2199-12-31', 5)).toBe('2199-12-31');
    expect(addDays('1900-01-01', -1)).toBe('1900-01-01');
  });

  it('skip weekends when counting business days', () => {
    expect(addBusinessDays('2026-11-20', 1)).toBe('2026-11-23');
    expect(addBusinessDays('2026-11-06', 10)).toBe('2026-11-20');
  });
});

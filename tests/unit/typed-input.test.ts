import { describe, expect, it } from 'vitest';
import {
  date,
  integer,
  longText,
  money,
  pastDate,
  percent,
  text,
  url,
} from '../../shared/catalog/field-builders.ts';
import { parseTyped, type TypedField, toTyped } from '../../shared/domain/typed-input.ts';
import { TODAY } from '../support/test-profile.ts';

const einEnding = text('ein_last4', 'Last four digits', {
  pattern: { regex: /^\d{4}$/, message: 'Enter the last four digits only.' },
});

describe('typed input', () => {
  it.each<[string, TypedField, string, unknown]>([
    ['a US date', date('d', 'Day'), '12/18/2026', '2026-12-18'],
    ['a short year', date('d', 'Day'), '2/3/26', '2026-02-03'],
    ['a written date', date('d', 'Day'), ' December 18, 2026 ', '2026-12-18'],
    ['a date as the app writes it', date('d', 'Day'), '18 Dec 2026', '2026-12-18'],
    ['an ISO date', date('d', 'Day'), '2026-12-18', '2026-12-18'],
    ['29 February of a leap year', date('d', 'Day'), '2/29/2028', '2028-02-29'],
    ['today, for what has happened', pastDate('d', 'Day'), TODAY, TODAY],
    ['a whole number', integer('n', 'Number', [0, 5000]), '1,200', 1200],
    ['dollars', money('m', 'Amount'), '$1,234.5', 123450],
    ['dollars without cents', money('m', 'Amount'), '49', 4900],
    ['a percentage', percent('p', 'Percent'), '99.95 %', 99.95],
    ['an https address', url('u', 'Address'), 'https://example.com/a?b=c', 'https://example.com/a?b=c'],
    ['four digits', einEnding, '0123', '0123'],
    ['spaces and line breaks', longText('t', 'Text'), '  a\n\tb  ', '  a\n\tb  '],
    ['nothing', integer('n', 'Number', [0, 9]), '   ', null],
  ])('accepts %s', (_name, field, typed, stored) => {
    expect(parseTyped(field, typed, TODAY)).toEqual({ ok: true, value: stored });
  });

  it.each<[string, TypedField, string, RegExp]>([
    ['a day that does not exist', date('d', 'Day'), '2/30/2026', /not a date/],
    ['29 February of a common year', date('d', 'Day'), '2/29/2027', /not a date/],
    ['a month of 13', date('d', 'Day'), '13/13/2026', /not a date/],
    ['words', date('d', 'Day'), 'next week', /not a date/],
    ['the year 0026', date('d', 'Day'), '0026-01-01', /not a date/],
    ['a day to come, for what has happened', pastDate('d', 'Day'), '11/23/2026', /still to come/],
    ['a fraction', integer('n', 'Number', [0, 9]), '1.5', /whole number/],
    ['a number out of range', integer('n', 'Number', [0, 9]), '10', /0 to 9/],
    ['a negative number', integer('n', 'Number', [0, 9]), '-1', /0 to 9/],
    ['a huge number', integer('n', 'Number', [0, 9]), '9'.repeat(40), /whole number/],
    ['a negative amount', money('m', 'Amount'), '-5', /below zero/],
    ['a negative amount with a dollar sign', money('m', 'Amount'), '-$5.00', /below zero/],
    ['fractional cents', money('m', 'Amount'), '1.234', /whole cents/],
    ['an amount in words', money('m', 'Amount'), 'ten', /dollars/],
    ['exponents', money('m', 'Amount'), '1e5', /dollars/],
    ['more than 100 per cent', percent('p', 'Percent'), '100.01', /0 to 100/],
    ['three decimals of a per cent', percent('p', 'Percent'), '99.999', /two decimals/],
    ['an http address', url('u', 'Address'), 'http://example.com', /https/],
    ['a script address', url('u', 'Address'), 'javascript:alert(1)', /https/],
    ['an address with a password', url('u', 'Address'), 'https://me:secret@example.com', /https/],
    ['an address with a space', url('u', 'Address'), 'https://exa mple.com', /https/],
    ['letters in an EIN ending', einEnding, '12a4', /last four digits/],
    ['five digits of an EIN', einEnding, '12345', /last four digits/],
    ['a note of 20,000 characters', longText('t', 'Text'), 'x'.repeat(20_000), /20,000 .* 10,000/],
    ['half an emoji', text('t', 'Text'), 'a\ud83d', /broken character/],
  ])('refuses %s in plain words', (_name, field, typed, words) => {
    const result = parseTyped(field, typed, TODAY);
    expect(result.ok).toBe(false);
    if (!result.ok)
      expect(result.error).toMatchObject({ code: 'invalid-answer', message: expect.stringMatching(words) });
  });

  it.each<[TypedField, string | number]>([
    [date('d', 'Day'), '2026-12-18'],
    [integer('n', 'Number', [0, 5000]), 1200],
    [money('m', 'Amount'), 123450],
    [money('m', 'Amount'), 99_999_999_999],
    [percent('p', 'Percent'), 0.07],
    [text('t', 'Text'), '=SUM(A1)\u0007 \u202Eabc'],
  ])('shows a stored value so that it reads back the same (%o)', (field, value) => {
    expect(parseTyped(field, toTyped(field, value), TODAY)).toEqual({ ok: true, value });
  });
});

import type { CellField, CellValue } from './field.ts';
import { checkAnswer } from './field-schema.ts';
import { formatDate, type IsoDate, parseTypedDate } from './iso-date.ts';
import { failed, ok, type Result } from './result.ts';

/** Fields whose control is a box to type in. */
export type TypedField = Extract<
  CellField,
  { type: 'text' | 'long-text' | 'date' | 'integer' | 'money' | 'percent' | 'url' }
>;

/**
 * Turns what a person typed into the value to store; null clears the answer. The failure's message belongs beside the
 * field, and the typed text stays as it is.
 */
export function parseTyped(field: TypedField, typed: string, today: IsoDate): Result<CellValue | null> {
  if (field.type === 'text' || field.type === 'long-text') {
    return typed === '' ? ok(null) : checked(field, typed, today);
  }
  const trimmed = typed.trim();
  if (trimmed === '') return ok(null);
  const value = valueOfTyped(field, trimmed);
  return value.ok ? checked(field, value.value, today) : value;
}

/** The text to put in the box for a stored value. */
export function toTyped(field: TypedField, value: CellValue | undefined): string {
  if (value === undefined) return '';
  if (field.type === 'date') return formatDate(String(value));
  if (field.type === 'money') return toDollars(Number(value));
  return String(value);
}

/** `1,234.50` for 123450 cents. */
export function toDollars(cents: number): string {
  return (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function valueOfTyped(
  field: Exclude<TypedField, { type: 'text' | 'long-text' }>,
  typed: string,
): Result<CellValue> {
  switch (field.type) {
    case 'date': {
      const date = parseTypedDate(typed);
      return date === null
        ? failed('invalid-answer', 'That is not a date. Enter one such as 12/18/2026 or 18 Dec 2026.')
        : ok(date);
    }
    case 'integer': {
      const digits = typed.replace(/,(?=\d{3}(\D|$))/g, '');
      return /^-?\d{1,15}$/.test(digits)
        ? ok(Number(digits))
        : failed('invalid-answer', `Enter a whole number, such as ${Math.max(field.min, 12)}.`);
    }
    case 'money':
      return toCents(typed);
    case 'percent': {
      const digits = typed.replace(/\s*%$/, '');
      return /^-?\d{1,6}(\.\d+)?$/.test(digits)
        ? ok(Number(digits))
        : failed('invalid-answer', 'Enter a percentage from 0 to 100, such as 99.5.');
    }
    case 'url':
      return ok(typed);
  }
}

function toCents(typed: string): Result<number> {
  const plain = typed.replace(/^(-?)\s*\$\s*/, '$1').replace(/,(?=\d{3}(\D|$))/g, '');
  const parts = /^(-?)(\d{1,12})(?:\.(\d*))?$/.exec(plain);
  if (parts === null) return failed('invalid-answer', 'Enter an amount in dollars, such as 49.95.');
  const [, sign, dollars = '0', cents = ''] = parts;
  if (sign === '-') return failed('invalid-answer', 'An amount cannot be below zero.');
  if (cents.length > 2) return failed('invalid-answer', 'Use dollars and whole cents, such as 49.95.');
  return ok(Number(dollars) * 100 + Number(cents.padEnd(2, '0')));
}

function checked(field: TypedField, value: CellValue, today: IsoDate): Result<CellValue> {
  const result = checkAnswer(field, value, today);
  return result.ok ? ok(result.value as CellValue) : result;
}

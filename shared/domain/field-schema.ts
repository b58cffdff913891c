import * as z from 'zod';
import { isStateCode } from '../catalog/state-codes.ts';
import { isEvidenceFile } from './evidence.ts';
import {
  type Answers,
  type AnswerValue,
  type CellField,
  type EvidenceFile,
  type Field,
  MAX_EVIDENCE,
  MAX_LONG_TEXT,
  MAX_MONEY_CENTS,
  MAX_ROWS,
  MAX_TEXT,
  MAX_URL,
  type RowsField,
} from './field.ts';
import { type IsoDate, isIsoDate } from './iso-date.ts';
import { assertNever, failed, ok, type Result } from './result.ts';

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Text of at most `max` UTF-16 units. Everything a keyboard or clipboard can hold is kept as it is. */
export function textSchema(max: number): z.ZodType<string> {
  return z
    .string('Type some text.')
    .max(max, {
      error: (issue) =>
        `This is ${formatCount(String(issue.input).length)} characters long; the limit is ${formatCount(max)}. Shorten it and it will be saved.`,
    })
    .refine(
      (text) => !LONE_SURROGATE.test(text),
      'This contains a broken character. Delete it and type it again.',
    );
}

/** A date that exists. */
export const isoDateSchema: z.ZodType<IsoDate> = z
  .string('Enter a date, such as 12/18/2026.')
  .refine(isIsoDate, 'That date does not exist. Enter a date such as 12/18/2026.');

const urlSchema = z
  .string('Enter a web address.')
  .max(MAX_URL, `A web address can have at most ${formatCount(MAX_URL)} characters.`)
  .refine((text) => isHttpsUrl(text), 'Enter a full web address that starts with https://');

const stateSchema = z.string('Choose a state.').refine(isStateCode, 'Choose a state from the list.');

/** A well-formed reference to a kept file. */
export const evidenceFileSchema = z.custom<EvidenceFile>(isEvidenceFile, 'This file cannot be attached.');

const evidenceSchema = z
  .array(
    z.strictObject({
      name: textSchema(MAX_TEXT),
      location: textSchema(MAX_TEXT),
      file: evidenceFileSchema.optional(),
    }),
  )
  .max(MAX_EVIDENCE, `At most ${MAX_EVIDENCE} documents here.`);

// Building a schema costs more than everything else a save computes; fields are constants of the catalog.
const schemas = new WeakMap<Field, z.ZodType<AnswerValue>>();

/** The shape a stored answer must have. Knows no clock: what was valid once stays readable. */
export function schemaForField(field: Field): z.ZodType<AnswerValue> {
  const known = schemas.get(field);
  if (known !== undefined) return known;
  const schema = buildSchema(field);
  schemas.set(field, schema);
  return schema;
}

function buildSchema(field: Field): z.ZodType<AnswerValue> {
  switch (field.type) {
    case 'text': {
      const base = textSchema(field.maxLength ?? MAX_TEXT);
      return field.pattern === undefined ? base : matching(base, field.pattern);
    }
    case 'long-text':
      return textSchema(field.maxLength ?? MAX_LONG_TEXT);
    case 'date':
      return isoDateSchema;
    case 'integer':
      return integerSchema(field.min, field.max);
    case 'money':
      return moneySchema(field.maxCents ?? MAX_MONEY_CENTS);
    case 'percent':
      return percentSchema;
    case 'url':
      return urlSchema;
    case 'yes-no':
      return z.boolean('Choose yes or no.');
    case 'choice':
      return z.enum(valuesOf(field), 'Choose one from the list.');
    case 'choices':
      return uniqueList(z.enum(valuesOf(field), 'Choose from the list.'), field.options.length);
    case 'state':
      return stateSchema;
    case 'states':
      return uniqueList(stateSchema, 56);
    case 'evidence':
      return evidenceSchema;
    case 'rows':
      return rowsSchema(field);
    default:
      return assertNever(field);
  }
}

/** Answers of one item: known fields only, each optional. */
export function schemaForAnswers(fields: readonly Field[]): z.ZodType<Answers> {
  return z.strictObject(optionalShape(fields)) as unknown as z.ZodType<Answers>;
}

/** Checks a value before it is stored: its shape, and that a past date is not still to come. */
export function checkAnswer(field: Field, value: unknown, today: IsoDate): Result<AnswerValue> {
  const parsed = schemaForField(field).safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return failed(
      'invalid-answer',
      issue?.message ?? 'This answer cannot be stored.',
      [field.id, ...(issue?.path ?? [])].map(String).join('.'),
    );
  }
  const future = findFutureDate(field, parsed.data, today);
  return future ?? ok(parsed.data);
}

const NOT_YET = 'That date is still to come. Enter the day it happened.';

function findFutureDate(field: Field, value: AnswerValue, today: IsoDate): ReturnType<typeof failed> | null {
  if (field.type === 'date') {
    return field.when === 'past' && typeof value === 'string' && value > today
      ? failed('invalid-answer', NOT_YET, field.id)
      : null;
  }
  if (field.type !== 'rows' || !Array.isArray(value)) return null;
  for (const [index, row] of value.entries()) {
    for (const cell of field.fields) {
      const cellValue = (row as Readonly<Record<string, AnswerValue | undefined>>)[cell.id];
      const found = cellValue === undefined ? null : findFutureDate(cell, cellValue, today);
      if (found !== null) return failed('invalid-answer', NOT_YET, `${field.id}.${index}.${cell.id}`);
    }
  }
  return null;
}

/** True for an https address with a host and without a user name in it. */
export function isHttpsUrl(text: string): boolean {
  if (/\s/.test(text) || !/^https:\/\//i.test(text)) return false;
  const parts = /^https:\/\/([^/?#]*)/i.exec(text);
  const authority = parts?.[1] ?? '';
  return authority !== '' && !authority.includes('@') && /^[^\s<>"\\^`{}|]+$/.test(text);
}

function integerSchema(min: number, max: number): z.ZodType<number> {
  const range = `Enter a whole number from ${formatCount(min)} to ${formatCount(max)}.`;
  return z.int(range).min(min, range).max(max, range);
}

function moneySchema(maxCents: number): z.ZodType<number> {
  return z
    .int('Enter dollars and whole cents, such as 49.95.')
    .min(0, 'An amount cannot be below zero.')
    .max(maxCents, `The largest amount that fits here is $${formatCount(maxCents / 100)}.`);
}

const percentSchema = z
  .number('Enter a percentage from 0 to 100.')
  .min(0, 'Enter a percentage from 0 to 100.')
  .max(100, 'Enter a percentage from 0 to 100.')
  .refine((value) => Number(value.toFixed(2)) === value, 'Use at most two decimals, such as 99.95.');

function matching(base: z.ZodType<string>, pattern: { regex: RegExp; message: string }): z.ZodType<string> {
  return base.refine((text) => text === '' || pattern.regex.test(text), pattern.message);
}

function uniqueList(entry: z.ZodType<string>, max: number): z.ZodType<readonly string[]> {
  return z
    .array(entry)
    .max(max, 'Too many choices.')
    .refine((list) => new Set(list).size === list.length, 'One choice is there twice.');
}

function rowsSchema(field: RowsField): z.ZodType<AnswerValue> {
  const rowId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, 'This row has no valid id.');
  const max = field.maxRows ?? MAX_ROWS;
  const list = z
    .array(z.strictObject({ rowId, ...optionalShape(field.fields) }))
    .max(max, `At most ${max} rows fit here.`)
    .refine((rows) => new Set(rows.map((row) => row.rowId)).size === rows.length, 'One row is there twice.');
  return list as unknown as z.ZodType<AnswerValue>;
}

function optionalShape(fields: readonly Field[]): Record<string, z.ZodOptional<z.ZodType<AnswerValue>>> {
  return Object.fromEntries(fields.map((field) => [field.id, schemaForField(field).optional()]));
}

function valuesOf(field: Extract<CellField, { options: unknown }>): [string, ...string[]] {
  const [first, ...rest] = field.options.map((option) => option.value);
  if (first === undefined) throw new Error(`The field "${field.id}" offers nothing to choose`);
  return [first, ...rest];
}

function formatCount(value: number): string {
  return value.toLocaleString('en-US');
}

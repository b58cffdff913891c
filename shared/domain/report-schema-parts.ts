import * as z from 'zod';
import { ITEM_IDS } from '../catalog/ids.ts';
import { isoDateSchema } from './field-schema.ts';
import { answerValueSchema } from './plan-schema.ts';
import { STATE_WORDS } from './state-words.ts';

// Parts that the schemas of a report share.

/** One of the kinds that there are words for. */
export const keysOf = <K extends string>(words: Readonly<Record<K, string>>): z.ZodType<K> =>
  z.enum(Object.keys(words) as [K, ...K[]]) as unknown as z.ZodType<K>;

/** A kind with its word. */
export const worded = <K extends string>(kind: z.ZodType<K>) => z.strictObject({ kind, word: z.string() });

export const itemId = z.enum(ITEM_IDS);
export const state = keysOf(STATE_WORDS);
export const date = z.strictObject({ on: isoDateSchema, text: z.string() });
export const instant = z.iso.datetime();
export const count = z.int().min(0);

const asked = { fieldId: z.string(), label: z.string(), isAsked: z.boolean() };
const value = { ...asked, lines: z.array(z.string()), value: answerValueSchema };
const row = z.strictObject({
  rowId: z.string(),
  label: z.string(),
  isAsked: z.boolean(),
  cells: z.array(z.strictObject(value)),
});

/** What was recorded for one field. */
export const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('value'), ...value }),
  z.strictObject({ kind: z.literal('rows'), ...asked, rows: z.array(row) }),
]);

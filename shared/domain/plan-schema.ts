import * as z from 'zod';
import { ITEM_IDS } from '../catalog/ids.ts';
import { STATE_CODES, type StateCode } from '../catalog/state-codes.ts';
import { isAnswers, isAnswerValue } from './answer-value.ts';
import { checkRunSchema } from './check-run-schema.ts';
import type { Answers, AnswerValue } from './field.ts';
import { isoDateSchema, textSchema } from './field-schema.ts';
import {
  ITEM_STATUSES,
  type ItemRecord,
  type Plan,
  type PlanRecord,
  PROFILE_FLAGS,
  type Profile,
  RECORD_KINDS,
} from './plan.ts';

const stateCode = z.enum(STATE_CODES as readonly [StateCode, ...StateCode[]]);

export const MAX_REASON = 1_000;

/** Why an item does not apply: said, and short enough to print. */
export const reasonSchema = textSchema(MAX_REASON).refine(
  (reason) => reason.trim() !== '',
  'Say why this does not apply to you. The reason is printed on your report.',
);

export const profileSchema: z.ZodType<Profile> = z.strictObject({
  businessName: textSchema(120),
  town: textSchema(80),
  homeState: stateCode.nullable(),
  clientStates: z.array(stateCode).max(STATE_CODES.length),
  specialties: textSchema(500),
  flags: z.strictObject(
    Object.fromEntries(PROFILE_FLAGS.map((flag) => [flag, z.boolean().nullable()])) as Record<
      (typeof PROFILE_FLAGS)[number],
      z.ZodNullable<z.ZodBoolean>
    >,
  ),
  targetOpensOn: isoDateSchema.nullable(),
});

/** Any value some field could hold. */
export const answerValueSchema = z.custom<AnswerValue>(isAnswerValue, 'This answer cannot be stored.');

/** Answers of any item. */
export const answersSchema = z.custom<Answers>(isAnswers, 'These answers cannot be stored.');

export const itemRecordSchema: z.ZodType<ItemRecord> = z.strictObject({
  id: z.enum(ITEM_IDS),
  status: z.enum(ITEM_STATUSES),
  answers: answersSchema,
  notApplicableReason: z.string().nullable(),
  dueOn: isoDateSchema.nullable(),
  completedOn: isoDateSchema.nullable(),
  updatedAt: z.iso.datetime(),
});

export const recordIdSchema = z.string().min(1).max(64);

export const planRecordSchema: z.ZodType<PlanRecord> = z.strictObject({
  id: recordIdSchema,
  kind: z.enum(RECORD_KINDS),
  answers: answersSchema,
  archivedOn: isoDateSchema.nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

export const planSchema: z.ZodType<Plan> = z.strictObject({
  profile: profileSchema,
  items: z.partialRecord(z.enum(ITEM_IDS), itemRecordSchema),
  records: z.array(planRecordSchema),
  checks: z.array(checkRunSchema),
}) as unknown as z.ZodType<Plan>;

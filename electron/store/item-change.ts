import * as z from 'zod';
import type { Answers, AnswerValue } from '../../shared/domain/field.ts';
import { isoDateSchema } from '../../shared/domain/field-schema.ts';
import { ITEM_STATUSES, type ItemRecord } from '../../shared/domain/plan.ts';
import { answerValueSchema } from '../../shared/domain/plan-schema.ts';

/** Answers to set, by field id; null removes one. */
export type AnswersPatch = Readonly<Record<string, AnswerValue | null>>;

/**
 * Part of an item's record: what one change touched, as it was or as it became. Only what differs is kept, so that a
 * long note is not written again with every tick beside it.
 */
export interface ItemPart {
  readonly answers?: AnswersPatch | undefined;
  readonly status?: ItemRecord['status'] | undefined;
  readonly notApplicableReason?: string | null | undefined;
  readonly dueOn?: ItemRecord['dueOn'] | undefined;
  readonly completedOn?: ItemRecord['completedOn'] | undefined;
}

/** A part as it comes back from the database. */
export const itemPartSchema = z.strictObject({
  answers: z.record(z.string(), answerValueSchema.nullable()).optional(),
  status: z.enum(ITEM_STATUSES).optional(),
  notApplicableReason: z.string().nullable().optional(),
  dueOn: isoDateSchema.nullable().optional(),
  completedOn: isoDateSchema.nullable().optional(),
}) as unknown as z.ZodType<ItemPart>;

/** What a change did. */
export interface Change {
  readonly before: ItemPart;
  readonly after: ItemPart;
}

const PLAIN_KEYS = ['status', 'notApplicableReason', 'dueOn', 'completedOn'] as const;

/** What differs between two records of one item; null when nothing does. `updatedAt` alone is not a difference. */
export function changeBetween(before: ItemRecord, after: ItemRecord): Change | null {
  const answers = answersChange(before.answers, after.answers);
  const keys = PLAIN_KEYS.filter((key) => before[key] !== after[key]);
  if (answers === null && keys.length === 0) return null;
  const plainPart = (record: ItemRecord): ItemPart =>
    Object.fromEntries(keys.map((key) => [key, record[key]]));
  return {
    before: { ...answers?.before, ...plainPart(before) },
    after: { ...answers?.after, ...plainPart(after) },
  };
}

/** What differs between two sets of answers; null when nothing does. */
export function answersChange(before: Answers, after: Answers): Change | null {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (id) => before[id] !== after[id] && JSON.stringify(before[id]) !== JSON.stringify(after[id]),
  );
  if (ids.length === 0) return null;
  const part = (answers: Answers): ItemPart => ({
    answers: Object.fromEntries(ids.map((id) => [id, answers[id] ?? null])),
  });
  return { before: part(before), after: part(after) };
}

/** True when the user changed nothing: only the judgement of what is recorded came out differently. */
export function isJudgementOnly(change: Change): boolean {
  const { answers, dueOn, notApplicableReason } = change.after;
  return answers === undefined && dueOn === undefined && notApplicableReason === undefined;
}

/** The answers with a patch laid over them. */
export function withPatch(answers: Answers, patch: AnswersPatch): Answers {
  const merged = new Map(Object.entries(answers));
  for (const [id, value] of Object.entries(patch)) {
    if (value === null) merged.delete(id);
    else merged.set(id, value);
  }
  return Object.fromEntries(merged);
}

/** An item before anything was recorded for it. */
export function blankRecord(id: ItemRecord['id'], at: ItemRecord['updatedAt']): ItemRecord {
  return {
    id,
    status: 'not-started',
    answers: {},
    notApplicableReason: null,
    dueOn: null,
    completedOn: null,
    updatedAt: at,
  };
}

import * as z from 'zod';
import { isoDateSchema } from '../../shared/domain/field-schema.ts';
import type { IsoDate } from '../../shared/domain/iso-date.ts';
import type { PlanRecord } from '../../shared/domain/plan.ts';
import { answerValueSchema } from '../../shared/domain/plan-schema.ts';
import { type AnswersPatch, answersChange } from './item-change.ts';

/** Part of an entry of a list: what one change touched, as it was or as it became. */
export interface RecordPart {
  readonly answers?: AnswersPatch | undefined;
  readonly archivedOn?: IsoDate | null | undefined;
  /** Only in the first change: what the entry is. */
  readonly kind?: string | undefined;
}

export interface RecordChange {
  readonly before: RecordPart;
  readonly after: RecordPart;
}

/** A part as it comes back from the database. */
export const recordPartSchema = z.strictObject({
  answers: z.record(z.string(), answerValueSchema.nullable()).optional(),
  archivedOn: isoDateSchema.nullable().optional(),
  kind: z.string().optional(),
}) as unknown as z.ZodType<RecordPart>;

/** What differs between two states of one entry; null when nothing does. A null `before`: it is new. */
export function recordChangeBetween(before: PlanRecord | null, after: PlanRecord): RecordChange | null {
  const answers = answersChange(before?.answers ?? {}, after.answers);
  const isNew = before === null;
  const isMoved = (before?.archivedOn ?? null) !== after.archivedOn;
  if (answers === null && !isNew && !isMoved) return null;
  return {
    before: {
      ...answers?.before,
      ...(isMoved ? { archivedOn: before?.archivedOn ?? null } : {}),
    } as RecordPart,
    after: {
      ...(isNew ? { kind: after.kind } : {}),
      ...answers?.after,
      ...(isMoved ? { archivedOn: after.archivedOn } : {}),
    } as RecordPart,
  };
}

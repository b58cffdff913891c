import * as z from 'zod';
import type { CheckRun } from '../../shared/domain/check-run.ts';
import { checkRunSchema } from '../../shared/domain/check-run-schema.ts';
import type { Field } from '../../shared/domain/field.ts';
import { type PlanRecord, RECORD_KINDS, type RecordKind } from '../../shared/domain/plan.ts';
import { planRecordSchema } from '../../shared/domain/plan-schema.ts';
import { isObject, parseJson, type ReadRow, readableAnswers } from './plan-rows.ts';

/** Columns of `record` in the order the statements use. */
export const RECORD_COLUMNS = 'id, kind, answers, archived_on, created_at, updated_at' as const;
/** Columns of `check_run`, without its number. */
export const CHECK_COLUMNS = 'id, check_name, target, outcome, method, detail, checked_at' as const;

/** Fields of a kind of entry. */
export type RecordFieldsFor = (kind: RecordKind) => readonly Field[];

/** Subject of a record's history rows, and of what could not be read of it. */
export function recordSubject(id: string): string {
  return `record:${id}`;
}

const recordRow = z.strictObject({
  id: z.string(),
  kind: z.enum(RECORD_KINDS),
  answers: z.string(),
  archived_on: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});

/** A row of `record`. One bad answer does not take the others with it. */
export function parseRecordRow(row: unknown, fieldsFor: RecordFieldsFor): ReadRow<PlanRecord> {
  const parsed = recordRow.safeParse(row);
  const stored = parsed.success ? parseJson(parsed.data.answers) : null;
  if (!parsed.success || !isObject(stored)) return allUnreadable(row);
  const { answers, bad } = readableAnswers(stored, fieldsFor(parsed.data.kind));
  const { id, kind, archived_on, created_at, updated_at } = parsed.data;
  const record = planRecordSchema.safeParse({
    id,
    kind,
    answers,
    archivedOn: archived_on,
    createdAt: created_at,
    updatedAt: updated_at,
  });
  if (!record.success) return allUnreadable(row);
  return {
    value: record.data,
    unreadable: bad.length === 0 ? null : { subject: recordSubject(id), fields: bad, row },
  };
}

/** A record as the values of `RECORD_COLUMNS`. */
export function toRecordRow(record: PlanRecord): readonly (string | null)[] {
  const { id, kind, answers, archivedOn, createdAt, updatedAt } = record;
  return [id, kind, JSON.stringify(answers), archivedOn, createdAt, updatedAt];
}

const checkRow = z.strictObject({
  id: z.string(),
  check_name: z.string(),
  target: z.string(),
  outcome: z.string(),
  method: z.string(),
  detail: z.string(),
  checked_at: z.string(),
});

/** A row of `check_run`. */
export function parseCheckRow(row: unknown): ReadRow<CheckRun> {
  const parsed = checkRow.safeParse(row);
  const run = parsed.success
    ? checkRunSchema.safeParse({
        id: parsed.data.id,
        check: parsed.data.check_name,
        target: parsed.data.target,
        outcome: parsed.data.outcome,
        method: parsed.data.method,
        detail: parseJson(parsed.data.detail),
        checkedAt: parsed.data.checked_at,
      })
    : null;
  // The column is what the database can see, the detail what is shown: they must not say different things.
  return run?.success === true && run.data.outcome === run.data.detail.outcome
    ? { value: run.data, unreadable: null }
    : { value: null, unreadable: { subject: 'check', fields: null, row } };
}

/** A run as the values of `CHECK_COLUMNS`. */
export function toCheckRow(run: CheckRun): readonly string[] {
  const { id, check, target, outcome, method, detail, checkedAt } = run;
  return [id, check, target, outcome, method, JSON.stringify(detail), checkedAt];
}

function allUnreadable(row: unknown): ReadRow<PlanRecord> {
  const id = isObject(row) && typeof row.id === 'string' ? row.id : '';
  return { value: null, unreadable: { subject: recordSubject(id), fields: null, row } };
}

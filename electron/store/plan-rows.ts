import * as z from 'zod';
import { ITEM_IDS } from '../../shared/catalog/ids.ts';
import type { Answers, Field } from '../../shared/domain/field.ts';
import type { ItemRecord, Profile } from '../../shared/domain/plan.ts';
import {
  answersSchema,
  answerValueSchema,
  itemRecordSchema,
  profileSchema,
} from '../../shared/domain/plan-schema.ts';
import { hasShapeOf } from './answer-shape.ts';

/** Something in the database that could not be read. It stays there, and is reported, never dropped. */
export interface Unreadable {
  /** `profile`, `check`, `record:` and an id, or the id of an item (perhaps one this version does not know). */
  readonly subject: string;
  /** The fields concerned; null: everything recorded there. */
  readonly fields: readonly string[] | null;
  /** The row as it lies in the database. */
  readonly row: unknown;
}

/** A row on its way out: what could be read of it, and what could not. */
export interface ReadRow<T> {
  readonly value: T | null;
  readonly unreadable: Unreadable | null;
}

/** Fields of an item; null for an item the catalog does not have. */
export type FieldsFor = (itemId: string) => readonly Field[] | null;

const itemRow = z.strictObject({
  id: z.enum(ITEM_IDS),
  status: z.string(),
  answers: z.string(),
  not_applicable_reason: z.string().nullable(),
  due_on: z.string().nullable(),
  completed_on: z.string().nullable(),
  updated_at: z.string(),
});

/** Columns of `item` in the order the statements use. */
export const ITEM_COLUMNS =
  'id, status, answers, not_applicable_reason, due_on, completed_on, updated_at' as const;
/** Columns of `profile` in the order the statements use. */
export const PROFILE_COLUMNS =
  'business_name, town, home_state, client_states, specialties, flags, target_opens_on, updated_at' as const;

/** A row of `item` as a record. One bad answer does not take the others with it. */
export function parseItemRow(row: unknown, fieldsFor: FieldsFor): ReadRow<ItemRecord> {
  const parsed = itemRow.safeParse(row);
  const fields = parsed.success ? fieldsFor(parsed.data.id) : null;
  const stored = parsed.success ? parseJson(parsed.data.answers) : null;
  if (!parsed.success || fields === null || !isObject(stored)) return allUnreadable(row);
  const { answers, bad } = readableAnswers(stored, fields);
  const record = itemRecordSchema.safeParse({
    id: parsed.data.id,
    status: parsed.data.status,
    answers,
    notApplicableReason: parsed.data.not_applicable_reason,
    dueOn: parsed.data.due_on,
    completedOn: parsed.data.completed_on,
    updatedAt: parsed.data.updated_at,
  });
  if (!record.success) return allUnreadable(row);
  return {
    value: record.data,
    unreadable: bad.length === 0 ? null : { subject: parsed.data.id, fields: bad, row },
  };
}

/** A record as the values of `ITEM_COLUMNS`. */
export function toItemRow(record: ItemRecord): readonly (string | null)[] {
  return [
    record.id,
    record.status,
    JSON.stringify(record.answers),
    record.notApplicableReason,
    record.dueOn,
    record.completedOn,
    record.updatedAt,
  ];
}

const profileRow = z.strictObject({
  business_name: z.string(),
  town: z.string(),
  home_state: z.string().nullable(),
  client_states: z.string().transform(parseJson),
  specialties: z.string(),
  flags: z.string().transform(parseJson),
  target_opens_on: z.string().nullable(),
  updated_at: z.string(),
});

/** The row of `profile`. */
export function parseProfileRow(row: unknown): ReadRow<Profile> {
  const parsed = profileRow.safeParse(row);
  const profile = parsed.success
    ? profileSchema.safeParse({
        businessName: parsed.data.business_name,
        town: parsed.data.town,
        homeState: parsed.data.home_state,
        clientStates: parsed.data.client_states,
        specialties: parsed.data.specialties,
        flags: parsed.data.flags,
        targetOpensOn: parsed.data.target_opens_on,
      })
    : null;
  return profile?.success === true
    ? { value: profile.data, unreadable: null }
    : { value: null, unreadable: { subject: 'profile', fields: null, row } };
}

/** A profile as the values of `PROFILE_COLUMNS`. */
export function toProfileRow(profile: Profile, updatedAt: string): readonly (string | null)[] {
  return [
    profile.businessName,
    profile.town,
    profile.homeState,
    JSON.stringify(profile.clientStates),
    profile.specialties,
    JSON.stringify(profile.flags),
    profile.targetOpensOn,
    updatedAt,
  ];
}

/** JSON text as a value; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Parts stored answers into those that fit their fields and those that do not. */
export function readableAnswers(
  stored: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
): { readonly answers: Answers; readonly bad: readonly string[] } {
  const byId = new Map(fields.map((field) => [field.id, field]));
  const whole = answersSchema.safeParse(stored);
  const isGood = ([id, value]: readonly [string, unknown]): boolean => {
    const field = byId.get(id);
    // An answer to a question this version does not ask is kept as it is: another version asked it.
    const isOfItsKind = field === undefined || hasShapeOf(field, value);
    return isOfItsKind && (whole.success || answerValueSchema.safeParse(value).success);
  };
  const entries = Object.entries(stored);
  const good = entries.filter(isGood);
  if (good.length === entries.length) return { answers: stored as Answers, bad: [] };
  const goodIds = new Set(good.map(([id]) => id));
  return {
    answers: Object.fromEntries(good) as Answers,
    bad: entries.map(([id]) => id).filter((id) => !goodIds.has(id)),
  };
}

function allUnreadable(row: unknown): ReadRow<ItemRecord> {
  const id = isObject(row) && typeof row.id === 'string' ? row.id : '';
  return { value: null, unreadable: { subject: id, fields: null, row } };
}

/** True for a plain object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { EMPTY_PROFILE } from '../../shared/domain/plan.ts';
import { answersSchema, profileSchema } from '../../shared/domain/plan-schema.ts';
import { toProfile, toProfileAnswers } from '../../shared/domain/profile.ts';
import { type AnswersPatch, withPatch } from './item-change.ts';
import { isObject, PROFILE_COLUMNS, parseJson, parseProfileRow, toProfileRow } from './plan-rows.ts';
import type { SalvagedRow } from './salvage.ts';

/** One change as a history row tells it. */
export interface SubjectChange {
  readonly at: string;
  /** Parts as they became: answers, and columns by the names the history gives them. */
  readonly after: Readonly<Record<string, unknown>>;
}

/** The row a subject would have after these changes, oldest first; null when they do not make one. */
export function rebuildRow(
  subject: string,
  current: SalvagedRow | null,
  changes: readonly SubjectChange[],
): SalvagedRow | null {
  const at = changes.at(-1)?.at;
  if (at === undefined || !changes.every(({ after }) => isObject(after))) return null;
  if (subject === 'profile') return rebuildProfile(current, changes, at);
  return subject.startsWith('item:')
    ? rebuildItem(subject.slice(5), current, changes, at)
    : rebuildRecord(subject.slice(7), current, changes, at);
}

function rebuildItem(
  id: string,
  current: SalvagedRow | null,
  changes: readonly SubjectChange[],
  at: string,
): SalvagedRow {
  const [, status = 'not-started', answers = '{}', reason = null, dueOn = null, completedOn = null] =
    current ?? [];
  return [
    id,
    partAfter(changes, 'status', status),
    answersAfter(changes, answers),
    partAfter(changes, 'notApplicableReason', reason),
    partAfter(changes, 'dueOn', dueOn),
    partAfter(changes, 'completedOn', completedOn),
    at,
  ];
}

function rebuildRecord(
  id: string,
  current: SalvagedRow | null,
  changes: readonly SubjectChange[],
  at: string,
): SalvagedRow | null {
  const first = changes[0];
  const isNew = first !== undefined && typeof first.after.kind === 'string';
  if (current === null && !isNew) return null;
  const [, kind = null, answers = '{}', archivedOn = null, createdAt = first?.at ?? at] = current ?? [];
  return [
    id,
    partAfter(changes, 'kind', kind),
    answersAfter(changes, answers),
    partAfter(changes, 'archivedOn', archivedOn),
    createdAt,
    at,
  ];
}

function rebuildProfile(
  current: SalvagedRow | null,
  changes: readonly SubjectChange[],
  at: string,
): SalvagedRow | null {
  const names = PROFILE_COLUMNS.split(', ');
  const row =
    current === null ? null : Object.fromEntries(names.map((name, index) => [name, current[index]]));
  const before = row === null ? EMPTY_PROFILE : parseProfileRow(row).value;
  const start = before === null ? {} : toProfileAnswers(before);
  const answers = answersSchema.safeParse(parseJson(answersAfter(changes, JSON.stringify(start))));
  const profile = answers.success ? profileSchema.safeParse(toProfile(answers.data)) : null;
  return profile?.success === true ? toProfileRow(profile.data, at) : null;
}

function answersAfter(changes: readonly SubjectChange[], before: string | null): string {
  const start = parseJson(before ?? '');
  let answers = isObject(start) ? start : {};
  for (const { after } of changes) {
    if (isObject(after.answers)) answers = withPatch(answers as never, after.answers as AnswersPatch);
  }
  return JSON.stringify(answers);
}

function partAfter(changes: readonly SubjectChange[], name: string, before: string | null): string | null {
  let value = before;
  for (const { after } of changes) {
    if (name in after) value = typeof after[name] === 'string' ? after[name] : null;
  }
  return value;
}

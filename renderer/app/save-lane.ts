import type { Answers, AnswerValue } from '../../shared/domain/field.ts';
import type { Failure } from '../../shared/domain/result.ts';

/** Field ids and their new values; null clears an answer. */
export type Patch = Readonly<Record<string, AnswerValue | null>>;

/** A value the store refused. It stays on screen with the reason until it is changed. */
export interface Refusal {
  readonly value: AnswerValue | null;
  /** Path of the answer inside its field, such as `roles.0.from_date`. */
  readonly path: string;
  readonly message: string;
}

/** Everything not yet stored for one target. Newer parts win over older ones: refused, then sending, then waiting. */
export interface Lane {
  readonly waiting: Patch;
  readonly sending: Patch | null;
  readonly refused: Readonly<Record<string, Refusal>>;
  readonly failure: Failure | null;
}

export const EMPTY_LANE: Lane = { waiting: {}, sending: null, refused: {}, failure: null };

/** The values to lay over what is stored. */
export function overlayOf(lane: Lane): Patch {
  const refused = Object.entries(lane.refused).map(([id, { value }]) => [id, value] as const);
  return { ...Object.fromEntries(refused), ...lane.sending, ...lane.waiting };
}

/** Stored answers with a patch laid over them. */
export function withPatch(answers: Answers, patch: Patch | undefined): Answers {
  if (patch === undefined) return answers;
  return Object.fromEntries(
    Object.entries({ ...answers, ...patch }).filter((entry): entry is [string, AnswerValue] => {
      const [, value] = entry;
      return value !== null;
    }),
  );
}

/** The lane after one more change. A new value for a refused field gets a new chance. */
export function withChange(lane: Lane, fieldId: string, value: AnswerValue | null): Lane {
  const { [fieldId]: _old, ...refused } = lane.refused;
  return { ...lane, refused, waiting: { ...lane.waiting, [fieldId]: value } };
}

/** The lane after a failed request: nothing is given up. A field that was refused by name stands aside so that the
 * others can be saved without it. */
export function afterFailure(lane: Lane, failure: Failure): Lane {
  const unsent = { ...lane.sending, ...lane.waiting };
  const path = failure.code === 'invalid-answer' ? failure.field : undefined;
  const fieldId = path?.split('.')[0];
  if (path === undefined || fieldId === undefined || !(fieldId in (lane.sending ?? {}))) {
    return { ...lane, sending: null, waiting: unsent, failure };
  }
  const { [fieldId]: value = null, ...rest } = unsent;
  // Changed again while the refusal was on its way: the newer value has not been judged yet.
  if (fieldId in lane.waiting) return { ...lane, sending: null, waiting: unsent, failure: null };
  const refusal: Refusal = { value, path, message: failure.message };
  return {
    sending: null,
    waiting: rest,
    refused: { ...lane.refused, [fieldId]: refusal },
    failure: null,
  };
}

/** The lane after a request that went well: what was refused before and is stored now is refused no more. */
export function afterSuccess(lane: Lane): Lane {
  const stored = lane.sending ?? {};
  const refused = Object.entries(lane.refused).filter(([id]) => !(id in stored));
  return { ...lane, sending: null, failure: null, refused: Object.fromEntries(refused) };
}

/** Asks again for what was refused: with the others as they are now, it may stand. */
export function withSecondChance(lane: Lane): Lane {
  const refused = Object.entries(lane.refused).map(([id, { value }]) => [id, value] as const);
  return { ...lane, waiting: { ...Object.fromEntries(refused), ...lane.waiting } };
}

/** True when something waits to be sent or is on its way. */
export function isUnsettled(lane: Lane): boolean {
  return lane.sending !== null || Object.keys(lane.waiting).length > 0;
}

import { isStateCode, type StateCode } from '../../../shared/catalog/state-codes.ts';
import type { Item } from '../../../shared/catalog/types.ts';
import type { Answers, AnswerValue, Field, Row } from '../../../shared/domain/field.ts';
import { type Profile, statesOf } from '../../../shared/domain/plan.ts';

/** States of the profile, home first, then those named in the answers; each once. */
export function statesInSight(item: Item, answers: Answers, profile: Profile): readonly StateCode[] {
  return [
    ...new Set([...statesOf(profile), ...item.fields.flatMap((field) => statesIn(field, answers[field.id]))]),
  ];
}

function statesIn(field: Field, value: AnswerValue | undefined): readonly StateCode[] {
  if (value === undefined) return [];
  if (field.type === 'state') return [String(value)].filter(isStateCode);
  if (field.type === 'states') return (value as readonly string[]).filter(isStateCode);
  if (field.type !== 'rows') return [];
  return (value as readonly Row[]).flatMap((row) =>
    field.fields.flatMap((cell) => statesIn(cell, row[cell.id])),
  );
}

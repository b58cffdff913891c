import type { Catalog, Item } from '../../shared/catalog/types.ts';
import { effectiveAnswers, ruleContext, statusFor } from '../../shared/domain/assess-item.ts';
import type { Field } from '../../shared/domain/field.ts';
import { checkAnswer } from '../../shared/domain/field-schema.ts';
import type { IsoDate, IsoInstant } from '../../shared/domain/iso-date.ts';
import type { ItemRecord, Plan } from '../../shared/domain/plan.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { type AnswersPatch, blankRecord } from '../store/item-change.ts';
import type { Clock } from './handler.ts';

/** Checks every entry of a patch against the field it names. All of it is good, or none of it is used. */
export function checkPatch(
  fields: readonly Field[],
  patch: AnswersPatch,
  today: IsoDate,
): Result<AnswersPatch> {
  const checked: [string, AnswersPatch[string]][] = [];
  for (const [id, value] of Object.entries(patch)) {
    const field = fields.find((candidate) => candidate.id === id);
    if (field === undefined) return failed('invalid-answer', 'There is no such question here.', id);
    if (value === null) {
      checked.push([id, null]);
      continue;
    }
    const answer = checkAnswer(field, value, today);
    if (!answer.ok) return answer;
    // As it will come back from the file: what is shown after saving is what is shown after the next start.
    checked.push([id, JSON.parse(JSON.stringify(answer.value))]);
  }
  return ok(Object.fromEntries(checked));
}

/** What is recorded for an item, or the blank it starts from. */
export function recordOf(plan: Plan, item: Item, at: IsoInstant): ItemRecord {
  return plan.items[item.id] ?? blankRecord(item.id, at);
}

/**
 * Judges a changed record: its status, and the day it was completed. That day is kept while the item stays done;
 * `formerlyCompletedOn` is the one an undo brings back.
 */
export function judged(
  catalog: Catalog,
  plan: Plan,
  item: Item,
  record: ItemRecord,
  clock: Clock,
  formerlyCompletedOn: IsoDate | null = null,
): ItemRecord {
  const today = clock.today();
  const status =
    record.notApplicableReason === null
      ? statusFor(
          item,
          effectiveAnswers(item, plan, today, record.answers),
          ruleContext(catalog, plan, today),
        )
      : 'not-applicable';
  const completedOn = status === 'done' ? (record.completedOn ?? formerlyCompletedOn ?? today) : null;
  return { ...record, status, completedOn, updatedAt: clock.now() };
}

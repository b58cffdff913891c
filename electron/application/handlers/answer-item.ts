import { fieldsOf } from '../../../shared/catalog/item-fields.ts';
import type { ItemRecord } from '../../../shared/domain/plan.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import { type AnswersPatch, withPatch } from '../../store/item-change.ts';
import type { HistoryAction } from '../../store/plan-writes.ts';
import { noteAnswered, refuseUnknownFiles } from '../evidence-references.ts';
import { type Handler, type HandlerContext, itemWithId } from '../handler.ts';
import { checkPatch, judged, recordOf } from '../item-record.ts';

/** Saves answers of one item: all of the patch or nothing. */
export const answerItem: Handler<'answerItem'> = ({ itemId, patch }, context) =>
  saveItemAnswers(itemId, patch as AnswersPatch, 'answer', context);

/** The same as part of something else, which the history is told. */
export function saveItemAnswers(
  itemId: string,
  patch: AnswersPatch,
  action: HistoryAction,
  context: HandlerContext,
): Result<{ item: ItemRecord }> {
  const { catalog, store, clock, evidence } = context;
  const item = itemWithId(catalog, itemId);
  if (!item.ok) return item;
  const checked = checkPatch(fieldsOf(item.value), patch, clock.today());
  if (!checked.ok) return checked;
  const saved = store.change((draft) => {
    const before = recordOf(draft.plan(), item.value, clock.now());
    const held = refuseUnknownFiles(before.answers, checked.value, action, evidence);
    if (!held.ok) return held;
    const answered = { ...before, answers: withPatch(before.answers, checked.value) };
    const record = judged(catalog, draft.plan(), item.value, answered, clock);
    return ok({ item: draft.saveItem(record, action) });
  });
  return noteAnswered(saved, checked.value, evidence);
}

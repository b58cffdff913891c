import { fieldsOf } from '../../../shared/catalog/item-fields.ts';
import { ok } from '../../../shared/domain/result.ts';
import { type AnswersPatch, withPatch } from '../../store/item-change.ts';
import { type Handler, itemWithId } from '../handler.ts';
import { checkPatch, judged, recordOf } from '../item-record.ts';

/** Saves answers of one item: all of the patch or nothing. */
export const answerItem: Handler<'answerItem'> = ({ itemId, patch }, { catalog, store, clock }) => {
  const item = itemWithId(catalog, itemId);
  if (!item.ok) return item;
  const checked = checkPatch(fieldsOf(item.value), patch as AnswersPatch, clock.today());
  if (!checked.ok) return checked;
  return store.change((draft) => {
    const before = recordOf(draft.plan(), item.value, clock.now());
    const answered = { ...before, answers: withPatch(before.answers, checked.value) };
    const record = judged(catalog, draft.plan(), item.value, answered, clock);
    return ok({ item: draft.saveItem(record, 'answer') });
  });
};

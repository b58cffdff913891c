import { fieldsOf } from '../../../shared/catalog/item-fields.ts';
import type { Item } from '../../../shared/catalog/types.ts';
import { failed, ok } from '../../../shared/domain/result.ts';
import { type ItemPart, withPatch } from '../../store/item-change.ts';
import { type Handler, itemWithId } from '../handler.ts';
import { judged, recordOf } from '../item-record.ts';

/** Takes the item's newest change back, as a change of its own: undoing again brings it back. */
export const undoItem: Handler<'undoItem'> = ({ itemId }, { catalog, store, clock }) => {
  const item = itemWithId(catalog, itemId);
  if (!item.ok) return item;
  return store.change((draft) => {
    const last = draft.lastChange(itemId);
    if (last === null) return failed('nothing-to-undo', 'There is nothing to undo here yet.');
    const { answers = {}, notApplicableReason, dueOn, completedOn = null } = last.before;
    const now = recordOf(draft.plan(), item.value, clock.now());
    const restored = {
      ...now,
      answers: withPatch(now.answers, answers),
      notApplicableReason: notApplicableReason === undefined ? now.notApplicableReason : notApplicableReason,
      dueOn: dueOn === undefined ? now.dueOn : dueOn,
    };
    const record = judged(catalog, draft.plan(), item.value, restored, clock, completedOn);
    return ok({ item: draft.saveItem(record, 'undo'), undone: labelsOf(item.value, last.before) });
  });
};

/** What changed, under the names a person knows it by. */
function labelsOf(item: Item, part: ItemPart): string[] {
  const labels = new Map(fieldsOf(item).map((field) => [field.id, field.label]));
  const answers = Object.keys(part.answers ?? {}).map((id) => labels.get(id) ?? id);
  if (part.notApplicableReason !== undefined) answers.push('Does not apply to me');
  if (part.dueOn !== undefined) answers.push('Do this by');
  return answers;
}

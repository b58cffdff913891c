import { reasonSchema } from '../../../shared/domain/plan-schema.ts';
import { failed, ok } from '../../../shared/domain/result.ts';
import { type Handler, itemWithId } from '../handler.ts';
import { judged, recordOf } from '../item-record.ts';

/** Sets an item aside with a reason, which prints; a null reason brings it back with its answers untouched. */
export const setNotApplicable: Handler<'setNotApplicable'> = (
  { itemId, reason },
  { catalog, store, clock },
) => {
  const item = itemWithId(catalog, itemId);
  if (!item.ok) return item;
  const checked = reasonSchema.nullable().safeParse(reason);
  if (!checked.success) {
    const message = checked.error.issues[0]?.message ?? 'This reason cannot be stored.';
    return failed('invalid-answer', message, 'reason');
  }
  return store.change((draft) => {
    const before = recordOf(draft.plan(), item.value, clock.now());
    const changed = { ...before, notApplicableReason: checked.data };
    const record = judged(catalog, draft.plan(), item.value, changed, clock);
    return ok({ item: draft.saveItem(record, checked.data === null ? 'applies' : 'not-applicable') });
  });
};

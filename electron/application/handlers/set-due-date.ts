import { ok } from '../../../shared/domain/result.ts';
import { type Handler, itemWithId } from '../handler.ts';
import { judged, recordOf } from '../item-record.ts';

/** Sets or clears the user's own "do this by" date. */
export const setDueDate: Handler<'setDueDate'> = ({ itemId, dueOn }, { catalog, store, clock }) => {
  const item = itemWithId(catalog, itemId);
  if (!item.ok) return item;
  return store.change((draft) => {
    const before = recordOf(draft.plan(), item.value, clock.now());
    const record = judged(catalog, draft.plan(), item.value, { ...before, dueOn }, clock);
    return ok({ item: draft.saveItem(record, 'due-date') });
  });
};

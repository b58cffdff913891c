import { failed, ok } from '../../../shared/domain/result.ts';
import type { Handler } from '../handler.ts';
import { refuseTwin } from '../plan-record.ts';

/** Takes an entry off its list, or puts it back. What it holds stays. */
export const archiveRecord: Handler<'archiveRecord'> = ({ id, isArchived }, { store, clock }) =>
  store.change((draft) => {
    const before = draft.plan().records.find((record) => record.id === id);
    if (before === undefined) return failed('not-found', 'This entry is not there any more.');
    const archivedOn = isArchived ? (before.archivedOn ?? clock.today()) : null;
    const record = { ...before, archivedOn, updatedAt: clock.now() };
    const twin = isArchived ? ok(null) : refuseTwin(draft.plan(), record);
    return twin.ok ? ok({ record: draft.saveRecord(record, isArchived ? 'archive' : 'restore') }) : twin;
  });

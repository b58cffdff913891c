import { historyScope } from '../../../shared/domain/history-entry.ts';
import { historySearch } from '../../../shared/domain/history-search.ts';
import { ok } from '../../../shared/domain/result.ts';
import { HISTORY_PAGE } from '../../../shared/ipc/history-contract.ts';
import type { Handler } from '../handler.ts';

/** A page of the history, newest first, with everything that was searched for in its lines as a person reads them. */
export const loadHistory: Handler<'loadHistory'> = ({ subject, search, beforeSeq }, { catalog, store }) => {
  const recorded = store.read();
  if (!recorded.ok) return recorded;
  const { plan } = recorded.value;
  const page = store.historyPage({
    scope: historyScope(subject, plan),
    accepts: historySearch(search, { catalog, plan }),
    beforeSeq,
    limit: HISTORY_PAGE,
  });
  return page.ok ? ok({ ...page.value, entries: [...page.value.entries] }) : page;
};

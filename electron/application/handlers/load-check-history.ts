import { ok } from '../../../shared/domain/result.ts';
import { MAX_HISTORY } from '../../../shared/ipc/contract.ts';
import type { Handler } from '../handler.ts';

/** Results of one check, newest first. */
export const loadCheckHistory: Handler<'loadCheckHistory'> = ({ subject }, { store }) => {
  const runs = store.checkHistory(subject, MAX_HISTORY);
  return runs.ok ? ok({ runs: [...runs.value] }) : runs;
};

import { ok } from '../../../shared/domain/result.ts';
import type { Handler } from '../handler.ts';

/** Passes on that a report page has laid out its pages. */
export const reportReady: Handler<'reportReady'> = ({ pages }, { shell }, senderId) => {
  shell.reportReady(senderId, pages);
  return ok({});
};

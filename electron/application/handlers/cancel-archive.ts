import { ok } from '../../../shared/domain/result.ts';
import type { Handler } from '../handler.ts';

/** Ends an export or an import under way. */
export const cancelArchive: Handler<'cancelArchive'> = (_input, { archives }) => {
  archives.cancel();
  return ok({});
};

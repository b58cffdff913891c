import { ok } from '../../../shared/domain/result.ts';
import type { Handler } from '../handler.ts';

/** Ends the checks under way. What they found so far is kept. */
export const cancelChecks: Handler<'cancelChecks'> = (_input, { checks }) => {
  checks.cancel();
  return ok({});
};

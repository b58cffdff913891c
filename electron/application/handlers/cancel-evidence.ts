import { ok } from '../../../shared/domain/result.ts';
import type { Handler } from '../handler.ts';

/** Gives up a file that is being copied, or every one of the window. */
export const cancelEvidence: Handler<'cancelEvidence'> = ({ uploadId }, { evidence }, senderId) => {
  evidence.cancel(senderId, uploadId);
  return ok({});
};

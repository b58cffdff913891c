import type { Handler } from '../handler.ts';

/** Keeps a file whose last piece has come. */
export const finishEvidence: Handler<'finishEvidence'> = ({ uploadId }, { evidence }, senderId) =>
  evidence.finish(senderId, uploadId);

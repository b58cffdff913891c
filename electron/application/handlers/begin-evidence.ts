import type { Handler } from '../handler.ts';

/** Makes ready to copy a file, or says why it cannot be kept. */
export const beginEvidence: Handler<'beginEvidence'> = (file, { evidence }, senderId) =>
  evidence.begin(senderId, file);

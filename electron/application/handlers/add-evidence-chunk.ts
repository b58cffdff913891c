import { ok } from '../../../shared/domain/result.ts';
import type { Handler } from '../handler.ts';

/** Takes the next piece of a file. */
export const addEvidenceChunk: Handler<'addEvidenceChunk'> = (piece, { evidence }, senderId) => {
  const taken = evidence.add(senderId, piece);
  return taken.ok ? ok({}) : taken;
};

import { evidenceType } from '../../../shared/domain/evidence.ts';
import { failed, ok } from '../../../shared/domain/result.ts';
import type { Handler } from '../handler.ts';

/** Opens a copy of a plain document or picture. Whatever could hold a program is refused. */
export const openEvidence: Handler<'openEvidence'> = async (content, { evidence, shell }) => {
  if (!evidenceType(content.mediaType).mayOpen) {
    return failed('file-failed', 'First Claim opens only PDF documents, pictures and plain text.');
  }
  const copy = await evidence.copyOf(content);
  if (!copy.ok) return copy;
  const opened = await shell.openFile(copy.value);
  return opened.ok ? ok({}) : opened;
};

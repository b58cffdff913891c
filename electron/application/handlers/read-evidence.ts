import { EVIDENCE_STATUS_WORDS, evidenceType } from '../../../shared/domain/evidence.ts';
import { failed, ok } from '../../../shared/domain/result.ts';
import type { Handler } from '../handler.ts';

/** A picture to show in the page: really one, and the one that was attached. */
export const readEvidence: Handler<'readEvidence'> = async ({ sha256, mediaType }, { evidence }) => {
  if (!evidenceType(mediaType).isPicture) return noPreview();
  const found = await evidence.picture(sha256, mediaType);
  if (found.status !== 'present') {
    const code = found.status === 'missing' ? 'not-found' : 'file-failed';
    return failed(code, `${EVIDENCE_STATUS_WORDS[found.status]}.`);
  }
  return found.value === null ? noPreview() : ok({ mediaType, base64: found.value.toString('base64') });
};

function noPreview(): ReturnType<typeof failed> {
  return failed('file-failed', 'There is no preview of this file.');
}

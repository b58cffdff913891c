import { filesIn } from '../../shared/domain/evidence.ts';
import type { Answers } from '../../shared/domain/field.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import type { AnswersPatch } from '../store/item-change.ts';

/**
 * Refuses references to files that are not kept: a page cannot invent one. What the answers refer to already may stay,
 * even where the file has gone missing since: it is named as missing, and is no reason to lose the words beside it.
 */
export function refuseUnknownFiles(
  before: Answers,
  patch: AnswersPatch,
  evidence: Pick<EvidenceStore, 'holds'>,
): Result<null> {
  const known = new Set(filesIn(before).map((file) => JSON.stringify(file)));
  for (const [field, value] of Object.entries(patch)) {
    if (!filesIn(value).every((file) => known.has(JSON.stringify(file)) || evidence.holds(file))) {
      return failed(
        'invalid-answer',
        'A file named here is not in the evidence folder. Attach it again.',
        field,
      );
    }
  }
  return ok(null);
}

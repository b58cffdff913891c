import { filesIn } from '../../shared/domain/evidence.ts';
import type { Answers } from '../../shared/domain/field.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import type { AnswersPatch } from '../store/item-change.ts';
import type { HistoryAction } from '../store/plan-writes.ts';

/**
 * Refuses references to files that are not kept: a page cannot invent one. What the answers refer to already may stay,
 * even where the file has gone missing since: it is named as missing, and is no reason to lose the words beside it. The
 * same goes for what our own history puts back.
 */
export function refuseUnknownFiles(
  before: Answers,
  patch: AnswersPatch,
  action: HistoryAction,
  evidence: Pick<EvidenceStore, 'holds'>,
): Result<null> {
  if (action === 'restore') return ok(null);
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

/** Once a change is saved: what it refers to need not be held for it any more. */
export function noteAnswered<T>(
  saved: Result<T>,
  patch: AnswersPatch,
  evidence: Pick<EvidenceStore, 'wasAnswered'>,
): Result<T> {
  if (saved.ok) evidence.wasAnswered(filesIn(patch).map(({ sha256 }) => sha256));
  return saved;
}

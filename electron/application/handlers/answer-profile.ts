import type { Profile } from '../../../shared/domain/plan.ts';
import { toProfile, toProfileAnswers } from '../../../shared/domain/profile.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import { type AnswersPatch, withPatch } from '../../store/item-change.ts';
import type { PlanDraft } from '../../store/plan-draft.ts';
import type { HistoryAction } from '../../store/plan-writes.ts';
import { refuseUnknownFiles } from '../evidence-references.ts';
import type { Handler, HandlerContext } from '../handler.ts';
import { checkPatch, judged } from '../item-record.ts';

/** Saves answers of the welcome page, and judges every recorded item again: the profile decides what counts. */
export const answerProfile: Handler<'answerProfile'> = ({ patch }, context) =>
  saveProfileAnswers(patch as AnswersPatch, 'answer', context);

/** The same as part of something else, which the history is told. */
export function saveProfileAnswers(
  patch: AnswersPatch,
  action: HistoryAction,
  context: HandlerContext,
): Result<{ profile: Profile }> {
  const { catalog, store, clock } = context;
  const checked = checkPatch(catalog.profileFields, patch, clock.today());
  if (!checked.ok) return checked;
  return store.change((draft) => {
    const before = toProfileAnswers(draft.plan().profile);
    const held = refuseUnknownFiles(before, checked.value, action, context.evidence);
    if (!held.ok) return held;
    const profile = toProfile(withPatch(before, checked.value));
    draft.saveProfile(profile, clock.now(), action);
    recheckItems(draft, context);
    return ok({ profile });
  });
}

function recheckItems(draft: PlanDraft, { catalog, clock }: HandlerContext): void {
  for (const item of catalog.items) {
    const record = draft.plan().items[item.id];
    if (record !== undefined) {
      draft.saveItem(judged(catalog, draft.plan(), item, record, clock), 'recheck');
    }
  }
}

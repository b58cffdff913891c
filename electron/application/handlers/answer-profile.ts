import { toProfile, toProfileAnswers } from '../../../shared/domain/profile.ts';
import { ok } from '../../../shared/domain/result.ts';
import { type AnswersPatch, withPatch } from '../../store/item-change.ts';
import type { PlanDraft } from '../../store/plan-draft.ts';
import type { Handler, HandlerContext } from '../handler.ts';
import { checkPatch, judged } from '../item-record.ts';

/** Saves answers of the welcome page, and judges every recorded item again: the profile decides what counts. */
export const answerProfile: Handler<'answerProfile'> = ({ patch }, context) => {
  const { catalog, store, clock } = context;
  const checked = checkPatch(catalog.profileFields, patch as AnswersPatch, clock.today());
  if (!checked.ok) return checked;
  return store.change((draft) => {
    const profile = toProfile(withPatch(toProfileAnswers(draft.plan().profile), checked.value));
    draft.saveProfile(profile, clock.now(), 'answer');
    recheckItems(draft, context);
    return ok({ profile });
  });
};

function recheckItems(draft: PlanDraft, { catalog, clock }: HandlerContext): void {
  for (const item of catalog.items) {
    const record = draft.plan().items[item.id];
    if (record !== undefined) {
      draft.saveItem(judged(catalog, draft.plan(), item, record, clock), 'recheck');
    }
  }
}

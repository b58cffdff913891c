import type { AnswerValue } from '../../../shared/domain/field.ts';
import { isoDateSchema } from '../../../shared/domain/field-schema.ts';
import { refuseRestore } from '../../../shared/domain/history-restore.ts';
import { type HistoryTopic, historyTopic } from '../../../shared/domain/history-subject.ts';
import { valueThen } from '../../../shared/domain/history-words.ts';
import { answerValueSchema, reasonSchema } from '../../../shared/domain/plan-schema.ts';
import { failed, ok, type Result } from '../../../shared/domain/result.ts';
import { type Handler, type HandlerContext, itemWithId } from '../handler.ts';
import { judged, recordOf } from '../item-record.ts';
import { saveItemAnswers } from './answer-item.ts';
import { saveProfileAnswers } from './answer-profile.ts';
import { saveRecordAnswers } from './save-record.ts';

const CANNOT = 'This cannot be put back as it was:';

/** Puts one answer back to what the history says it was. The rules of today decide whether it may be so again. */
export const restoreAnswer: Handler<'restoreAnswer'> = ({ seq, field, side }, context) => {
  const { catalog, store, clock } = context;
  const entry = store.historyEntry(seq);
  if (!entry.ok) return entry;
  const recorded = store.read();
  if (!recorded.ok) return recorded;
  const then = entry.value === null ? undefined : valueThen(entry.value, field, side);
  if (entry.value === null || then === undefined) {
    return failed('not-found', 'There is no such change in the history.');
  }
  const view = { catalog, plan: recorded.value.plan };
  const topic = historyTopic(entry.value.subject, view);
  const refusal = refuseRestore(topic, field, view, clock.today());
  if (refusal !== null) return failed('invalid-answer', refusal);
  const done = putBack(topic, field, then, context);
  if (done.ok) return ok({});
  const { code, message } = done.error;
  return code === 'invalid-answer' ? failed(code, `${CANNOT} ${message}`) : done;
};

function putBack(
  topic: HistoryTopic,
  field: string,
  then: unknown,
  context: HandlerContext,
): Result<unknown> {
  if (topic.kind === 'item' && (field === 'dueOn' || field === 'notApplicableReason')) {
    return putBackPart(topic.item.id, field, then, context);
  }
  const value = answerValueSchema.nullable().safeParse(then);
  if (!value.success) return failed('invalid-answer', 'What the history holds is damaged.');
  const patch = { [field]: value.data as AnswerValue | null };
  switch (topic.kind) {
    case 'item':
      return saveItemAnswers(topic.item.id, patch, 'restore', context);
    case 'profile':
      return saveProfileAnswers(patch, 'restore', context);
    case 'record':
      return saveRecordAnswers(topic.record.kind, topic.record.id, patch, 'restore', context);
    default:
      return failed('not-found', 'There is nowhere to put it back.');
  }
}

/** The two things about an item that are no answers: its own date, and why it does not apply. */
function putBackPart(
  itemId: string,
  field: 'dueOn' | 'notApplicableReason',
  then: unknown,
  { catalog, store, clock }: HandlerContext,
): Result<unknown> {
  const item = itemWithId(catalog, itemId);
  if (!item.ok) return item;
  const checked = (field === 'dueOn' ? isoDateSchema : reasonSchema).nullable().safeParse(then);
  if (!checked.success) {
    return failed('invalid-answer', checked.error.issues[0]?.message ?? 'What the history holds is damaged.');
  }
  return store.change((draft) => {
    const before = recordOf(draft.plan(), item.value, clock.now());
    const changed = { ...before, [field]: checked.data };
    return ok(draft.saveItem(judged(catalog, draft.plan(), item.value, changed, clock), 'restore'));
  });
}

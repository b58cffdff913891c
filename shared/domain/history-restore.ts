import { recordKinds } from '../catalog/record-kinds.ts';
import type { Item } from '../catalog/types.ts';
import { type HistoryTopic, type HistoryView, topicFields } from './history-subject.ts';
import type { IsoDate } from './iso-date.ts';
import type { Plan } from './plan.ts';
import { DESK_WORDS } from './report-words.ts';

/** Why a value from the history has no place to go back to, as a sentence; null when it has. */
export function refuseRestore(
  topic: HistoryTopic,
  field: string,
  view: HistoryView,
  today: IsoDate,
): string | null {
  if (topic.kind === 'unknown') {
    return 'What this was about is not in your plan, so there is nowhere to put it back.';
  }
  if (topic.kind === 'check') return 'The result of a check cannot be put back. Run the check again.';
  if (topic.kind === 'item' && (field === 'dueOn' || field === 'notApplicableReason')) return null;
  if (!topicFields(topic, view).some(({ id }) => id === field)) {
    return 'This version of First Claim does not ask for this any more.';
  }
  if (topic.kind === 'item') return refuseDeskField(topic.item, field, view.plan, today);
  if (topic.kind === 'record' && recordKinds[topic.record.kind].address?.target === field) {
    return 'This follows from the address. Put the address back instead.';
  }
  return null;
}

/** What a desk answers is not read from the item any more: putting it back there would change nothing. */
function refuseDeskField({ id, derived }: Item, field: string, plan: Plan, today: IsoDate): string | null {
  // A list that a desk only fills in a cell of is still the user's own.
  if (derived === undefined || derived.cell?.field === field) return null;
  const known = derived.answers(plan, plan.items[id]?.answers ?? {}, today);
  const isTakenOver = derived.isTakenOver?.(plan) ?? derived.fields.some((each) => each in known);
  return field in known || (isTakenOver && derived.fields.includes(field))
    ? `This answer comes from the page “${DESK_WORDS[derived.desk]}” now. Change it there.`
    : null;
}

import { recordKinds } from '../../../shared/catalog/record-kinds.ts';
import type { Plan, PlanRecord, RecordKind } from '../../../shared/domain/plan.ts';
import { failed, ok, type Result } from '../../../shared/domain/result.ts';
import { MAX_RECORDS } from '../../../shared/ipc/contract.ts';
import type { AnswersPatch } from '../../store/item-change.ts';
import type { HistoryAction } from '../../store/plan-writes.ts';
import { noteAnswered, refuseUnknownFiles } from '../evidence-references.ts';
import type { Handler, HandlerContext } from '../handler.ts';
import { patchRecord, refuseTwin } from '../plan-record.ts';

/** Saves answers of one entry of a list, or makes a new entry: all of the patch or nothing. */
export const saveRecord: Handler<'saveRecord'> = ({ kind, id, patch }, context) =>
  saveRecordAnswers(kind, id, patch as AnswersPatch, 'answer', context);

/** The same as part of something else, which the history is told. */
export function saveRecordAnswers(
  kind: RecordKind,
  id: string | null,
  patch: AnswersPatch,
  action: HistoryAction,
  context: HandlerContext,
): Result<{ record: PlanRecord }> {
  const { store, clock, ports, evidence } = context;
  const saved = store.change((draft) => {
    const start = entryFor(kind, id, draft.plan(), context);
    if (!start.ok) return start;
    const rules = { today: clock.today(), policy: ports.policy };
    const answers = patchRecord(kind, start.value.answers, patch, rules);
    if (!answers.ok) return answers;
    const held = refuseUnknownFiles(start.value.answers, patch, action, evidence);
    if (!held.ok) return held;
    const record = { ...start.value, answers: answers.value, updatedAt: clock.now() };
    const twin = refuseTwin(draft.plan(), record);
    return twin.ok ? ok({ record: draft.saveRecord(record, action) }) : twin;
  });
  return noteAnswered(saved, patch, evidence);
}

/** The entry with this id, or a blank one where it may be made. */
function entryFor(
  kind: RecordKind,
  id: string | null,
  plan: Plan,
  { clock, newId }: HandlerContext,
): Result<PlanRecord> {
  const { ids, noun } = recordKinds[kind];
  const blank = (newOne: string): PlanRecord => ({
    id: newOne,
    kind,
    answers: {},
    archivedOn: null,
    createdAt: clock.now(),
    updatedAt: clock.now(),
  });
  const known = id === null ? undefined : plan.records.find((record) => record.id === id);
  if (known !== undefined) return known.kind === kind ? ok(known) : notThere();
  if (id !== null) return ids?.includes(id) === true ? ok(blank(id)) : notThere();
  if (ids !== undefined) return notThere();
  const onList = plan.records.filter((record) => record.kind === kind && record.archivedOn === null);
  return onList.length < MAX_RECORDS
    ? ok(blank(newId()))
    : failed('too-large', `There are ${MAX_RECORDS} entries already. Take a ${noun} off the list first.`);
}

function notThere(): Result<never> {
  return failed('not-found', 'This entry is not there any more.');
}

import { recordFields } from '../../../shared/catalog/record-kinds.ts';
import type { RecordKind } from '../../../shared/domain/plan.ts';
import { failed, ok } from '../../../shared/domain/result.ts';
import { withPatch } from '../../store/item-change.ts';
import type { RecordPart } from '../../store/record-change.ts';
import type { Handler } from '../handler.ts';
import { refuseTwin } from '../plan-record.ts';

/** Takes the entry's newest change back, as a change of its own: undoing again brings it back. */
export const undoRecord: Handler<'undoRecord'> = ({ id }, { store, clock }) =>
  store.change((draft) => {
    const now = draft.plan().records.find((record) => record.id === id);
    const last = draft.lastRecordChange(id);
    // Behind its first change an entry was not there at all: for that there is taking it off the list.
    if (now === undefined || last === null || last.after.kind !== undefined) {
      return failed('nothing-to-undo', 'There is nothing to undo here yet.');
    }
    const { answers = {}, archivedOn } = last.before;
    const record = {
      ...now,
      answers: withPatch(now.answers, answers),
      archivedOn: archivedOn === undefined ? now.archivedOn : archivedOn,
      updatedAt: clock.now(),
    };
    const twin = record.archivedOn === null ? refuseTwin(draft.plan(), record) : ok(null);
    if (!twin.ok) return twin;
    return ok({ record: draft.saveRecord(record, 'undo'), undone: labelsOf(now.kind, last.before) });
  });

/** What changed, under the names a person knows it by. */
function labelsOf(kind: RecordKind, part: RecordPart): string[] {
  const labels = new Map(recordFields(kind).map((field) => [field.id, field.label]));
  const answers = Object.keys(part.answers ?? {}).map((fieldId) => labels.get(fieldId) ?? fieldId);
  return part.archivedOn === undefined ? answers : [...answers, 'On the list'];
}

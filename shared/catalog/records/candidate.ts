import type { Answers } from '../../domain/field.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import { refuseCandidate } from '../../domain/vetting/refuse-candidate.ts';
import type { RecordRefusal } from './record-kind.ts';

/**
 * What no single field of a clearinghouse can see. Only what is being changed is refused, beside the field that was
 * changed, with every reason at once: an entry that was contradictory before can still be put right one field at a time.
 */
export function refuseClearinghouse(
  answers: Answers,
  _today: IsoDate,
  changed: readonly string[],
): RecordRefusal | null {
  const refusals = refuseCandidate(answers).filter(({ about }) => about.some((id) => changed.includes(id)));
  const [first] = refusals;
  if (first === undefined) return null;
  const isChanged = changed.includes(first.field.split('.')[0] ?? '');
  const field = isChanged ? first.field : (first.about.find((id) => changed.includes(id)) ?? first.field);
  return { field, message: refusals.map(({ message }) => message).join(' ') };
}

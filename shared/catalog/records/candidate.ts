import type { Answers } from '../../domain/field.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import { refuseCandidate } from '../../domain/vetting/refuse-candidate.ts';
import type { RecordRefusal } from './record-kind.ts';

/**
 * What no single field of a clearinghouse can see. Only what is being changed is refused, beside the field that was
 * changed: an entry that was contradictory before can still be put right one field at a time.
 */
export function refuseClearinghouse(
  answers: Answers,
  _today: IsoDate,
  changed: readonly string[],
): RecordRefusal | null {
  const refusal = refuseCandidate(answers);
  if (refusal === null) return null;
  const { field, message, about } = refusal;
  if (changed.includes(field.split('.')[0] ?? '')) return { field, message };
  const other = about.find((id) => changed.includes(id));
  return other === undefined ? null : { field: other, message };
}

import type { EvidenceField, EvidenceNote } from '../../../shared/domain/field.ts';
import { checkAnswer } from '../../../shared/domain/field-schema.ts';
import type { IsoDate } from '../../../shared/domain/iso-date.ts';

/**
 * The documents to show. Unfinished lines live in the draft, finished ones in the store. When the store has moved on by
 * itself ("Undo last change"), its lines count and the unfinished ones follow.
 */
export function shownNotes(
  field: EvidenceField,
  stored: readonly EvidenceNote[],
  draft: string | undefined,
  today: IsoDate,
): readonly EvidenceNote[] {
  if (draft === undefined) return stored;
  const drafted = JSON.parse(draft) as readonly EvidenceNote[];
  const named = drafted.filter(isNamed);
  if (isSame(named, stored) || !checkAnswer(field, named, today).ok) return drafted;
  return [...stored, ...drafted.filter((note) => !isNamed(note))];
}

/** What is wrong with the documents, in words; null when they can be stored. */
export function problemOf(
  field: EvidenceField,
  notes: readonly EvidenceNote[],
  today: IsoDate,
): string | null {
  const unnamed = notes.findIndex((note) => !isNamed(note) && note.location.trim() !== '');
  if (unnamed >= 0) return `Say what document ${unnamed + 1} is called. It counts once it has a name.`;
  const checked = checkAnswer(field, notes, today);
  return checked.ok ? null : checked.error.message;
}

/** True for a line that counts: it has a name, or a file that speaks for itself. */
export function isNamed({ name, file }: EvidenceNote): boolean {
  return name.trim() !== '' || file !== undefined;
}

/** True when two lists say the same. */
export function isSame(a: readonly EvidenceNote[], b: readonly EvidenceNote[]): boolean {
  return a.length === b.length && a.every((note, index) => keyOf(note) === keyOf(b[index]));
}

function keyOf(note: EvidenceNote | undefined): string {
  return JSON.stringify([note?.name, note?.location, note?.file?.sha256]);
}

import {
  type Answers,
  type AnswerValue,
  type CellValue,
  type EvidenceNote,
  MAX_EVIDENCE,
} from '../../shared/domain/field.ts';
import { storedRows, withCell } from '../ui/fields/row-values.ts';
import type { SaveTarget } from './save-queue.ts';

/** One field for evidence: where its answer belongs. */
export interface EvidencePlace {
  /** The control's path: `target.field`, or `target.field.rowId.cell`. */
  readonly path: string;
  readonly target: SaveTarget;
  readonly fieldId: string;
  /** Set when the field stands in a row. */
  readonly cell: { readonly rowId: string; readonly cellId: string } | null;
}

/** Reads a control's path. Targets may have dots in them, ids of fields and rows have none. */
export function evidencePlace(target: SaveTarget, path: string): EvidencePlace {
  const [fieldId = '', rowId, cellId] = path.slice(target.length + 1).split('.');
  const cell = rowId === undefined || cellId === undefined ? null : { rowId, cellId };
  return { path, target, fieldId, cell };
}

/** The documents recorded in a place. */
export function notesAt(answers: Answers, { fieldId, cell }: EvidencePlace): readonly EvidenceNote[] {
  const value =
    cell === null
      ? answers[fieldId]
      : storedRows(answers[fieldId]).find(({ rowId }) => rowId === cell.rowId)?.[cell.cellId];
  return (value ?? []) as readonly EvidenceNote[];
}

/** Says under what name the same file is on the list already; null when it is not. */
export function twinOf(notes: readonly EvidenceNote[], { name, file }: EvidenceNote): string | null {
  const twin = notes.find((note) => note.file !== undefined && note.file.sha256 === file?.sha256);
  if (twin === undefined) return null;
  return twin.name === name
    ? `“${name}” is on this list already.`
    : `“${name}” is on this list already, as “${twin.name}”.`;
}

/** Says that a list of documents is full. */
export function tooMany(name: string): string {
  return `“${name}” was not attached: ${MAX_EVIDENCE} documents is the most that fits here.`;
}

/** The answer of the field with one more document in its place. */
export function withNote(answers: Answers, place: EvidencePlace, note: EvidenceNote): AnswerValue {
  const notes = [...notesAt(answers, place), note];
  const { fieldId, cell } = place;
  if (cell === null) return notes;
  const value: CellValue = notes;
  return withCell(storedRows(answers[fieldId]), cell.rowId, cell.cellId, value, false);
}

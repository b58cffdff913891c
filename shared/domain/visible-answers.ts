import { isAnswered, readAnswers } from './answer-reader.ts';
import {
  type Answers,
  type AnswerValue,
  type CellField,
  type Field,
  prescribedRows,
  type Row,
  type RowsField,
} from './field.ts';
import { onceFor } from './once-for.ts';
import { fillIn, fillInRow } from './open-questions.ts';
import type { Profile } from './plan.ts';

/** The fields shown for these answers. */
export function visibleFields<T extends Field>(fields: readonly T[], answers: Answers): readonly T[] {
  const reader = readAnswers(fields, answers);
  return fields.filter((field) => field.showWhen === undefined || field.showWhen(reader));
}

/**
 * The answers that count today: those of hidden fields and of rows the profile no longer asks for are kept in the
 * database but judged by no rule.
 */
export function visibleAnswers(fields: readonly Field[], answers: Answers, profile: Profile): Answers {
  const entries: [string, AnswerValue][] = [];
  for (const field of visibleFields(fields, answers)) {
    const value = answers[field.id];
    if (value === undefined) continue;
    entries.push([field.id, field.type === 'rows' ? visibleRows(field, value, profile) : value]);
  }
  return Object.fromEntries(entries);
}

/** The rows shown: the prescribed ones in their order (empty if never filled), or those the user added. */
export function shownRows(
  field: RowsField,
  value: AnswerValue | undefined,
  profile: Profile,
): readonly Row[] {
  const stored = (value ?? []) as readonly Row[];
  const prescribed = prescribedRows(field, profile);
  if (prescribed === null) return stored;
  return prescribed.map(({ rowId }) => stored.find((row) => row.rowId === rowId) ?? { rowId });
}

function visibleRows(field: RowsField, value: AnswerValue, profile: Profile): readonly Row[] {
  return shownRows(field, value, profile).map(visibleCellsOf(field.fields));
}

// Lists can be long, and most of their rows are the same as the last time.
const visibleCellsOf = onceFor((cells: readonly CellField[]) =>
  onceFor((row: Row): Row => {
    const shown = visibleFields(cells, row).filter((cell) => row[cell.id] !== undefined);
    return { rowId: row.rowId, ...Object.fromEntries(shown.map((cell) => [cell.id, row[cell.id]])) } as Row;
  }),
);

/** Name of a row for people: the catalog's label, or "Policy 2". */
export function rowLabel(field: RowsField, rowId: string, index: number, profile: Profile): string {
  const fixed = prescribedRows(field, profile)?.find((row) => row.rowId === rowId);
  if (fixed !== undefined) return fixed.label;
  return `${field.rowNoun.charAt(0).toUpperCase()}${field.rowNoun.slice(1)} ${index + 1}`;
}

/** One sentence for each required field that is shown and empty. */
export function unfilledIn(fields: readonly Field[], answers: Answers, profile: Profile): readonly string[] {
  return visibleFields(fields, answers).flatMap((field) =>
    field.type === 'rows'
      ? unfilledRows(field, answers[field.id], profile)
      : isMissing(field, answers)
        ? [fillIn(field.label)]
        : [],
  );
}

function unfilledRows(field: RowsField, value: AnswerValue | undefined, profile: Profile): readonly string[] {
  const rows = shownRows(field, value, profile);
  const least = field.minRows ?? (field.required === true ? 1 : 0);
  const prescribed = prescribedRows(field, profile);
  if (prescribed?.length === 0 && least > 0) {
    return [`“${field.label}”: this list comes from your profile, which does not name your states yet.`];
  }
  if (prescribed === null && rows.length < least) {
    return [`“${field.label}”: add at least ${least} (${rows.length} so far).`];
  }
  return rows.flatMap((row, index) =>
    visibleFields(field.fields, row)
      .filter((cell) => isMissing(cell, row))
      .map((cell) => fillInRow(rowLabel(field, row.rowId, index, profile), cell.label)),
  );
}

function isMissing(field: Field, answers: Answers): boolean {
  return field.required === true && !isAnswered(answers[field.id]);
}

import { STATE_CODES } from '../catalog/state-codes.ts';
import { isAnswered } from './answer-reader.ts';
import {
  type Answers,
  type AnswerValue,
  type CellField,
  type CellValue,
  type Field,
  prescribedRows,
  type Row,
  type RowsField,
} from './field.ts';
import { schemaForField } from './field-schema.ts';
import { formatAnswer } from './format-answer.ts';
import type { Profile } from './plan.ts';
import type { ReportAnswer, ReportRow, ReportValue } from './report-types.ts';
import { rowLabel, visibleFields } from './visible-answers.ts';

/**
 * Everything recorded for these fields, in the order of the page: asked for today or not, and whatever an older catalog
 * left behind. `isAsked` is false for all of it when the item itself is not asked for.
 */
export function reportAnswers(
  fields: readonly Field[],
  answers: Answers,
  profile: Profile,
  isAsked: boolean,
): readonly ReportAnswer[] {
  return recordedIn(fields, answers).map(({ field, label, fieldId, value, isShown }) => {
    const asked = isAsked && isShown;
    if (isRowList(value) || (field?.type === 'rows' && isEmptyList(value))) {
      const rowsField = field?.type === 'rows' ? field : null;
      const rows = reportRows(rowsField, value as readonly Row[], profile, asked);
      return { kind: 'rows', fieldId, label, isAsked: asked, rows };
    }
    return { kind: 'value', ...reportValue(field, fieldId, label, value as CellValue, asked) };
  });
}

interface Recorded<T extends Field> {
  readonly field: T | undefined;
  readonly fieldId: string;
  readonly label: string;
  readonly value: AnswerValue;
  readonly isShown: boolean;
}

function recordedIn<T extends Field>(fields: readonly T[], answers: Answers): readonly Recorded<T>[] {
  const shown = new Set(visibleFields(fields, answers).map(({ id }) => id));
  const known = fields.flatMap((field): Recorded<T>[] => {
    const value = answers[field.id];
    const { id: fieldId, label } = field;
    return value === undefined ? [] : [{ field, fieldId, label, value, isShown: shown.has(fieldId) }];
  });
  const ids = new Set(fields.map(({ id }) => id));
  const left = Object.entries(answers)
    .filter(([id]) => id !== 'rowId' && !ids.has(id))
    .map(([id, value]) => ({ field: undefined, fieldId: id, label: id, value, isShown: false }));
  return [...known, ...left];
}

function reportValue(
  field: Field | undefined,
  fieldId: string,
  label: string,
  value: CellValue,
  isAsked: boolean,
): ReportValue {
  return { fieldId, label, lines: linesOf(field, value), value, isAsked };
}

function reportRows(
  field: RowsField | null,
  stored: readonly Row[],
  profile: Profile,
  isAsked: boolean,
): readonly ReportRow[] {
  const prescribed = (field === null ? null : prescribedRows(field, profile))?.map(({ rowId }) => rowId);
  const rank = (row: Row): number => {
    const place = prescribed?.indexOf(row.rowId) ?? 0;
    return place === -1 ? Number.MAX_SAFE_INTEGER : place;
  };
  const ordered = prescribed === undefined ? stored : [...stored].sort((a, b) => rank(a) - rank(b));
  return ordered.map((row, index) => {
    const asked = isAsked && (prescribed?.includes(row.rowId) ?? true);
    return {
      rowId: row.rowId,
      label: field === null ? `Row ${index + 1}` : labelOfRow(field, row.rowId, index, profile),
      isAsked: asked,
      cells: recordedIn(field?.fields ?? [], row).map((cell) =>
        reportValue(cell.field, cell.fieldId, cell.label, cell.value as CellValue, asked && cell.isShown),
      ),
    };
  });
}

// A row the profile no longer asks for has lost its place in the list, not its name: a profile with every state has it.
function labelOfRow(field: RowsField, rowId: string, index: number, profile: Profile): string {
  const isPrescribed = (who: Profile): boolean =>
    prescribedRows(field, who)?.some((row) => row.rowId === rowId) ?? false;
  const everywhere: Profile = { ...profile, clientStates: STATE_CODES };
  return rowLabel(field, rowId, index, isPrescribed(profile) ? profile : everywhere);
}

function linesOf(field: Field | undefined, value: CellValue): readonly string[] {
  if (!isAnswered(value)) return [];
  // What does not fit its field (an older catalog's answer, say) is printed as it is rather than not at all.
  if (field === undefined || field.type === 'rows' || !schemaForField(field).safeParse(value).success) {
    return rawLines(value);
  }
  return Array.isArray(value)
    ? value.map((entry: string | object) => formatAnswer(field as CellField, [entry] as AnswerValue))
    : [formatAnswer(field, value)];
}

function rawLines(value: CellValue): readonly string[] {
  if (!Array.isArray(value)) return [String(value)];
  return value.map((entry: string | object) => (typeof entry === 'string' ? entry : JSON.stringify(entry)));
}

function isRowList(value: AnswerValue): value is readonly Row[] {
  return isList(value) && value.length > 0 && value.every((entry) => isRow(entry));
}

function isRow(entry: unknown): entry is Row {
  return typeof entry === 'object' && entry !== null && 'rowId' in entry && typeof entry.rowId === 'string';
}

function isEmptyList(value: AnswerValue): boolean {
  return isList(value) && value.length === 0;
}

function isList(value: AnswerValue): value is readonly (string | object)[] & AnswerValue {
  return Array.isArray(value);
}

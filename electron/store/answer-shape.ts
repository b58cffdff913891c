import { isEvidenceFile } from '../../shared/domain/evidence.ts';
import type { CellField, Field } from '../../shared/domain/field.ts';
import { isIsoDate } from '../../shared/domain/iso-date.ts';
import { assertNever } from '../../shared/domain/result.ts';

/**
 * True when a stored value is of its field's kind, so that nothing that shows or judges it can trip over it. Limits and
 * lists of choices are not asked about: they may have been others when the value was saved.
 */
export function hasShapeOf(field: Field, value: unknown): boolean {
  switch (field.type) {
    case 'text':
    case 'long-text':
    case 'url':
    case 'choice':
    case 'state':
      return typeof value === 'string';
    case 'date':
      return typeof value === 'string' && isIsoDate(value);
    case 'integer':
    case 'money':
    case 'percent':
      return typeof value === 'number';
    case 'yes-no':
      return typeof value === 'boolean';
    case 'choices':
    case 'states':
      return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
    case 'evidence':
      return Array.isArray(value) && value.every(isEvidenceNote);
    case 'rows':
      return Array.isArray(value) && value.every((row) => isRow(field.fields, row));
    default:
      return assertNever(field);
  }
}

function isEvidenceNote(value: unknown): boolean {
  if (!isObject(value) || typeof value.name !== 'string' || typeof value.location !== 'string') return false;
  return value.file === undefined || isEvidenceFile(value.file);
}

function isRow(cells: readonly CellField[], value: unknown): boolean {
  if (!isObject(value) || typeof value.rowId !== 'string') return false;
  return cells.every((cell) => value[cell.id] === undefined || hasShapeOf(cell, value[cell.id]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

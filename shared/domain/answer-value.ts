import { isEvidenceFile } from './evidence.ts';
import { type Answers, type AnswerValue, MAX_EVIDENCE, MAX_LONG_TEXT, MAX_ROWS, MAX_TEXT } from './field.ts';

/** Longest id of a field. */
const MAX_FIELD_ID = 64;
const MAX_LIST = 100;

/**
 * True for any value some field could hold; which one it must be is for `schemaForField` to say. By hand, because each
 * answer passes here at every save and load: as a zod union, which describes every failed branch entry by entry before
 * it tries the next, it took longer than all the rest of them together.
 */
export function isAnswerValue(value: unknown): value is AnswerValue {
  return isCellValue(value) || isListOf(value, MAX_ROWS, isRow);
}

/** True for an object of such values by field id. */
export function isAnswers(value: unknown): value is Answers {
  if (!isPlainObject(value)) return false;
  return Object.keys(value).every((key) => key.length <= MAX_FIELD_ID && isAnswerValue(value[key]));
}

function isCellValue(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_LONG_TEXT;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'boolean') return true;
  return isListOf(value, MAX_LIST, isShortText) || isListOf(value, MAX_EVIDENCE, isEvidenceNote);
}

function isListOf(value: unknown, max: number, isEntry: (entry: unknown) => boolean): boolean {
  // Not `every`: it skips the holes of a sparse list.
  return Array.isArray(value) && value.length <= max && Array.from(value).every(isEntry);
}

function isShortText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= MAX_TEXT;
}

function isEvidenceNote(value: unknown): boolean {
  if (!isPlainObject(value) || !isShortText(value.name) || !isShortText(value.location)) return false;
  const keys = Object.keys(value).length;
  return keys === 2 || (keys === 3 && isPlainObject(value.file) && isEvidenceFile(value.file));
}

function isRow(value: unknown): boolean {
  if (!isPlainObject(value)) return false;
  return Object.keys(value).every((key) => key.length <= MAX_FIELD_ID && isCellValue(value[key]));
}

/** `{…}` of any realm; no date, map or class instance. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

import type { AnswerReader } from '../../domain/answer-reader.ts';
import type { CellField } from '../../domain/field.ts';
import { evidence, integer, pastDate, text, yesNo } from '../field-builders.ts';

// What is asked of every business associate agreement with a company that works for the biller.

/** 45 CFR 164.410: calendar days from discovery, at the latest. */
const LONGEST_REPORT_DAYS = 60;

/** What to record of one agreement; in a row, beside the vendor’s name. */
export const vendorBaaFields: readonly CellField[] = [
  yesNo('both_signed', 'Have both sides signed?', { required: true }),
  pastDate('signed', 'Date of the last signature', {
    required: true,
    showWhen: (beside) => !beside.isNo('both_signed'),
  }),
  text('version', 'Version or title of the agreement'),
  integer('incident_days', 'Days it has to report an incident to you', [0, 365], {
    unit: 'days',
    required: true,
    hint: 'Count “within 24 hours” as 1.',
  }),
  yesNo('return_destroy', 'Is the data returned or destroyed when you part?', { required: true }),
  evidence('file', 'Signed copy', { required: true, showWhen: (beside) => !beside.isNo('both_signed') }),
];

/** Recorded as not signed by both. */
export const isUnsigned = (agreement: AnswerReader): boolean => agreement.isNo('both_signed');
/** Recorded as neither returning nor destroying the data at the end. */
export const keepsData = (agreement: AnswerReader): boolean => agreement.isNo('return_destroy');
/** Allows more days for a report than the law does. */
export const reportsTooLate = (agreement: AnswerReader): boolean =>
  (agreement.number('incident_days') ?? 0) > LONGEST_REPORT_DAYS;

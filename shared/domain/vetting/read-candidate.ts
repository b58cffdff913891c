import { clearinghouseFields } from '../../catalog/vetting/clearinghouse-candidate.ts';
import { softwareFields } from '../../catalog/vetting/software-candidate.ts';
import { type AnswerReader, readAnswers } from '../answer-reader.ts';
import type { Answers } from '../field.ts';
import { onceFor } from '../once-for.ts';
import { EMPTY_PROFILE } from '../plan.ts';
import { visibleAnswers } from '../visible-answers.ts';

/** The answers of a clearinghouse that count: an answer nobody sees any more is kept, and judged by nothing. */
export const readClearinghouse = onceFor(
  (answers: Answers): AnswerReader =>
    readAnswers(clearinghouseFields, visibleAnswers(clearinghouseFields, answers, EMPTY_PROFILE)),
);

/** The answers of billing software that count. */
export const readSoftware = onceFor(
  (answers: Answers): AnswerReader =>
    readAnswers(softwareFields, visibleAnswers(softwareFields, answers, EMPTY_PROFILE)),
);

/** What is said of a clause: true, false, or null while it is not marked. */
export function clauseOf(
  candidate: AnswerReader,
  field: 'must_have' | 'warnings',
  rowId: string,
): boolean | null {
  const clause = candidate.rows(field).find((row) => row.rowId === rowId);
  if (clause === undefined || !clause.has('in_contract')) return null;
  return clause.isYes('in_contract');
}

import type { Answers, Row } from '../../domain/field.ts';
import { finishDraft, openDrafts } from './candidate-drafts.ts';
import { PRODUCT_CELLS, rowsOf, textOf, toCandidateAnswers } from './item-field-map.ts';

/** The products of the comparison as candidates. */
export function adoptSoftware(item: Answers): readonly Answers[] {
  const drafts = openDrafts();
  for (const row of rowsOf(item, 'products')) drafts.add(productAnswers(row));
  const reason = textOf(item, 'reason');
  const { file } = item;
  if (reason.trim() !== '' || file !== undefined) {
    const chosen = drafts.all.find(({ answers }) => answers.decision === 'chosen');
    const draft = chosen ?? drafts.forCompany('');
    if (file !== undefined) draft.answers.file = file;
    if (chosen !== undefined && reason !== '') draft.answers.decision_reason = reason;
    else if (reason.trim() !== '') draft.remarks.push(`Reason noted before a choice was marked: ${reason}`);
  }
  return drafts.all.map(finishDraft);
}

function productAnswers(row: Row): Answers {
  const confirmed = Array.isArray(row.criteria) ? (row.criteria as readonly string[]) : [];
  return {
    ...toCandidateAnswers(PRODUCT_CELLS, row),
    ...(confirmed.length === 0
      ? {}
      : { criteria: confirmed.map((rowId): Row => ({ rowId, answer: 'confirmed' })) }),
    ...(row.score === undefined ? {} : { score: row.score }),
    ...(row.chosen === undefined ? {} : { decision: row.chosen === true ? 'chosen' : 'not-chosen' }),
  };
}

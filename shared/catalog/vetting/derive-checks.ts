import type { AnswerReader } from '../../domain/answer-reader.ts';
import type { Answers, Row } from '../../domain/field.ts';
import { onceFor, onceForEach } from '../../domain/once-for.ts';
import { lastAskedOn, resultOf, standingChecks } from '../../domain/vetting/authority-checks.ts';
import { readClearinghouse } from '../../domain/vetting/read-candidate.ts';
import { type OfficeKind, SEARCHED_KINDS } from './authority-fields.ts';
import { OFFICE_CELLS, rowsOf, SEARCH_CELLS, SEARCH_ROWS, textOf, toItemAnswers } from './item-field-map.ts';
import type { VettedCandidate } from './vetted-candidate.ts';

/** What offices of one kind have said about all of these, each row with the company’s name. Only what still stands. */
export function officeRows(
  kind: 'attorney-general' | 'consumer-office',
  candidates: readonly VettedCandidate[],
): readonly Row[] {
  const taken = new Set<string>();
  return candidates.flatMap(({ answers }) =>
    namedRows(answers, kind).map((row) => {
      const rowId = freeRowId(row.rowId, taken);
      return rowId === row.rowId ? row : { ...row, rowId };
    }),
  );
}

const namedRows = onceForEach(
  (answers: Answers, kind: 'attorney-general' | 'consumer-office'): readonly Row[] =>
    standingRows(answers, kind).map((row) => {
      const company = textOf(row, 'company').trim() === '' ? textOf(answers, 'name') : textOf(row, 'company');
      return {
        rowId: row.rowId,
        ...toItemAnswers(OFFICE_CELLS[kind], row),
        ...(company === '' ? {} : { company }),
      } as Row;
    }),
);

/** Rows of different candidates may have the same id. */
function freeRowId(wanted: string, taken: Set<string>): string {
  let rowId = wanted;
  for (let number = taken.size + 1; taken.has(rowId); number += 1) rowId = `r${number}`;
  taken.add(rowId);
  return rowId;
}

/** The stored rows that no newer answer has replaced, in their order. */
const standingRows = onceForEach((answers: Answers, kind: OfficeKind): readonly Row[] => {
  const standing = new Set(
    standingChecks(readClearinghouse(answers), kind).flatMap(({ newest, answer }) => [
      newest.rowId,
      answer?.rowId ?? null,
    ]),
  );
  return rowsOf(answers, 'authority_checks').filter(({ rowId }) => standing.has(rowId));
});

/** One row for each federal list that was searched. Where several names were searched, the worst result speaks. */
export const searchRows = onceFor((answers: Answers): readonly Row[] => {
  const candidate = readClearinghouse(answers);
  return SEARCHED_KINDS.flatMap((kind) => {
    const worst = worstOf(
      standingChecks(candidate, kind).flatMap(({ newest, answer }) =>
        answer === null ? [newest] : [newest, answer],
      ),
    );
    const stored = rowsOf(answers, 'authority_checks').find(({ rowId }) => rowId === worst?.rowId);
    return stored === undefined
      ? []
      : [{ rowId: SEARCH_ROWS[kind], ...toItemAnswers(SEARCH_CELLS, stored) } as Row];
  });
});

function worstOf(checks: readonly AnswerReader[]): AnswerReader | undefined {
  return [...checks]
    .sort((a, b) => severityOf(a) - severityOf(b) || lastAskedOn(a).localeCompare(lastAskedOn(b)))
    .at(-1);
}

function severityOf(check: AnswerReader): number {
  const result = resultOf(check);
  if (result === '') return 0;
  if (result !== 'found') return result === 'possible' ? 2 : 1;
  const finding = check.text('finding');
  if (finding === 'excluded' || finding === 'deception') return 5;
  return finding === 'breach-unexplained' ? 4 : 3;
}

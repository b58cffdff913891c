import type {
  ReportAnswer,
  ReportModel,
  ReportRow,
  ReportValue,
} from '../../../shared/domain/report-types.ts';

/** Everything that is printed where it was recorded: under “Secure connection”, with candidates, and in the lists. */
export type DeskTexts = ReadonlySet<string>;

/** The texts of all entries of the lists and portals. */
export function deskTextsOf({ connection, lists }: Pick<ReportModel, 'connection' | 'lists'>): DeskTexts {
  const entries = [...connection.portals.map(({ entry }) => entry), ...lists.flatMap((list) => list.entries)];
  const answers = entries.flatMap(({ groups }) => groups.flatMap((group) => group.answers));
  return new Set(answers.flatMap(valuesIn).flatMap(({ lines }) => lines));
}

/**
 * What an item reads into a desk's answers in words that are not printed there: an address with its protocol, what a
 * check comes to. Of a row also its name.
 */
export function readDifferently(answer: ReportAnswer, texts: DeskTexts): ReportAnswer | null {
  const isNew = ({ lines }: ReportValue): boolean => lines.some((line) => !texts.has(line));
  if (answer.kind === 'value') return isNew(answer) ? answer : null;
  const rows = answer.rows.flatMap((row): readonly ReportRow[] => {
    const cells = row.cells.filter((cell, at) => at === 0 || isNew(cell));
    return row.cells.some(isNew) ? [{ ...row, cells }] : [];
  });
  return rows.length === 0 ? null : { ...answer, rows };
}

function valuesIn(answer: ReportAnswer): readonly ReportValue[] {
  return answer.kind === 'value' ? [answer] : answer.rows.flatMap(({ cells }) => cells);
}

import type { AnswerReader } from '../../domain/answer-reader.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import type { ItemId } from '../ids.ts';
import type { Rule } from '../types.ts';

/** What a row is called in a sentence: the words in `cell`, or `otherwise` while it is empty. */
export function nameOf(row: AnswerReader, cell: string, otherwise: string): string {
  return row.text(cell).trim() || otherwise;
}

/** When the agreement in each row ends, and when its owner wants to look at it again. */
export function agreementDates(
  rows: readonly AnswerReader[],
  nameCell: string,
): readonly { readonly dueOn: IsoDate; readonly text: string }[] {
  return rows.flatMap((row) => {
    const name = nameOf(row, nameCell, `One ${nameCell}`);
    const [ends, again] = [row.text('expires'), row.text('renewal')];
    return [
      ...(ends === '' ? [] : [{ dueOn: ends, text: `${name}: the agreement (BAA) ends` }]),
      ...(again === '' ? [] : [{ dueOn: again, text: `${name}: look at the agreement (BAA) again` }]),
    ];
  });
}

/** Where another item keeps its rows, each with a `client` cell. */
interface ClientRows {
  readonly item: ItemId;
  readonly rows: string;
}

/** Complete only when every client recorded in another item also has a row here. Both have a `client` cell. */
export function requiresEachClientOf(
  id: string,
  other: ClientRows,
  rowsField: string,
  lack: (client: string) => string,
): Rule {
  return {
    id,
    find: (answers, context) => {
      const here = new Set(answers.rows(rowsField).map((row) => comparable(row.text('client'))));
      const clients = context
        .answersOf(other.item)
        .rows(other.rows)
        .map((row) => row.text('client').trim())
        .filter((client) => client !== '');
      return [...new Set(clients)].filter((client) => !here.has(comparable(client))).map(lack);
    },
  };
}

/** True when two people would read the same name: capitals and spaces do not count. */
export function isSameName(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

/** A name as it is compared: capitals and spaces do not count. */
export function comparable(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

import { catalog } from '../../shared/catalog/catalog.ts';
import type { ItemId } from '../../shared/catalog/ids.ts';
import {
  type AdoptedCandidate,
  adoptEarlierAnswers,
  type ItemAnswers,
} from '../../shared/catalog/vetting/adopt-answers.ts';
import { derivedClearinghouseAnswers } from '../../shared/catalog/vetting/derive-items.ts';
import { derivedSoftwareAnswers } from '../../shared/catalog/vetting/derive-software.ts';
import { chosenOf, type VettedCandidate } from '../../shared/catalog/vetting/vetted-candidate.ts';
import { isAnswered } from '../../shared/domain/answer-reader.ts';
import type { Answers, AnswerValue, Field, Row, RowsField } from '../../shared/domain/field.ts';
import { TODAY } from './test-profile.ts';

/** Items whose answers come from clearinghouse candidates. */
export const CLEARINGHOUSE_ITEMS = [
  'clh-shortlist',
  'clh-ag',
  'clh-consumer',
  'clh-bbb',
  'clh-federal',
  'clh-bizopp',
  'clh-capability',
  'clh-security',
  'clh-contract',
] as const satisfies readonly ItemId[];

/** Those, and the one that comes from software candidates. */
export const VETTED_ITEMS = [...CLEARINGHOUSE_ITEMS, 'sw-select'] as const satisfies readonly ItemId[];

/** The fields of an item of the real catalog. */
export function fieldsOfItem(id: ItemId): readonly Field[] {
  const item = catalog.items.find((each) => each.id === id);
  if (item === undefined) throw new Error(`No item "${id}"`);
  return item.fields;
}

/** Row ids n1, n2, … */
export function numbered(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `n${count}`;
  };
}

/** The adopted candidates of one kind as they would stand on their list. */
export function listed(
  adopted: readonly AdoptedCandidate[],
  kind: AdoptedCandidate['kind'],
): readonly VettedCandidate[] {
  return adopted
    .filter((candidate) => candidate.kind === kind)
    .map(({ answers }, index) => ({ id: `record-${index + 1}`, answers }));
}

/** What the items say once their answers have gone to candidates and come back. */
export function thereAndBack(items: ItemAnswers): ItemAnswers {
  const adopted = adoptEarlierAnswers(items, numbered());
  const clearinghouses = listed(adopted, 'clearinghouse');
  const software = listed(adopted, 'billing-software');
  const back = CLEARINGHOUSE_ITEMS.map(
    (id) => [id, derivedClearinghouseAnswers(id, clearinghouses, chosenOf(clearinghouses), TODAY)] as const,
  );
  return {
    ...Object.fromEntries(back),
    'sw-select': derivedSoftwareAnswers('sw-select', software, chosenOf(software), TODAY),
  };
}

/**
 * Answers as they read: without ids of rows people add, blanks, rows that hold nothing, and the fields to leave out.
 * Rows people add are put in one order.
 */
export function readable(
  fields: readonly Field[],
  answers: Answers,
  leaveOut: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const value = answers[field.id];
    if (leaveOut.includes(field.id) || value === undefined || !isAnswered(value)) return [];
    return [[field.id, readableValue(field, value, leaveOut)]];
  });
  return Object.fromEntries(entries.filter(([, value]) => !(Array.isArray(value) && value.length === 0)));
}

function readableValue(field: Field, value: AnswerValue, leaveOut: readonly string[]): unknown {
  if (field.type === 'choices') return [...(value as readonly string[])].sort();
  return field.type === 'rows' ? readableRows(field, value as readonly Row[], leaveOut) : value;
}

function readableRows(
  field: RowsField,
  rows: readonly Row[],
  leaveOut: readonly string[],
): readonly unknown[] {
  const filled = rows
    .map((row) => ({ rowId: row.rowId, cells: readable(field.fields, row, leaveOut) }))
    .filter(({ cells }) => Object.keys(cells).length > 0);
  const said = field.fixedRows === undefined ? filled.map(({ cells }) => cells) : filled;
  return [...said].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

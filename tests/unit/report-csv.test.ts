import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidence, rows, text } from '../../shared/catalog/field-builders.ts';
import { stopsWhen } from '../../shared/catalog/rule-builders.ts';
import type { Answers } from '../../shared/domain/field.ts';
import type { ItemRecord } from '../../shared/domain/plan.ts';
import { CSV_COLUMNS, toItemsCsv } from '../../shared/domain/report-csv.ts';
import { aCatalog, anItem, aPlan, aRecord } from '../support/an-item.ts';
import { arbitraryText } from '../support/arbitrary-answers.ts';
import { parseCsv } from '../support/parse-csv.ts';
import { aReport } from '../support/report-context.ts';

const item = anItem({
  title: 'Get insured',
  fields: [
    text('answer', 'Answer'),
    evidence('file', 'Proof'),
    rows('policies', 'Policies', 'policy', [text('carrier', 'Carrier')]),
  ],
});

function tableOf(answers: Answers, changes: Partial<ItemRecord> = {}): readonly Record<string, string>[] {
  const csv = toItemsCsv(aReport(aCatalog([item]), aPlan([aRecord(item, answers, changes)])));
  const [head = [], ...body] = parseCsv(csv.slice(1));
  expect(head).toEqual(CSV_COLUMNS);
  return body.map((cells) => {
    expect(cells).toHaveLength(CSV_COLUMNS.length);
    return Object.fromEntries(cells.map((cell, index) => [CSV_COLUMNS[index] ?? '', cell]));
  });
}

const fieldLine = (table: readonly Record<string, string>[], field: string): Record<string, string> => {
  const found = table.find((line) => line['Field id'] === field);
  if (found === undefined) throw new Error(`No line for "${field}"`);
  return found;
};

describe('the CSV of the items', () => {
  it('has a byte order mark, CRLF and one line for each value', () => {
    const csv = toItemsCsv(aReport(aCatalog([item]), aPlan([aRecord(item, { answer: 'Yes' })])));
    expect(csv.startsWith('\uFEFF"Section","Item id"')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(fieldLine(tableOf({ answer: 'Yes' }), 'answer')).toEqual({
      Section: 'Foundations',
      'Item id': 'fnd-experience',
      Item: 'Get insured',
      Level: 'Required',
      State: 'Done',
      Kind: 'answer',
      'Field id': 'answer',
      Field: 'Answer',
      'Row id': '',
      Row: '',
      Value: 'Yes',
      'Stored value': 'Yes',
      'Asked for now': 'yes',
    });
  });

  it('names the row of a repeating group', () => {
    expect(
      fieldLine(tableOf({ policies: [{ rowId: 'p9', carrier: 'Granite' }] }), 'policies.carrier'),
    ).toMatchObject({ Field: 'Policies: Carrier', 'Row id': 'p9', Row: 'Policy 1', Value: 'Granite' });
  });

  it('gives documents in words and as stored', () => {
    const file = [{ name: 'Letter', location: 'Blue folder' }];
    expect(fieldLine(tableOf({ file }), 'file')).toMatchObject({
      Value: 'Letter (kept: Blue folder)',
      'Stored value': '[{"name":"Letter","location":"Blue folder"}]',
    });
  });

  it('has lines for the state, the reason and the dates', () => {
    const table = tableOf(
      { answer: 'Kept' },
      { status: 'not-applicable', notApplicableReason: 'Not mine', dueOn: '2026-12-01' },
    );
    const ofItem = table.filter((line) => line['Item id'] === item.id);
    const byKind = Object.fromEntries(ofItem.map((line) => [line.Kind, line]));
    expect(byKind.state?.['Stored value']).toBe('not-applicable');
    expect(byKind['does not apply because']?.Value).toBe('Not mine');
    expect(byKind['do this by']?.['Stored value']).toBe('2026-12-01');
    expect(byKind.answer).toMatchObject({ Value: 'Kept', 'Asked for now': 'no' });
  });

  it('has a line for what blocks and for what is missing', () => {
    const stopped = anItem({ blockers: [stopsWhen('x', 'A complaint is open.', () => true)] });
    const csv = toItemsCsv(aReport(aCatalog([stopped]), aPlan()));
    expect(csv).toContain('"blocks you","","","","","A complaint is open."');
    expect(csv).toContain('"missing","","","","","Fill in “Answer”."');
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@x',
    '\t=1',
    '\tplain',
    '\rplain',
    '\n=1',
    '  =1',
    '\u00a0=1',
    '＝1',
    '\u200b=1',
    '\0=1',
  ])('makes %j harmless with an apostrophe', (answer) => {
    expect(fieldLine(tableOf({ answer }), 'answer').Value).toBe(`'${answer}`);
  });

  it.each(['a=1', '1-2', "'quoted", 'e@x.org', '3 + 4', '', 'ordinary'])('leaves %j as it is', (answer) => {
    expect(fieldLine(tableOf({ answer }), 'answer')['Stored value']).toBe(answer);
  });

  it('carries any text whole, and no cell ever starts like a formula', () => {
    fc.assert(
      fc.property(arbitraryText(200), arbitraryText(200), (answer, carrier) => {
        const table = tableOf({ answer, policies: [{ rowId: 'p1', carrier }] });
        for (const [field, stored] of [
          ['answer', answer],
          ['policies.carrier', carrier],
        ] as const) {
          const found = fieldLine(table, field)['Stored value'];
          expect([stored, `'${stored}`]).toContain(found);
        }
        const starts = table.flatMap((line) => Object.values(line)).map((cell) => cell.trimStart().charAt(0));
        expect(starts.filter((start) => ['=', '+', '-', '@'].includes(start))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

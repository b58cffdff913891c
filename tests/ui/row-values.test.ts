import { describe, expect, it } from 'vitest';
import { digestOf, withCell, withRowBack } from '../../renderer/ui/fields/row-values.ts';
import {
  date,
  evidence,
  integer,
  money,
  rows,
  state,
  text,
  yesNo,
} from '../../shared/catalog/field-builders.ts';

const A = { rowId: 'a', name: 'A' };
const B = { rowId: 'b', name: 'B' };

describe('rows of a repeating group', () => {
  it('never hold a row twice when it is put back', () => {
    expect(withRowBack([B], A, 0)).toEqual([A, B]);
    expect(withRowBack([A, B], A, 0)).toEqual([A, B]);
    expect(withRowBack([], A, 7)).toEqual([A]);
  });

  it('lose a prescribed row with its last answer, but never one the user added', () => {
    expect(withCell([A, B], 'a', 'name', null, true)).toEqual([B]);
    expect(withCell([A, B], 'a', 'name', null, false)).toEqual([{ rowId: 'a' }, B]);
    expect(withCell([], 'a', 'name', 'A', true)).toEqual([A]);
  });

  it('are summed up by the answers that speak for themselves', () => {
    const field = rows('r', 'Rows', 'row', [
      state('where', 'State'),
      yesNo('is', 'Is it?'),
      integer('days', 'Days', [0, 9]),
      money('limit', 'Limit'),
      date('on', 'On'),
      evidence('proof', 'Proof'),
      text('name', 'Name'),
    ]);
    const row = { rowId: 'a', where: 'NJ', is: true, days: 3, limit: 100000, on: '2026-12-18', name: ' ' };
    expect(digestOf(field.fields, row)).toBe('New Jersey · $1,000.00 · 18 Dec 2026');
    expect(digestOf(field.fields, { rowId: 'a' })).toBe('');
  });
});

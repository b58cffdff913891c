import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillIn, fillInRow, summedUp } from '../../shared/domain/open-questions.ts';

describe('open questions summed up', () => {
  it('are one sentence for all fields', () => {
    expect(summedUp([fillIn('Set-up fee'), fillIn('Has it had a breach?')])).toEqual([
      'Not answered: Set-up fee; Has it had a breach?.',
    ]);
  });

  it('name a question once for all the rows that leave it open', () => {
    const rows = ['Service levels', 'Insurance', '“License fee”: never refunded'];
    expect(summedUp(rows.map((row) => fillInRow(row, 'In the contract?')))).toEqual([
      '“In the contract?”, not answered for: Service levels; Insurance; “License fee”: never refunded.',
    ]);
  });

  it('name a row once for all the questions it leaves open', () => {
    expect(summedUp([fillInRow('Pennsylvania', 'Office'), fillInRow('Pennsylvania', 'Answered on')])).toEqual(
      ['Pennsylvania, not answered: Office; Answered on.'],
    );
  });

  it('leave what says more as it was, first', () => {
    const more = '“References”: add at least 3 (0 so far).';
    expect(summedUp([fillIn('Contract'), more])).toEqual([more, 'Not answered: Contract.']);
    expect(summedUp([])).toEqual([]);
  });

  it('lose no name', () => {
    const name = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => /^[^“”\n]+$/u.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.option(name))), (questions) => {
        const sentences = questions.map(([label, row]) =>
          row === null ? fillIn(label) : fillInRow(row, label),
        );
        const said = summedUp(sentences).join('\n');
        for (const [label, row] of questions) {
          expect(said).toContain(label);
          if (row !== null) expect(said).toContain(row);
        }
      }),
    );
  });
});

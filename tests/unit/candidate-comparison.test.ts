import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../shared/domain/field.ts';
import {
  type ComparedCandidate,
  type ComparisonRow,
  compareCandidates,
} from '../../shared/domain/vetting/compare-candidates.ts';
import { assessCandidate } from '../../shared/domain/vetting.ts';
import { aClearinghouse, aVettingContext } from '../support/a-clearinghouse.ts';

function compared(changes: Readonly<Record<string, AnswerValue | null>> = {}): ComparedCandidate {
  const answers = aClearinghouse(changes);
  return { answers, assessment: assessCandidate(answers, aVettingContext()) };
}

function rowWithId(rows: readonly ComparisonRow[], id: string): ComparisonRow {
  const row = rows.find((each) => each.id === id);
  if (row === undefined) throw new Error(`No row "${id}"`);
  return row;
}

describe('candidates side by side', () => {
  it('begin with hard stops, then verdict, holds and score', () => {
    const rows = compareCandidates([compared(), compared({ baa: 'refuses' })]);
    expect(rows.slice(0, 4).map(({ id }) => id)).toEqual(['hard-stops', 'verdict', 'holds', 'score']);
    expect(rows[0]?.cells).toEqual(['None', 'It refuses to sign a business associate agreement (BAA).']);
    expect(rows[1]?.cells).toEqual(['Suitable', 'Do not sign']);
  });

  it('have one cell each, in the order they came in, and unique rows', () => {
    const rows = compareCandidates([
      compared({ monthly: 100 }),
      compared({ monthly: 200 }),
      compared(),
      compared(),
    ]);
    for (const { cells } of rows) expect(cells).toHaveLength(4);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rowWithId(rows, 'monthly').cells).toEqual(['$1.00', '$2.00', '$59.00', '$59.00']);
  });

  it('differ exactly where their cells do', () => {
    const rows = compareCandidates([compared(), compared({ term_months: 36, warnings: null })]);
    const differing = rows.filter(({ differs }) => differs).map(({ id }) => id);
    expect(differing).toEqual(['score', 'line-8', 'term_months']);
    for (const { cells, differs } of rows) expect(differs).toBe(cells[0] !== cells[1]);
  });

  it('are empty where nothing is recorded, and hide what another answer hides', () => {
    const rows = compareCandidates([compared({ uptime: null }), compared({ accreditor: 'none' })]);
    expect(rowWithId(rows, 'uptime').cells).toEqual(['', '99.9 %']);
    expect(rowWithId(rows, 'expires').cells).toEqual(['31 Jan 2028', '']);
  });

  it('show every line of the score', () => {
    const rows = compareCandidates([compared(), compared({ mfa: false })]);
    const lines = rows.filter(({ id }) => id.startsWith('line-'));
    expect(lines).toHaveLength(compared().assessment.lines.length);
    expect(lines.find(({ label }) => label.startsWith('Second sign-in'))?.cells).toEqual([
      '6 of 6',
      '0 of 6',
    ]);
  });
});

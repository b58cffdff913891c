import { describe, expect, it } from 'vitest';
import type { Block } from '../../renderer/features/report/report-block.ts';
import { toBlocks } from '../../renderer/features/report/to-blocks.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { EMPTY_PLAN, type PlanRecord } from '../../shared/domain/plan.ts';
import { manyPartners } from '../support/a-partner.ts';
import { aPlan } from '../support/a-plan.ts';
import { aClearinghouseRecord } from '../support/candidates.ts';
import { aReport } from '../support/report-context.ts';

/** The blocks under one heading. */
function under(text: string, records: readonly PlanRecord[]): readonly Block[] {
  const blocks = toBlocks(aReport(catalog, { ...aPlan(), records }));
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === text);
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex((block) => block.kind === 'heading');
  return start === -1 ? [] : rest.slice(0, end);
}

const rowsOf = (blocks: readonly Block[], table: string) =>
  blocks.flatMap((block) => (block.kind === 'table-row' && block.table === table ? [block] : []));
const pairOf = (blocks: readonly Block[], label: string): string | undefined =>
  blocks.flatMap((block) => (block.kind === 'pair' && block.label === label ? [block.text] : []))[0];

describe('the vetting on paper', () => {
  const CLEARINGHOUSES = 'Vetting: clearinghouses';

  it('stands once, without a second list of the same companies, and says plainly that nothing is chosen', () => {
    const headings = toBlocks(
      aReport(catalog, { ...EMPTY_PLAN, records: [aClearinghouseRecord('a')] }),
    ).flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    const at = headings.indexOf(CLEARINGHOUSES);
    expect(headings.slice(at, at + 2)).toEqual([CLEARINGHOUSES, 'Vetting: billing software']);
    expect(headings).not.toContain('Clearinghouses');
    expect(pairOf(under(CLEARINGHOUSES, []), 'Decision')).toBe(
      'Nothing is on the list yet, and nothing is chosen.',
    );
  });

  it('gives a candidate its verdict, then its hard stops before everything else', () => {
    const blocks = under(CLEARINGHOUSES, [aClearinghouseRecord('a', { baa: 'refuses', refs: null })]);
    const head = blocks.findIndex(({ kind }) => kind === 'item-heading');
    expect(blocks[head]).toMatchObject({
      text: 'Clearinghouse a',
      state: { verdict: 'do-not-sign' },
      detail: '92 of 100 points · 10 of 10 authority checks done',
    });
    expect(blocks.slice(head + 1, head + 3)).toMatchObject([
      {
        label: 'Hard stops',
        text: 'It refuses to sign a business associate agreement (BAA).',
        tone: 'strong',
      },
      { label: 'On hold', text: 'References: 0 of 3 called.' },
    ]);
  });

  it('adds up the points of a candidate that stands alone', () => {
    const blocks = under(CLEARINGHOUSES, [aClearinghouseRecord('a', { refs: null })]);
    const rows = rowsOf(blocks, 'score').map(({ cells }) => cells);
    expect(rows.at(-2)).toEqual(['References', '0 of 5', '0 called, 0 of them good.']);
    expect(rows.at(-1)).toEqual(['Score', '95 of 100', '']);
    expect(rowsOf(blocks, 'compared')).toEqual([]);
  });

  it('says side by side what differs, where the points come from, and the verdict by its shape', () => {
    const blocks = under(CLEARINGHOUSES, [
      aClearinghouseRecord('a'),
      aClearinghouseRecord('b', { refs: null }),
    ]);
    const rows = rowsOf(blocks, 'compared');
    expect(rows[0]?.heads).toEqual(['Clearinghouse a', 'Clearinghouse b']);
    expect(rows.map(({ cells }) => cells)).toEqual(
      expect.arrayContaining([
        ['Hard stops', 'None', 'None'],
        ['Verdict (differs)', { verdict: 'suitable' }, { verdict: 'hold' }],
        ['References (differs)', ['5 of 5', expect.any(String)], ['0 of 5', '0 called, 0 of them good.']],
      ]),
    );
    expect(rowsOf(blocks, 'score')).toEqual([]);
  });

  it('keeps the points of a fifth candidate, which is not among those side by side', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((id) => aClearinghouseRecord(id));
    const blocks = under(CLEARINGHOUSES, five);
    expect(rowsOf(blocks, 'compared')[0]?.heads).toHaveLength(4);
    expect(rowsOf(blocks, 'score').at(-1)?.cells).toEqual(['Score', '100 of 100', '']);
  });

  it('never makes a row too tall for a page: a long text is cut short there, and whole with its candidate', () => {
    const parent = 'A very long story '.repeat(60).trim();
    const both = [aClearinghouseRecord('a', { parent }), aClearinghouseRecord('b')];
    const cells = rowsOf(under(CLEARINGHOUSES, both), 'compared').flatMap((row) => row.cells.flat());
    const lengths = cells.map((cell) => (typeof cell === 'string' ? cell.length : 0));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(241);
    expect(pairOf(under(CLEARINGHOUSES, both), 'Owners or parent company')).toBe(parent);
  });
});

describe('the chain of agreements on paper', () => {
  it('is a picture that stays with its sentences, and a row for every partner', () => {
    const blocks = under('Chain of agreements', manyPartners(30));
    expect(blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'chain-map',
      ...Array<string>(30).fill('table-row'),
    ]);
    expect(blocks.slice(0, 2).every(({ keepWithNext }) => keepWithNext === true)).toBe(true);
    expect(rowsOf(blocks, 'chain')[0]?.cells).toEqual([
      'Partner 001',
      'Client to you',
      { agreement: 'signed' },
      '1 Sep 2026',
      'No end recorded',
      '5 days',
    ]);
  });

  it('is one sentence while nobody is on the register', () => {
    expect(under('Chain of agreements', [])).toMatchObject([
      { kind: 'paragraph', text: 'No clients and no vendors are recorded yet.' },
    ]);
  });
});

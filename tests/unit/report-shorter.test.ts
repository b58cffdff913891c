import { describe, expect, it } from 'vitest';
import { answerBlocks } from '../../renderer/features/report/answer-blocks.ts';
import type { Block, RunBlock } from '../../renderer/features/report/report-block.ts';
import { rowsBlocks } from '../../renderer/features/report/row-blocks.ts';
import { runBlocks } from '../../renderer/features/report/run-blocks.ts';
import { toBlocks } from '../../renderer/features/report/to-blocks.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { samplePlan } from '../../shared/catalog/sample-plan.ts';
import type { ReportAnswer, ReportRows, ReportValue } from '../../shared/domain/report-types.ts';
import { aReport } from '../support/report-context.ts';
import { TODAY } from '../support/test-profile.ts';

const aValue = (fieldId: string, text: string, isAsked = true): ReportValue => ({
  fieldId,
  label: `Label of ${fieldId}`,
  lines: text === '' ? [] : [text],
  value: text,
  isAsked,
});

const aGroup = (rows: readonly (readonly ReportValue[])[], isAsked = true): ReportRows => ({
  fieldId: 'checks',
  label: 'Checks',
  isAsked,
  rows: rows.map((cells, at) => ({ rowId: `r${at}`, label: `Check ${at + 1}`, isAsked, cells })),
});

const words = (blocks: readonly Block[]): string => JSON.stringify(blocks);

describe('the rows of a group on paper', () => {
  it('are one run when each has one short answer, its question said once', () => {
    const [run, ...more] = rowsBlocks('x', aGroup([[aValue('seen', 'Yes')], [aValue('seen', 'No')]]));
    expect(more).toEqual([]);
    expect(run).toMatchObject({
      kind: 'run',
      of: 'Checks',
      label: 'Label of seen',
      parts: [
        { label: 'Check 1', text: 'Yes' },
        { label: 'Check 2', text: 'No' },
      ],
    });
  });

  it('are a table when few short answers stand in each, and a dash where nothing is recorded', () => {
    const blocks = rowsBlocks('x', aGroup([[aValue('a', '1'), aValue('b', '2')], [aValue('a', '3')]]));
    expect(blocks).toMatchObject([
      { kind: 'table-row', heads: ['Label of a', 'Label of b'], cells: ['Check 1', '1', '2'] },
      { kind: 'table-row', of: { caption: 'Checks' }, cells: ['Check 2', '3', '–'] },
    ]);
  });

  it('are a run each when there is more to say, and a long text stands below in full', () => {
    const long = 'A long story. '.repeat(200);
    const cells = ['a', 'b', 'c', 'd'].map((id) => aValue(id, id));
    const blocks = rowsBlocks('x', aGroup([[...cells, aValue('story', long)], cells]));
    expect(blocks.map(({ kind }) => kind)).toEqual(['run', 'pair', 'run']);
    expect(blocks[0]).toMatchObject({ label: 'Check 1', of: 'Checks', keepWithNext: true });
    expect(blocks[1]).toMatchObject({ text: long });
    expect(blocks[2]).toMatchObject({ label: 'Check 2', of: null });
  });

  it('say which of them nothing asks for now', () => {
    const row = (isAsked: boolean): readonly ReportValue[] => [
      aValue('a', '1', isAsked),
      aValue('b', '2', isAsked),
    ];
    const aside = rowsBlocks('x', aGroup([row(false), row(false)], false));
    expect(words(aside)).toContain('Check 1 (recorded, not asked for now)');
    const [kept] = rowsBlocks('x', aGroup([[aValue('a', '1'), aValue('old', '2', false)], row(true)]));
    expect(kept).toMatchObject({ kind: 'run', parts: [{ isAsked: true }, { isAsked: false }] });
  });
});

describe('a run of short answers', () => {
  it('is dealt out before it grows too tall for a page, and loses nothing', () => {
    const parts = Array.from({ length: 60 }, (_, at) => ({
      label: `Question ${at}`,
      text: 'x'.repeat(90),
      tone: 'plain' as const,
      isAsked: true,
    }));
    const runs: readonly RunBlock[] = runBlocks({ list: 'x', label: 'Company', parts });
    expect(runs.flatMap((run) => run.parts)).toEqual(parts);
    expect(runs.length).toBeGreaterThan(5);
    expect(runs.map(({ label }) => label).slice(0, 2)).toEqual(['Company', 'Company (continued)']);
  });
});

describe('answers that were emptied again', () => {
  it('are named together, once', () => {
    const blank = (id: string, isAsked = true): ReportAnswer => ({
      kind: 'value',
      ...aValue(id, '', isAsked),
    });
    const blocks = answerBlocks('x', [
      blank('a'),
      { kind: 'value', ...aValue('b', 'Here') },
      blank('c', false),
    ]);
    expect(blocks.map(({ kind }) => kind)).toEqual(['fields', 'pair']);
    expect(blocks[1]).toMatchObject({
      label: 'Left blank',
      text: 'Label of a; Label of c (recorded, not asked for now)',
    });
  });
});

describe('the sample report', () => {
  const blocks = toBlocks(aReport(catalog, samplePlan(TODAY)));
  const unitOf = (unit: string): string => words(blocks.filter((block) => block.unit === unit));

  it('prints what a desk knows there, and only names it under the item', () => {
    expect(unitOf('clh-security')).toContain(
      'From “Vetting: clearinghouses”: Address of the portal. The others are printed there.',
    );
    expect(unitOf('clh-security')).not.toContain('Example 22-0417');
    expect(words(blocks).split('Example 22-0417')).toHaveLength(2);
  });

  it('prints in the item what that says in words of its own: an address with its protocol, what a check comes to', () => {
    expect(unitOf('clh-security')).toContain('https://portal.clearwater.example.com');
    expect(words(blocks).split('https://portal.clearwater.example.com').length).toBeGreaterThan(1);
    expect(unitOf('sec-hygiene')).toContain('Firewall');
  });

  it('prints a check of a portal once, whoever’s portal it is', () => {
    const found = words(blocks).split('Encryption: TLS 1.3').length - 1;
    expect(found).toBe(1);
  });

  it('names each evidence of a point, and leaves the place to the item that says it', () => {
    const point = unitOf('164.308(a)(1)(ii)(C)');
    expect(point).toContain('Security policies 1.0, signed (Write your security policies)');
    expect(point).not.toContain('Office cabinet');
    expect(words(blocks)).toContain('Office cabinet');
  });

  it('says of every source how far it was followed, and on which day', () => {
    const sources = blocks.flatMap((block) =>
      block.kind === 'table-row' && block.table === 'sources' ? [block.cells] : [],
    );
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.every((cells) => cells.length === 3 && Array.isArray(cells[2]))).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFragments } from '../../renderer/features/report/fragments.ts';
import type { Block, PairBlock } from '../../renderer/features/report/report-block.ts';
import { toBlocks } from '../../renderer/features/report/to-blocks.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { ITEM_IDS } from '../../shared/catalog/ids.ts';
import { samplePlan } from '../../shared/catalog/sample-plan.ts';
import { ruleSpecifications } from '../../shared/catalog/security-rule.ts';
import { deviceChecks } from '../../shared/domain/device-checks/device-checks.ts';
import { EMPTY_PLAN, type Plan } from '../../shared/domain/plan.ts';
import { isCandidateKind } from '../../shared/domain/vetting/candidate.ts';
import { markedPlan } from '../support/marked-plan.ts';
import { aReport } from '../support/report-context.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

/** Everything a block says. */
function wordsOf(block: Block): string {
  return JSON.stringify(block);
}

const pair = (text: string): PairBlock => ({
  kind: 'pair',
  list: 'x',
  label: 'Notes',
  text,
  tone: 'plain',
  isAsked: true,
  isInRow: false,
});

describe('the blocks of a report', () => {
  it.each([
    ['asked for', []],
    ['set aside', ITEM_IDS],
  ])('hold every mark of a full plan whose items are all %s', (_name, asideIds) => {
    const { plan, marks } = markedPlan(catalog, aProfile(), TODAY, asideIds);
    const words = toBlocks(aReport(catalog, plan)).map(wordsOf).join('\n');
    expect(marks.filter((mark) => !words.includes(mark))).toEqual([]);
  });

  it.each([
    ['too long for a line', ' and so on'.repeat(10)],
    ['of several lines', '\nand so on'],
  ])('hold every mark when each text is %s', (_name, more) => {
    const { plan, marks } = markedPlan(catalog, aProfile(), TODAY);
    const stored = JSON.stringify(plan);
    const longer = stored.replaceAll(/q\d{4}z/g, (mark) => `${mark}${JSON.stringify(more).slice(1, -1)}`);
    const words = toBlocks(aReport(catalog, JSON.parse(longer) as Plan))
      .map(wordsOf)
      .join('\n');
    expect(longer.length).toBeGreaterThan(stored.length);
    expect(marks.filter((mark) => !words.includes(mark))).toEqual([]);
  });

  const headingsOf = (plan: Plan): readonly string[] =>
    toBlocks(aReport(catalog, plan)).flatMap((block) => (block.kind === 'item-heading' ? [block.text] : []));

  it('name every item once, in working order, those set aside at the end', () => {
    const titles = catalog.items.map(({ title }) => title);
    const headings = headingsOf(samplePlan(TODAY)).filter((text) => titles.includes(text));
    expect([...headings].sort()).toEqual([...titles].sort());
    expect(headings.at(-1)).toBe(catalog.items.find(({ id }) => id === 'ref-ub04')?.title);
  });

  it('name every portal, every look, every point of the Security Rule, every candidate and every other entry of a list once, in order', () => {
    const titles = catalog.items.map(({ title }) => title);
    const headings = headingsOf(samplePlan(TODAY)).filter((text) => !titles.includes(text));
    const { lists, vetting } = aReport(catalog, samplePlan(TODAY));
    expect(headings).toEqual([
      'Clearwater Claims Exchange',
      'Riverbend Family Practice, chart system',
      'Garden Valley Health Plan',
      ...deviceChecks.map(({ title }) => title),
      ...ruleSpecifications.map(({ cite, title }) => `${cite} ${title}`),
      ...vetting.kinds.flatMap(({ candidates }) => candidates.map(({ name }) => name)),
      ...lists
        .filter(({ kind }) => !isCandidateKind(kind))
        .flatMap(({ entries }) => entries.map(({ title }) => title)),
    ]);
  });

  it('hold everything said of the vetting of a full plan, and of its agreements', () => {
    const model = aReport(catalog, markedPlan(catalog, aProfile(), TODAY).plan);
    const words = toBlocks(model).map(wordsOf).join('\n');
    const said = [
      model.chain.summary,
      model.chain.breach,
      ...model.chain.links.flatMap(({ name, role }) => [name, role]),
      ...model.vetting.kinds.flatMap(({ decision, candidates }) => [
        decision,
        ...candidates.flatMap(({ name, hardStops, holds, conditions, open, checks }) => [
          name,
          ...hardStops.map(({ text }) => text),
          ...holds,
          ...conditions,
          ...open,
          ...(checks?.open ?? []),
        ]),
      ]),
    ];
    expect(said.length).toBeGreaterThan(50);
    expect(said.filter((text) => !words.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
  });

  it('say plainly what was not checked', () => {
    const rows = toBlocks(aReport(catalog, EMPTY_PLAN)).filter(
      (block) => block.kind === 'table-row' && block.table === 'checks',
    );
    expect(rows).toEqual(
      deviceChecks.map(({ title }) => ({
        kind: 'table-row',
        table: 'checks',
        cells: [title, { check: 'not-checked' }, '–', '–'],
      })),
    );
  });

  it('say who attested what the app could not tell, when and how', () => {
    const words = toBlocks(aReport(catalog, samplePlan(TODAY))).flatMap((block) =>
      block.kind === 'pair' && block.label === 'Attested' ? [block.text] : [],
    );
    expect(words[0]).toBe(
      'By Jordan A. Hale, on 20 Nov 2026, how: Page information of the browser, from the home network.',
    );
  });

  it('say of an empty plan that nothing is recorded', () => {
    const words = toBlocks(aReport(catalog, EMPTY_PLAN)).map(wordsOf).join('\n');
    expect(words).toContain('Nothing is recorded under “Your business” yet.');
    expect(words).toContain('Nothing with a date is recorded yet.');
  });

  it('say of a finished plan that nothing stands in the way', () => {
    const model = aReport(catalog, EMPTY_PLAN);
    const { cover } = model;
    const ready = {
      ...model,
      cover: {
        ...cover,
        verdict: { kind: 'ready', word: 'Ready' } as const,
        reasons: [],
        nextSteps: [],
        gate: { mayTouchPhi: true, answer: 'Yes', missing: [] },
      },
    };
    const words = toBlocks(ready).map(wordsOf).join('\n');
    expect(words).toContain('Nothing is left to do today.');
    expect(words).toContain('Yes, as far as this report can tell');
    expect(words).not.toContain('Do these next');
  });
});

describe('a text dealt out on several pages', () => {
  it('is all there, in order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 2, maxLength: 80 }),
        fc.array(fc.nat(79)),
        (text, cuts) => {
          const places = [...new Set(cuts.filter((at) => at > 0 && at < text.length))].sort((a, b) => a - b);
          const placements = [0, ...places].map((from, index) => ({
            block: 0,
            from,
            to: places[index] ?? null,
          }));
          const fragments = toFragments([pair(text)], placements);
          const printed = fragments.map(({ block }) => (block.kind === 'pair' ? block.text : ''));
          expect(printed.map((part) => part.replace(/^[\u200e\u200f]/, '')).join('')).toBe(
            text.replaceAll(/[\u200e\u200f]/g, ''),
          );
          expect(fragments.map(({ isContinued }) => isContinued)).toEqual(
            placements.map(({ from }) => from > 0),
          );
        },
      ),
    );
  });
});

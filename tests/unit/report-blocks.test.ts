import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFragments } from '../../renderer/features/report/fragments.ts';
import type { Block, PairBlock } from '../../renderer/features/report/report-block.ts';
import { toBlocks } from '../../renderer/features/report/to-blocks.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { ITEM_IDS } from '../../shared/catalog/ids.ts';
import { samplePlan } from '../../shared/catalog/sample-plan.ts';
import { EMPTY_PLAN, type Plan } from '../../shared/domain/plan.ts';
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

  it('name every item once, in working order, those set aside at the end', () => {
    const plan = samplePlan(TODAY);
    const headings = toBlocks(aReport(catalog, plan)).flatMap((block) =>
      block.kind === 'item-heading' ? [block.text] : [],
    );
    const titles = catalog.items.map(({ title }) => title);
    expect([...headings].sort()).toEqual([...titles].sort());
    expect(headings.at(-1)).toBe(catalog.items.find(({ id }) => id === 'ref-ub04')?.title);
  });

  it('say of an empty plan that nothing is recorded', () => {
    const words = toBlocks(aReport(catalog, EMPTY_PLAN)).map(wordsOf).join('\n');
    expect(words).toContain('Nothing is recorded on the welcome page yet.');
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

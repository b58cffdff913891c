import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cut,
  distribute,
  type MeasuredBlock,
  type Placement,
} from '../../renderer/features/report/distribute.ts';

const LINE = 20;
const CHARS = 10;

/** A text of this many lines of ten characters, each 20 px high. */
function aText(lines: number, changes: Partial<MeasuredBlock> = {}): MeasuredBlock {
  return aBlock(lines * LINE, { least: Math.min(lines, 2) * LINE, ...changes });
}

function aBlock(height: number, changes: Partial<MeasuredBlock> = {}): MeasuredBlock {
  return { height, least: height, keepWithNext: false, unit: null, group: null, groupHead: 0, ...changes };
}

/** Cuts texts after as many whole lines as fit. */
function cutterFor(blocks: readonly MeasuredBlock[]): Cut {
  return (index, from, room) => {
    const lines = Math.round((blocks[index]?.height ?? 0) / LINE) - from / CHARS;
    const taken = Math.floor(room / LINE);
    if (taken < 1 || taken >= lines) return null;
    const rest = (lines - taken) * LINE;
    return {
      to: from + taken * CHARS,
      height: taken * LINE,
      rest: { height: rest, least: Math.min(rest, 2 * LINE) },
    };
  };
}

const never: Cut = () => null;
const numbers = (pages: readonly (readonly Placement[])[]): readonly (readonly number[])[] =>
  pages.map((page) => page.map(({ block }) => block));

describe('dealing blocks out on pages', () => {
  it('fills a page and goes on on the next', () => {
    expect(numbers(distribute([aBlock(60), aBlock(40), aBlock(30)], 100, never))).toEqual([[0, 1], [2]]);
  });

  it('has one empty page for nothing', () => {
    expect(distribute([], 100, never)).toEqual([[]]);
  });

  it('keeps a heading with what follows it', () => {
    const blocks = [aBlock(70), aBlock(20, { keepWithNext: true }), aBlock(20)];
    expect(numbers(distribute(blocks, 100, never))).toEqual([[0], [1, 2]]);
  });

  it('keeps two headings and the start of a long text together', () => {
    const heading = aBlock(20, { keepWithNext: true });
    const blocks = [aBlock(40), heading, heading, aText(10)];
    expect(numbers(distribute(blocks, 100, cutterFor(blocks)))[0]).toEqual([0]);
  });

  it('goes on with a long text overleaf, without a gap or an overlap', () => {
    const blocks = [aBlock(60), aText(12)];
    expect(distribute(blocks, 100, cutterFor(blocks))).toEqual([
      [
        { block: 0, from: 0, to: null },
        { block: 1, from: 0, to: 20 },
      ],
      [{ block: 1, from: 20, to: 70 }],
      [{ block: 1, from: 70, to: null }],
    ]);
  });

  it('starts a long text overleaf when less than its least would fit', () => {
    const blocks = [aBlock(75), aText(10)];
    expect(numbers(distribute(blocks, 100, cutterFor(blocks)))[0]).toEqual([0]);
  });

  it('gives a block too tall for any page one of its own', () => {
    expect(numbers(distribute([aBlock(50), aBlock(400), aBlock(50)], 100, never))).toEqual([[0], [1], [2]]);
  });

  it('leaves room for the head of a table on every page', () => {
    const row = aBlock(30, { group: 'table', groupHead: 20 });
    expect(numbers(distribute([row, row, row, row], 100, never))).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('counts the head of a table once a page', () => {
    const row = aBlock(20, { group: 'table', groupHead: 20 });
    expect(numbers(distribute([row, row, row, row], 100, never))).toEqual([[0, 1, 2, 3]]);
  });

  it('does not tear a small unit apart, but does a large one', () => {
    const small = aBlock(10, { unit: 'small' });
    expect(numbers(distribute([aBlock(85), small, small], 100, never))).toEqual([[0], [1, 2]]);
    const large = aBlock(30, { unit: 'large' });
    expect(numbers(distribute([aBlock(65), large, large], 100, never))).toEqual([[0, 1], [2]]);
  });

  it('loses nothing, repeats nothing and overfills no page, whatever comes', () => {
    const arbitraryBlock = fc.oneof(
      fc.integer({ min: 1, max: 180 }).map((height) => aBlock(height)),
      fc.integer({ min: 1, max: 40 }).map((height) => aBlock(height, { keepWithNext: true })),
      fc.integer({ min: 3, max: 60 }).map((lines) => aText(lines)),
      fc.integer({ min: 5, max: 40 }).map((height) => aBlock(height, { group: 'table', groupHead: 15 })),
      fc.integer({ min: 5, max: 15 }).map((height) => aBlock(height, { unit: 'unit' })),
    );
    fc.assert(
      fc.property(fc.array(arbitraryBlock, { maxLength: 40 }), (blocks) => {
        const pages = distribute(blocks, 100, cutterFor(blocks));
        const placed = pages.flat();
        let next = 0;
        let from = 0;
        for (const placement of placed) {
          expect([placement.block, placement.from]).toEqual([next, from]);
          if (placement.to === null) [next, from] = [next + 1, 0];
          else {
            expect(placement.to).toBeGreaterThan(from);
            from = placement.to;
          }
        }
        expect([next, from]).toEqual([blocks.length, 0]);
        for (const page of pages) {
          if (page.length > 1) expect(heightOf(page, blocks)).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no heading at the foot of a page', () => {
    const heading = aBlock(15, { keepWithNext: true });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 1, maxLength: 20 }), (heights) => {
        const blocks = heights.flatMap((height) => [heading, aBlock(height)]);
        for (const page of distribute(blocks, 100, never)) {
          const last = blocks[page.at(-1)?.block ?? 0];
          expect(last?.keepWithNext).toBe(false);
        }
      }),
    );
  });
});

function heightOf(page: readonly Placement[], blocks: readonly MeasuredBlock[]): number {
  let group: string | null = null;
  return page.reduce((height, { block, from, to }) => {
    const measured = blocks[block];
    if (measured === undefined) return height;
    const head = measured.group !== null && measured.group !== group ? measured.groupHead : 0;
    group = measured.group;
    const end = to === null ? measured.height : (to / CHARS) * LINE;
    return height + head + end - (from / CHARS) * LINE;
  }, 0);
}

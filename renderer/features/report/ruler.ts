import type { Cut, CutResult, MeasuredBlock } from './distribute.ts';
import { graphemeStart } from './paper-text.ts';
import { type Block, groupOf } from './report-block.ts';

/** Fewest lines of a text that stand alone at the foot or the head of a page. */
const FEWEST_LINES = 2;

/** Blocks as laid out in a column of the page's width, ready to be dealt out on pages. */
export interface Ruler {
  readonly blocks: readonly MeasuredBlock[];
  readonly cut: Cut;
}

/** Measures a column that shows every block whole. Reads the layout once; writes nothing. */
export function measureColumn(column: HTMLElement, blocks: readonly Block[]): Ruler {
  const byIndex = new Map<string | undefined, HTMLElement>();
  for (const element of column.querySelectorAll<HTMLElement>('[data-block]')) {
    byIndex.set(element.dataset.block, element);
  }
  const elements = blocks.map((_, index) => byIndex.get(String(index)) ?? null);
  const starts = elements.map((element, index) => startOf(element, isGroupStart(blocks, index)));
  const end = column.getBoundingClientRect().top + contentHeight(column);
  const measured = blocks.map((block, index): MeasuredBlock => {
    const start = starts[index] ?? { top: 0, head: 0 };
    const next = starts[index + 1]?.top ?? end;
    const height = next - start.top - start.head;
    const element = elements[index] ?? null;
    return {
      height,
      least: block.kind === 'pair' && element !== null ? leastOf(element, height) : height,
      keepWithNext: block.keepWithNext ?? false,
      unit: block.unit ?? null,
      group: groupOf(block),
      groupHead: headOf(starts, blocks, index),
    };
  });
  return { blocks: measured, cut: (index, from, room) => cutPair(elements[index] ?? null, from, room) };
}

interface Start {
  readonly top: number;
  /** Height of the table head above it. */
  readonly head: number;
}

function isGroupStart(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  const before = blocks[index - 1];
  const group = block === undefined ? null : groupOf(block);
  return group !== null && (before === undefined || groupOf(before) !== group);
}

function startOf(element: HTMLElement | null, isFirstOfGroup: boolean): Start {
  if (element === null) return { top: 0, head: 0 };
  const { top } = element.getBoundingClientRect();
  const group = isFirstOfGroup ? element.closest('[data-group]') : null;
  if (group === null) return { top, head: 0 };
  const groupTop = group.getBoundingClientRect().top;
  return { top: groupTop, head: top - groupTop };
}

// Every row of a group knows the head that would be repeated above it.
function headOf(starts: readonly Start[], blocks: readonly Block[], index: number): number {
  let first = index;
  while (first > 0 && groupOf(blocks[first] as Block) !== null && !isGroupStart(blocks, first)) first -= 1;
  return starts[first]?.head ?? 0;
}

function contentHeight(column: HTMLElement): number {
  const last = column.lastElementChild;
  return last === null ? 0 : last.getBoundingClientRect().bottom - column.getBoundingClientRect().top;
}

interface TextLines {
  readonly node: Text;
  readonly lineHeight: number;
  readonly count: number;
  /** What a pair needs beside the lines of its text. */
  readonly frame: number;
  readonly labelHeight: number;
}

function linesOf(pair: HTMLElement): TextLines | null {
  const text = pair.querySelector<HTMLElement>('[data-text]');
  const node = text?.firstChild;
  if (!text || !(node instanceof Text)) return null;
  const textHeight = text.getBoundingClientRect().height;
  if (textHeight === 0) return null;
  const lineHeight = Number.parseFloat(getComputedStyle(text).lineHeight);
  if (!(lineHeight > 0)) return null;
  const labelHeight = pair.querySelector('[data-label]')?.getBoundingClientRect().height ?? 0;
  const frame = pair.getBoundingClientRect().height - Math.max(textHeight, labelHeight);
  return { node, lineHeight, count: Math.round(textHeight / lineHeight), frame, labelHeight };
}

function leastOf(pair: HTMLElement, height: number): number {
  const lines = linesOf(pair);
  if (lines === null || lines.count <= FEWEST_LINES) return height;
  return Math.min(height, lines.frame + Math.max(lines.labelHeight, FEWEST_LINES * lines.lineHeight));
}

function cutPair(pair: HTMLElement | null, from: number, room: number): CutResult | null {
  const lines = pair === null ? null : linesOf(pair);
  if (lines === null) return null;
  const { node, lineHeight, count, frame, labelHeight } = lines;
  const top = lineTopAt(node, 0);
  const lineAt = (offset: number): number => Math.round((lineTopAt(node, offset) - top) / lineHeight);
  const heightOf = (some: number): number => frame + Math.max(labelHeight, some * lineHeight);
  const first = lineAt(from);
  const fitting = Math.floor((room - frame) / lineHeight + 0.01);
  const left = count - first - fitting;
  const taken = left < FEWEST_LINES && fitting > FEWEST_LINES ? fitting - (FEWEST_LINES - left) : fitting;
  if (taken < 1 || left <= 0) return null;
  const to = graphemeStart(node.data, firstOffsetOnLine(node.length, from, first + taken, lineAt));
  if (to <= from || to >= node.length) return null;
  const rest = count - first - taken;
  return {
    to,
    height: heightOf(taken),
    rest: { height: heightOf(rest), least: heightOf(Math.min(rest, FEWEST_LINES)) },
  };
}

/** The first offset at or after `from` that stands on line `line` or below it. Lines only ever go down. */
function firstOffsetOnLine(
  length: number,
  from: number,
  line: number,
  lineAt: (offset: number) => number,
): number {
  let low = from;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lineAt(middle) >= line) high = middle;
    else low = middle + 1;
  }
  return low;
}

const FARTHEST_LOOK = 32;

/** Top of the line on which a character stands. Some have no box of their own; then the next one's is asked. */
function lineTopAt(node: Text, offset: number): number {
  const range = document.createRange();
  for (let at = offset; at < Math.min(node.length, offset + FARTHEST_LOOK); at += 1) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const [box] = range.getClientRects();
    if (box !== undefined) return box.top;
  }
  return node.parentElement?.getBoundingClientRect().bottom ?? 0;
}

/** What is known of a block once it has been laid out. All heights in CSS pixels, spacing included. */
export interface MeasuredBlock {
  readonly height: number;
  /** Least height of a first part when it can be cut; otherwise its height. */
  readonly least: number;
  readonly keepWithNext: boolean;
  readonly unit: string | null;
  /** The table or list it stands in; its head is repeated on every page. */
  readonly group: string | null;
  readonly groupHead: number;
}

/** A block, or the part of its text from `from` up to `to` (null: to its end). */
export interface Placement {
  readonly block: number;
  readonly from: number;
  readonly to: number | null;
}

/** The part of a block that fits, and the measures of the rest. */
export interface CutResult {
  readonly to: number;
  readonly height: number;
  readonly rest: Pick<MeasuredBlock, 'height' | 'least'>;
}

/** Cuts block `block`, of which the text up to `from` is placed, to fit in `room`. Null when it cannot. */
export type Cut = (block: number, from: number, room: number) => CutResult | null;

/** A unit up to this share of a page is not torn apart. */
const UNIT_SHARE = 0.2;

/**
 * Deals blocks out on pages of one height. Headings stay with what follows, small units stay whole, long texts go on
 * overleaf. A block too tall for any page gets one to itself and sticks out: too long is better than lost.
 */
export function distribute(
  blocks: readonly MeasuredBlock[],
  pageHeight: number,
  cut: Cut,
): readonly (readonly Placement[])[] {
  const pages = new PageStack(pageHeight);
  blocks.forEach((block, index) => {
    if (!pages.isPageEmpty && neededAt(blocks, index, pages) > pages.room) {
      pages.turn();
    }
    place(block, index, pages, cut);
  });
  return pages.all;
}

class PageStack {
  readonly all: Placement[][] = [[]];
  readonly pageHeight: number;
  room: number;
  #group: string | null = null;

  constructor(pageHeight: number) {
    this.pageHeight = pageHeight;
    this.room = pageHeight;
  }

  get isPageEmpty(): boolean {
    return this.all.at(-1)?.length === 0;
  }

  turn(): void {
    this.all.push([]);
    this.room = this.pageHeight;
    this.#group = null;
  }

  /** Height of the head that comes before a block of this group here. */
  headFor({ group, groupHead }: MeasuredBlock): number {
    return group !== null && group !== this.#group ? groupHead : 0;
  }

  put(placement: Placement, height: number, block: MeasuredBlock): void {
    this.room -= height + this.headFor(block);
    this.#group = block.group;
    this.all.at(-1)?.push(placement);
  }
}

function place(block: MeasuredBlock, index: number, pages: PageStack, cut: Cut): void {
  let from = 0;
  let part: Pick<MeasuredBlock, 'height' | 'least'> = block;
  for (;;) {
    const room = pages.room - pages.headFor(block);
    if (part.height <= room) {
      pages.put({ block: index, from, to: null }, part.height, block);
      return;
    }
    const result = part.least <= room ? cut(index, from, room) : null;
    if (result !== null) {
      pages.put({ block: index, from, to: result.to }, result.height, block);
      from = result.to;
      part = result.rest;
    } else if (pages.isPageEmpty) {
      pages.put({ block: index, from, to: null }, part.height, block);
      return;
    }
    pages.turn();
  }
}

/** Room a block wants before it starts on a page that is not empty: with what must not be parted from it. */
function neededAt(blocks: readonly MeasuredBlock[], index: number, pages: PageStack): number {
  return Math.max(chainAt(blocks, index, pages), unitAt(blocks, index, pages));
}

function chainAt(blocks: readonly MeasuredBlock[], index: number, pages: PageStack): number {
  let needed = 0;
  for (let at = index; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined) break;
    const isFirst = at === index || blocks[at - 1]?.group !== block.group;
    const head = at === index ? pages.headFor(block) : isFirst ? block.groupHead : 0;
    if (!block.keepWithNext) {
      needed += head + Math.min(block.least, block.height);
      break;
    }
    needed += head + block.height;
  }
  return needed > pages.pageHeight ? 0 : needed;
}

function unitAt(blocks: readonly MeasuredBlock[], index: number, pages: PageStack): number {
  const unit = blocks[index]?.unit ?? null;
  if (unit === null || blocks[index - 1]?.unit === unit) return 0;
  let height = 0;
  for (let at = index; blocks[at]?.unit === unit; at += 1) height += blocks[at]?.height ?? 0;
  return height <= pages.pageHeight * UNIT_SHARE ? height : 0;
}

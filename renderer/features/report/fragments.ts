import type { Placement } from './distribute.ts';
import { directionMarkAt } from './paper-text.ts';
import { type Block, groupOf } from './report-block.ts';

/** A block as it stands on one page, or the part of it that does. */
export interface Fragment {
  readonly block: Block;
  /** Its place in the list of all blocks. */
  readonly index: number;
  /** It began on an earlier page. */
  readonly isContinued: boolean;
}

/** The placements of one page as what is shown there. */
export function toFragments(blocks: readonly Block[], placements: readonly Placement[]): readonly Fragment[] {
  return placements.flatMap(({ block: index, from, to }) => {
    const block = blocks[index];
    if (block === undefined) return [];
    const isContinued = from > 0;
    if (block.kind !== 'pair' || (!isContinued && to === null)) return [{ block, index, isContinued }];
    const mark = isContinued ? directionMarkAt(block.text, from) : '';
    return [
      { block: { ...block, text: mark + block.text.slice(from, to ?? undefined) }, index, isContinued },
    ];
  });
}

/** All blocks, whole. */
export function wholeFragments(blocks: readonly Block[]): readonly Fragment[] {
  return blocks.map((block, index) => ({ block, index, isContinued: false }));
}

/** Neighbors that share one table or list; a block that stands alone is a group of one. */
export function groupFragments(fragments: readonly Fragment[]): readonly (readonly Fragment[])[] {
  const groups: Fragment[][] = [];
  let open: string | null = null;
  for (const fragment of fragments) {
    const group = groupOf(fragment.block);
    if (group !== null && group === open) groups.at(-1)?.push(fragment);
    else groups.push([fragment]);
    open = group;
  }
  return groups;
}

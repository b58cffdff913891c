import type { RunBlock, RunPart } from './report-block.ts';

/** Most characters in one block: a run is never torn apart. */
const MOST_CHARACTERS = 700;

interface Run {
  readonly list: string;
  readonly of?: string | null | undefined;
  readonly label: string;
  readonly isAsked?: boolean;
  /** The label is the name of a row. */
  readonly isStrong?: boolean;
  readonly parts: readonly RunPart[];
  readonly unit?: string | undefined;
}

/** Short values one after the other; in as many blocks as it takes to keep each within a few lines. */
export function runBlocks({
  list,
  of = null,
  label,
  isAsked = true,
  isStrong = false,
  parts,
  unit,
}: Run): readonly RunBlock[] {
  return chunksOf(parts).map((chunk, at) => ({
    kind: 'run',
    list,
    of,
    label: at === 0 ? label : `${label} (continued)`,
    isAsked,
    isStrong,
    parts: chunk,
    unit,
  }));
}

/** At least one, which may be empty: a row without answers is named all the same. */
function chunksOf(parts: readonly RunPart[]): readonly (readonly RunPart[])[] {
  const chunks: RunPart[][] = [[]];
  let length = 0;
  for (const part of parts) {
    const own = part.label.length + part.text.length;
    if (length > 0 && length + own > MOST_CHARACTERS) {
      chunks.push([]);
      length = 0;
    }
    chunks.at(-1)?.push(part);
    length += own;
  }
  return chunks;
}

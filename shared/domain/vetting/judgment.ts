import type { ScoreLine } from './vetting-types.ts';

/** What one area of the vetting comes to. */
export interface Judgment<Area extends string = ScoreLine['area']> {
  readonly lines: readonly ScoreLine<Area>[];
  readonly holds: readonly string[];
  readonly conditions: readonly string[];
}

/** A line of the score. Points are held between none and all: an area is never negative. */
export function scoreLine<Area extends string>(
  area: Area,
  label: string,
  [points, of]: readonly [points: number, of: number],
  why: readonly string[],
): ScoreLine<Area> {
  return { area, label, points: Math.max(0, Math.min(of, points)), of, why: why.join(' ') };
}

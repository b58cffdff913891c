import type { Timing } from './measure.ts';

/** Ours against another way of doing the same work in the same run. */
export interface Comparison {
  readonly work: string;
  readonly ours: Timing;
  /** peer: another program's way. limit: the least the machine asks. size: ours, with more recorded. */
  readonly kind: 'peer' | 'limit' | 'size';
  readonly against: Timing;
  /** limit and size: ours ÷ theirs, as small as can be. peer: theirs ÷ ours, as large as can be. */
  readonly ratio: number;
  readonly aim: number | null;
  readonly isMet: boolean | null;
}

/** Ours over the least possible. */
export function againstLimit(work: string, ours: Timing, limit: Timing, aim: number | null): Comparison {
  const ratio = ours.p50 / limit.p50;
  return { work, ours, kind: 'limit', against: limit, ratio, aim, isMet: aim === null ? null : ratio <= aim };
}

/** How many times faster than a peer. */
export function againstPeer(work: string, ours: Timing, peer: Timing, aim: number): Comparison {
  const ratio = peer.p50 / ours.p50;
  return { work, ours, kind: 'peer', against: peer, ratio, aim, isMet: ratio >= aim };
}

/** How many times slower with more recorded: in the middle, the slowest in a hundred, or the slowest of all. */
export function againstSize(
  work: string,
  more: Timing,
  less: Timing,
  aim: number | null,
  by: 'p50' | 'p99' | 'slowest' = 'p50',
): Comparison {
  const ratio = more[by] / less[by];
  return {
    work,
    ours: more,
    kind: 'size',
    against: less,
    ratio,
    aim,
    isMet: aim === null ? null : ratio <= aim,
  };
}

const HEADINGS = [
  'work',
  'ours p50 / p99 / max ms',
  'against',
  'its p50 / p99 / max ms',
  'ratio',
  'aim',
  '',
] as const;

/** The comparisons as a table for a terminal. */
export function toTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map((comparison) => [
    comparison.work,
    times(comparison.ours),
    `${comparison.kind}: ${comparison.against.name}`,
    times(comparison.against),
    `${comparison.ratio.toFixed(2)}× ${comparison.kind === 'peer' ? 'faster' : 'the time'}`,
    comparison.aim === null ? '–' : `${comparison.kind === 'peer' ? '≥' : '≤'} ${comparison.aim}×`,
    comparison.isMet === null ? '' : comparison.isMet ? 'met' : 'MISSED',
  ]);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(HEADINGS), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

function times({ p50, p99, slowest }: Timing): string {
  return [p50, p99, slowest].map((ms) => ms.toFixed(2)).join(' / ');
}

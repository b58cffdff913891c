import type { Heard, KillMoment } from './fault-processes.ts';
import type { Random } from './random.ts';

/** Kills that fall all over a piece of work, however fast the machine is just now. */
export interface Pace {
  /** When to kill the next child; null: not at all, to see how long it takes. */
  readonly next: () => KillMoment | null;
  readonly learn: (heard: Heard) => void;
}

/** A timer knows nothing shorter. */
const LEAST_MS = 4;

/** Learns from child to child. `mostLines` is 0 for work that is done once and ends by itself. */
export function openPace(mostLines: number, random: Random): Pace {
  // What one line takes, or the whole work.
  let ms: number | null = null;
  const within = (most: number): number => random.below(Math.max(most, LEAST_MS) * 10) / 10;
  const mix = (seen: number): void => {
    ms = ms === null ? seen : (ms + seen) / 2;
  };
  if (mostLines === 0) {
    return {
      next: () => (ms === null ? null : { lines: 1, afterMs: within(ms) }),
      learn: ({ wasKilled, workedMs }) => {
        if (!wasKilled) mix(workedMs);
        // It may have become slower: only a child that comes to its end tells.
        else if (ms !== null) ms *= 1.02;
      },
    };
  }
  return {
    next: () =>
      ms === null
        ? { lines: 1 + mostLines, afterMs: 0 }
        : { lines: 1 + random.below(mostLines + 1), afterMs: within(ms) },
    learn: ({ lines, saidMs }) => {
      if (lines.length > 1) mix(saidMs / (lines.length - 1));
    },
  };
}

/** One way of doing the work. `run` is timed; it gets a number that is different each time. */
export interface Contender {
  readonly name: string;
  readonly run: (turn: number) => unknown;
  /** Done before each run, and after it, off the clock. */
  readonly prepare?: () => unknown;
  readonly tidy?: () => unknown;
}

/** Times of one contender in milliseconds. */
export interface Timing {
  readonly name: string;
  readonly runs: number;
  readonly p50: number;
  readonly p99: number;
  readonly slowest: number;
}

/** How long to measure. */
export interface Rounds {
  readonly rounds: number;
  /** Turns of one contender before the next has its go. */
  readonly block: number;
  /** Rounds at the start that are not counted. */
  readonly warmup: number;
  /** No further round begins after this long: a slow disk gives fewer numbers, not a long wait. */
  readonly limitMs: number;
}

/**
 * Times contenders in turns, a short block each and the order turning with every round, so that a slow moment of the
 * machine falls on all of them alike.
 */
export async function timeInTurns(
  contenders: readonly Contender[],
  { rounds, block, warmup, limitMs }: Rounds,
): Promise<readonly Timing[]> {
  const times = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]));
  const deadline = performance.now() + limitMs;
  let turn = 0;
  for (let round = 0; round < rounds + warmup && performance.now() < deadline; round += 1) {
    const first = round % contenders.length;
    for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      for (let count = 0; count < block; count += 1) {
        turn += 1;
        await contender.prepare?.();
        const startedMs = performance.now();
        await contender.run(turn);
        const elapsedMs = performance.now() - startedMs;
        await contender.tidy?.();
        if (round >= warmup) times.get(contender)?.push(elapsedMs);
      }
    }
  }
  return contenders.map((contender) => toTiming(contender.name, times.get(contender) ?? []));
}

/** Sums up some times in milliseconds. */
export function toTiming(name: string, times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { name, runs: sorted.length, p50: at(0.5), p99: at(0.99), slowest: at(1) };
}

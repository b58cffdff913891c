/**
 * How many run side by side. Larger than the number of dead portals a list is likely to hold, so that the whole takes
 * about as long as the slowest one and not as their sum; small enough for a home router.
 */
export const CHECKS_AT_ONCE = 16;

export interface CheckProgress<Target, Outcome> {
  readonly target: Target;
  readonly outcome: Outcome;
  readonly done: number;
  readonly total: number;
}

/**
 * Runs one check for each target, a bounded number at a time, and tells of each as it ends. Results come in the order
 * of the targets; null for what was not begun before it was canceled. `check` is handed the signal and must heed it.
 */
export async function checkMany<Target, Outcome>(
  targets: readonly Target[],
  check: (target: Target, signal: AbortSignal | undefined) => Promise<Outcome>,
  options: {
    readonly atOnce?: number | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly onProgress?: ((progress: CheckProgress<Target, Outcome>) => void) | undefined;
  } = {},
): Promise<readonly (Outcome | null)[]> {
  const { signal, onProgress } = options;
  const outcomes = targets.map((): Outcome | null => null);
  const waiting = targets.entries();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const [at, target] of waiting) {
      if (signal?.aborted === true) return;
      const outcome = await check(target, signal);
      outcomes[at] = outcome;
      done += 1;
      onProgress?.({ target, outcome, done, total: targets.length });
    }
  };
  const workers = Math.min(Math.max(1, options.atOnce ?? CHECKS_AT_ONCE), targets.length);
  await Promise.all(Array.from({ length: workers }, work));
  return outcomes;
}

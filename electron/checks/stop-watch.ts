/** Why a check has to end now, or null while it may go on. */
export type StopCause = 'timed-out' | 'cancelled';

/** One limit for everything a check does, ended early by the user. */
export interface StopWatch {
  readonly cause: () => StopCause | null;
  readonly remainingMs: () => number;
  /** Calls back once when the check has to end; at once if it already has. Returns the way to forget it. */
  readonly onStop: (listener: () => void) => () => void;
  readonly elapsedMs: () => number;
  /** Lets go of the timer and the signal. */
  readonly close: () => void;
}

/** Starts the clock. It is the monotonic one: changing the time of day does not stretch the limit. */
export function startStopWatch(limitMs: number, signal: AbortSignal | undefined): StopWatch {
  const startedAt = performance.now();
  const listeners = new Set<() => void>();
  let cause: StopCause | null = null;
  const stop = (why: StopCause): void => {
    if (cause !== null) return;
    cause = why;
    for (const listener of [...listeners]) listener();
    listeners.clear();
  };
  const onAbort = (): void => stop('cancelled');
  const timer = setTimeout(() => stop('timed-out'), limitMs);
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted === true) onAbort();
  return {
    cause: () => cause,
    remainingMs: () => Math.max(0, limitMs - (performance.now() - startedAt)),
    onStop: (listener) => {
      if (cause === null) listeners.add(listener);
      else listener();
      return () => listeners.delete(listener);
    },
    elapsedMs: () => Math.round(performance.now() - startedAt),
    close: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      listeners.clear();
    },
  };
}

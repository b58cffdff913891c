import type { IsoDate } from '../../shared/domain/iso-date.ts';
import type { Result } from '../../shared/domain/result.ts';

/** Makes a backup each day while the app stays open. */
export interface BackupSchedule {
  readonly stop: () => void;
}

/** What a schedule needs from outside. */
export interface ScheduleTools {
  readonly today: () => IsoDate;
  readonly backUp: () => Result<unknown> | Promise<Result<unknown>>;
  /** Calls again and again, without keeping the process alive, until the returned function is called. */
  readonly every: (ms: number, tick: () => void) => () => void;
  /** Takes one sentence about a backup that failed. */
  readonly onFailure: (message: string) => void;
}

const LOOK_EVERY_MS = 15 * 60_000;

/**
 * Starts looking, every quarter of an hour, whether a new day has begun since the last backup. Any other date counts as
 * a new day, so that a clock that jumps back does not stop the backups. One that fails is tried again at the next look;
 * the same failure is told once.
 */
export function scheduleBackups({ today, backUp, every, onFailure }: ScheduleTools): BackupSchedule {
  let doneOn = today();
  let told = '';
  let isMaking = false;
  let isStopped = false;
  const take = (made: Result<unknown>, day: IsoDate): void => {
    isMaking = false;
    if (made.ok) {
      doneOn = day;
      told = '';
    } else if (made.error.message !== told && !isStopped) {
      told = made.error.message;
      onFailure(told);
    }
  };
  const stopLooking = every(LOOK_EVERY_MS, () => {
    const day = today();
    if (isMaking || day === doneOn) return;
    isMaking = true;
    const made = backUp();
    if (made instanceof Promise) void made.then((outcome) => take(outcome, day));
    else take(made, day);
  });
  const stop = (): void => {
    isStopped = true;
    stopLooking();
  };
  return { stop };
}

/** The real passing of time. */
export function everyMs(ms: number, tick: () => void): () => void {
  const timer = setInterval(tick, ms);
  timer.unref();
  return () => clearInterval(timer);
}

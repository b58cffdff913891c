import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import type { PlanStore } from '../store/plan-store.ts';
import type { Clock } from './handler.ts';

/** The plan as it was last read, and when that was. */
export interface LastRead {
  readonly plan: Plan;
  readonly at: IsoInstant;
}

/** A store that keeps in memory what was last read from it, for the day its file cannot be read any more. */
export function rememberReads(
  store: PlanStore,
  clock: Pick<Clock, 'now'>,
): { readonly store: PlanStore; readonly lastRead: () => LastRead | null } {
  let last: LastRead | null = null;
  return {
    store: {
      ...store,
      read: () => {
        const recorded = store.read();
        if (recorded.ok) last = { plan: recorded.value.plan, at: clock.now() };
        return recorded;
      },
    },
    lastRead: () => last,
  };
}

/** The plan as it is now or, where the file cannot be read, as it was last read. */
export function readOrRemember(
  store: Pick<PlanStore, 'read'>,
  lastRead: () => LastRead | null,
  now: IsoInstant,
): Result<LastRead> {
  const recorded = store.read();
  if (recorded.ok) return ok({ plan: recorded.value.plan, at: now });
  const last = lastRead();
  return last === null ? recorded : ok(last);
}

import { ok } from '../../../shared/domain/result.ts';
import type { Handler } from '../handler.ts';

/** Everything recorded, and what day it is. */
export const loadPlan: Handler<'loadPlan'> = (_input, { store, clock }) => {
  const recorded = store.read();
  return recorded.ok ? ok({ plan: recorded.value.plan, today: clock.today() }) : recorded;
};

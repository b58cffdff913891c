import { type QueryClient, queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { catalog } from '../../shared/catalog/catalog.ts';
import { ruleContext } from '../../shared/domain/assess-item.ts';
import type { RuleContext } from '../../shared/domain/field.ts';
import type { IsoDate } from '../../shared/domain/iso-date.ts';
import type { ItemRecord, Plan, PlanRecord, Profile } from '../../shared/domain/plan.ts';
import { assessReadiness, type Readiness } from '../../shared/domain/readiness.ts';
import type { OutputOf } from '../../shared/ipc/contract.ts';
import { bridge, onPlanChanged } from './bridge.ts';
import { lookAgain } from './evidence-query.ts';

/** Key of the one query that holds the plan. */
export const PLAN_KEY = ['plan'] as const;

type Loaded = OutputOf<'loadPlan'>;

/** The plan as it stands, and everything that follows from it today. */
export interface PlanView {
  readonly plan: Plan;
  readonly today: IsoDate;
  readonly readiness: Readiness;
  /** For judging rules and showing fields. */
  readonly context: RuleContext;
}

// Every component that asks shares one assessment of one loaded plan. Query keeps the object while nothing changed.
const views = new WeakMap<Loaded, PlanView>();

const planQuery = queryOptions({ queryKey: PLAN_KEY, queryFn: () => bridge.loadPlan({}) });

/** The plan. Suspends while it is read for the first time; throws `BridgeError` when it cannot be read. */
export function usePlan(): PlanView {
  return viewOf(useSuspenseQuery(planQuery).data);
}

/** What went wrong when the plan was read again, while an older reading is shown; null when all is well. */
export function usePlanTrouble(): Error | null {
  return useSuspenseQuery(planQuery).error;
}

function viewOf(loaded: Loaded): PlanView {
  const known = views.get(loaded);
  if (known !== undefined) return known;
  const { plan, today } = loaded;
  const view = {
    plan,
    today,
    readiness: assessReadiness(catalog, plan, today),
    context: ruleContext(catalog, plan, today),
  };
  views.set(loaded, view);
  return view;
}

/** Shows a changed item at once, before the plan is read again. */
export function showItem(client: QueryClient, item: ItemRecord): void {
  client.setQueryData<Loaded>(PLAN_KEY, (loaded) =>
    loaded === undefined
      ? loaded
      : { ...loaded, plan: { ...loaded.plan, items: { ...loaded.plan.items, [item.id]: item } } },
  );
}

/** Shows a changed profile at once, before the plan is read again. */
export function showProfile(client: QueryClient, profile: Profile): void {
  client.setQueryData<Loaded>(PLAN_KEY, (loaded) =>
    loaded === undefined ? loaded : { ...loaded, plan: { ...loaded.plan, profile } },
  );
}

/** Shows a changed or new entry of a list at once, before the plan is read again. */
export function showRecord(client: QueryClient, record: PlanRecord): void {
  client.setQueryData<Loaded>(PLAN_KEY, (loaded) => {
    if (loaded === undefined) return loaded;
    const isKnown = loaded.plan.records.some(({ id }) => id === record.id);
    const records = isKnown
      ? loaded.plan.records.map((each) => (each.id === record.id ? record : each))
      : [...loaded.plan.records, record];
    return { ...loaded, plan: { ...loaded.plan, records } };
  });
}

/**
 * Reads the plan again after every change in the store, when the window comes back to the front and when the day
 * changes: "overdue" depends on today. Call it once, at the root.
 */
export function usePlanWatch(): void {
  const client = useQueryClient();
  useEffect(() => {
    const readAgain = (): void => {
      void client.invalidateQueries({ queryKey: PLAN_KEY });
    };
    const lookRound = (): void => {
      readAgain();
      lookAgain(client);
    };
    const stopListening = onPlanChanged(readAgain);
    const stopClock = atEachMidnight(readAgain);
    window.addEventListener('focus', lookRound);
    return () => {
      stopListening();
      stopClock();
      window.removeEventListener('focus', lookRound);
    };
  }, [client]);
}

// One timer a day instead of one a minute: an idle app should not wake the computer.
function atEachMidnight(callback: () => void): () => void {
  let timer = 0;
  const wait = (): void => {
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 0, 0, 1);
    timer = window.setTimeout(() => {
      callback();
      wait();
    }, midnight.getTime() - now.getTime());
  };
  wait();
  return () => window.clearTimeout(timer);
}

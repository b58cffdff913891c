import type { ItemId, SectionId } from '../catalog/ids.ts';
import type { Catalog, Item } from '../catalog/types.ts';
import {
  assessItem,
  effectiveAnswers,
  type Finding,
  type ItemAssessment,
  type ItemState,
  ruleContext,
} from './assess-item.ts';
import { firstClientGate, type GateAnswer } from './first-client-gate.ts';
import type { IsoDate } from './iso-date.ts';
import { type NextStep, nextSteps } from './next-steps.ts';
import type { Plan } from './plan.ts';
import { findStale, type StaleNotice } from './stale.ts';

export type Verdict = 'not-ready' | 'ready-with-gaps' | 'ready';

/** One reason for the verdict; `itemId` is null when it is about several items. */
export interface Reason {
  readonly itemId: ItemId | null;
  readonly text: string;
}

export interface SectionAssessment {
  readonly id: SectionId;
  readonly state: ItemState;
  /** Items of every level that apply. */
  readonly settled: number;
  readonly total: number;
}

/** A dated item: when it has to be done again. */
export interface RenewalDate {
  readonly itemId: ItemId;
  readonly text: string;
  readonly dueOn: IsoDate;
  readonly isOverdue: boolean;
}

export interface Readiness {
  readonly verdict: Verdict;
  /** "41 of 50 required items settled". */
  readonly headline: string;
  readonly settledRequired: number;
  readonly totalRequired: number;
  readonly reasons: readonly Reason[];
  readonly items: Readonly<Record<ItemId, ItemAssessment>>;
  readonly sections: readonly SectionAssessment[];
  readonly findings: readonly Finding[];
  readonly gate: GateAnswer;
  readonly nextSteps: readonly NextStep[];
  readonly renewals: readonly RenewalDate[];
  readonly stale: readonly StaleNotice[];
}

/** "Not ready", "Ready with gaps", "Ready". */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  'not-ready': 'Not ready',
  'ready-with-gaps': 'Ready with gaps',
  ready: 'Ready',
};

/**
 * Says where the user stands and why. NOT READY while any applicable required item is open, any blocker stands, any
 * check is on hold or a required renewal is overdue; READY WITH GAPS when only recommended items are open. Pure:
 * `today` is an ISO date, nothing else is read.
 */
export function assessReadiness(catalog: Catalog, plan: Plan, today: IsoDate): Readiness {
  const context = ruleContext(catalog, plan, today);
  const items = Object.fromEntries(
    catalog.items.map((item) => [
      item.id,
      assessItem(item, plan.items[item.id], effectiveAnswers(item, plan, today), context),
    ]),
  ) as Record<ItemId, ItemAssessment>;
  const applicable = catalog.items.filter((item) => items[item.id].state !== 'set-aside');
  const required = applicable.filter((item) => item.level === 'required');
  const openRequired = required.filter((item) => !items[item.id].isSettled);
  const openRecommended = applicable.filter(
    (item) => item.level === 'recommended' && !items[item.id].isSettled,
  );
  const findings = catalog.items.flatMap((item) => items[item.id].findings);
  const settledRequired = required.length - openRequired.length;
  return {
    verdict: verdictFor(openRequired.length, findings.length, openRecommended.length),
    headline: `${settledRequired} of ${required.length} required items settled`,
    settledRequired,
    totalRequired: required.length,
    reasons: reasonsFor(items, findings, openRequired, openRecommended),
    items,
    sections: catalog.sections.map(({ id }) =>
      assessSection(
        id,
        applicable.filter((item) => item.section === id).map((item) => items[item.id]),
      ),
    ),
    findings,
    gate: firstClientGate(catalog, items),
    nextSteps: nextSteps(applicable, items),
    renewals: renewalsOf(applicable, items, today),
    stale: findStale(catalog, plan, items, today),
  };
}

function verdictFor(openRequired: number, findings: number, openRecommended: number): Verdict {
  if (openRequired > 0 || findings > 0) return 'not-ready';
  return openRecommended > 0 ? 'ready-with-gaps' : 'ready';
}

function reasonsFor(
  items: Readonly<Record<ItemId, ItemAssessment>>,
  findings: readonly Finding[],
  openRequired: readonly Item[],
  openRecommended: readonly Item[],
): readonly Reason[] {
  const found = [...findings].sort((a, b) => Number(a.kind === 'hold') - Number(b.kind === 'hold'));
  const overdue = openRequired.filter((item) => items[item.id].state === 'overdue');
  const unfinished = openRequired.filter((item) =>
    ['not-started', 'in-progress'].includes(items[item.id].state),
  );
  return [
    ...found.map(({ itemId, text }) => ({ itemId, text })),
    ...overdue.map((item) => ({ itemId: item.id, text: `${item.title}: due again, and overdue.` })),
    ...countReason(unfinished.length, 'required'),
    ...countReason(openRecommended.length, 'recommended'),
  ];
}

function countReason(count: number, level: string): readonly Reason[] {
  if (count === 0) return [];
  const verb = count === 1 ? 'item is' : 'items are';
  return [{ itemId: null, text: `${count} ${level} ${verb} not finished yet.` }];
}

function assessSection(id: SectionId, items: readonly ItemAssessment[]): SectionAssessment {
  const settled = items.filter((item) => item.isSettled).length;
  const has = (state: ItemState): boolean => items.some((item) => item.state === state);
  const worst = (['blocked', 'on-hold', 'overdue'] as const).find(has);
  const started = settled > 0 || has('in-progress');
  const plain: ItemState =
    settled === items.length
      ? items.length === 0
        ? 'set-aside'
        : 'done'
      : started
        ? 'in-progress'
        : 'not-started';
  return { id, state: worst ?? plain, settled, total: items.length };
}

function renewalsOf(
  applicable: readonly Item[],
  items: Readonly<Record<ItemId, ItemAssessment>>,
  today: IsoDate,
): readonly RenewalDate[] {
  return applicable
    .flatMap(({ id }) =>
      items[id].renewals.map(({ dueOn, text }) => ({ itemId: id, text, dueOn, isOverdue: dueOn < today })),
    )
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
}

import type { Catalog } from '../../shared/catalog/types.ts';
import type { IsoDate } from '../../shared/domain/iso-date.ts';
import type { Plan, Profile } from '../../shared/domain/plan.ts';
import { markedPlan } from './marked-plan.ts';

/** What every spreadsheet takes for a formula, and every careless page for an element. */
const FORMULAS = ['=1+1', '+1', '-1', '@x', '=cmd|/c'] as const;
const MARKUP = '<img src=x onerror=planted()>';

export interface HostilePlan {
  readonly plan: Plan;
  /** Every hostile text, each in one place of the plan. */
  readonly texts: readonly string[];
}

/**
 * A plan in which every text of every item, of the profile, of every list and of every finding begins like a formula
 * and holds markup that would run. Texts of a fixed form (four digits, an address) stay as they are.
 */
export function hostilePlan(catalog: Catalog, profile: Profile, today: IsoDate): HostilePlan {
  const texts: string[] = [];
  const marked = JSON.stringify(markedPlan(catalog, profile, today).plan);
  // Only where the mark is the whole text, and not a name of anything.
  const hostile = marked.replace(/(?<!"sha256":)"(q\d{4}z)"(?!:)/g, (_whole, mark: string) => {
    const text = `${FORMULAS[texts.length % FORMULAS.length]}${MARKUP}${mark}`;
    texts.push(text);
    return JSON.stringify(text);
  });
  return { plan: JSON.parse(hostile) as Plan, texts };
}

import type { ItemId } from '../../shared/catalog/ids.ts';
import { adoptPartners } from '../../shared/domain/adopt-partners.ts';
import type { Answers } from '../../shared/domain/field.ts';
import type { Plan, PlanRecord } from '../../shared/domain/plan.ts';
import { aPartner } from './a-partner.ts';
import { aPlan, aRecord } from './a-plan.ts';
import { TODAY } from './test-profile.ts';

/** The plan with its register, as after the first start of this version. */
export function adopted(plan: Plan): Plan {
  const records = adoptPartners(plan).map(
    ({ answers, isListed }, at): PlanRecord =>
      aPartner(`p${at}`, answers, { archivedOn: isListed ? null : TODAY }),
  );
  return { ...plan, records: [...plan.records, ...records] };
}

/** A plan whose items hold these answers. */
export const planWith = (items: Readonly<Partial<Record<ItemId, Answers>>>): Plan =>
  aPlan(Object.entries(items).map(([id, answers]) => aRecord(id as ItemId, { answers })));

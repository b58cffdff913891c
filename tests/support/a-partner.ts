import type { Answers } from '../../shared/domain/field.ts';
import { EMPTY_PLAN, type Plan, type PlanRecord } from '../../shared/domain/plan.ts';
import { TODAY } from './test-profile.ts';

const AT = `${TODAY}T08:00:00.000Z`;

/** An entry of the partners register with exactly these answers. */
export function aPartner(id: string, answers: Answers, changes: Partial<PlanRecord> = {}): PlanRecord {
  return { id, kind: 'partner', archivedOn: null, createdAt: AT, updatedAt: AT, ...changes, answers };
}

/** A client with a signed agreement, named after its id. */
export function aClient(id: string, answers: Answers = {}, changes: Partial<PlanRecord> = {}): PlanRecord {
  return aPartner(id, { partner_kind: 'client', name: id, ...SIGNED, ...answers }, changes);
}

/** A vendor with a signed agreement, named after its id. */
export function aVendor(id: string, answers: Answers = {}, changes: Partial<PlanRecord> = {}): PlanRecord {
  return aPartner(
    id,
    { partner_kind: 'vendor', name: id, role: 'backup', stores_online: false, ...SIGNED, ...answers },
    changes,
  );
}

const SIGNED: Answers = {
  touches_phi: true,
  baa_status: 'signed',
  version: '1.0',
  signed: '2026-09-01',
  deadline_known: true,
  incident_days: 5,
  incident_contact: 'Casey Lane, 555-0177',
  return_destroy: true,
  file: [{ name: 'BAA, signed by both', location: 'Binder' }],
};

/** A plan whose register holds these partners. */
export function withPartners(records: readonly PlanRecord[], plan: Plan = EMPTY_PLAN): Plan {
  return { ...plan, records: [...plan.records, ...records] };
}

/** As many partners as wanted, every second one a client. */
export function manyPartners(count: number): readonly PlanRecord[] {
  return Array.from({ length: count }, (_, at) => {
    const id = `Partner ${String(at + 1).padStart(3, '0')}`;
    const more = { screened_on: '2026-11-01', list: ['leie', 'sam'], result: 'clear' };
    return at % 2 === 0 ? aClient(id, more) : aVendor(id, more);
  });
}

import type { Answers } from '../domain/field.ts';
import { addDays, addMonths, type IsoDate } from '../domain/iso-date.ts';
import type { PlanRecord } from '../domain/plan.ts';

/** Days before `today` on which the example's register was last changed. */
const WRITTEN_DAYS_AGO = 9;

/** The register of the example plan: two clients and four vendors, one of them without an agreement. */
export function samplePartners(today: IsoDate): readonly PlanRecord[] {
  const at = `${addDays(today, -WRITTEN_DAYS_AGO)}T15:45:00.000Z`;
  return [...clients(today), ...vendors(today)].map(
    (answers, index): PlanRecord => ({
      id: `sample-partner-${index + 1}`,
      kind: 'partner',
      answers,
      archivedOn: null,
      createdAt: at,
      updatedAt: at,
    }),
  );
}

function clients(today: IsoDate): readonly Answers[] {
  return [
    {
      partner_kind: 'client',
      name: 'Riverbend Family Practice',
      states: ['NJ', 'PA'],
      contact: 'Morgan Field, office manager, 555-0142',
      touches_phi: true,
      baa_status: 'signed',
      version: 'Mine, 1.0',
      signed: addDays(today, -11),
      expires: addMonths(addDays(today, -11), 24),
      deadline_known: true,
      incident_days: 5,
      incident_contact: 'Morgan Field, office manager, 555-0142',
      return_destroy: true,
      file: [{ name: 'BAA, signed by both', location: 'Contracts binder, tab 2' }],
      screened_on: addDays(today, -9),
      list: ['leie', 'sam'],
      result: 'clear',
      screening_file: [{ name: 'Both result pages', location: 'Exclusion searches folder' }],
    },
    {
      partner_kind: 'client',
      name: 'Harbor Physical Therapy',
      states: ['NJ'],
      contact: 'Casey Lane, owner, 555-0177',
      touches_phi: true,
      note: 'Wants to use its own form of the agreement. Casey sends it next week.',
    },
  ];
}

function vendors(today: IsoDate): readonly Answers[] {
  return [
    {
      partner_kind: 'vendor',
      name: 'Clearwater Claims Exchange',
      legal_name: 'Clearwater Claims Exchange, Inc.',
      role: 'clearinghouse',
      touches_phi: true,
      stores_online: false,
      baa_status: 'signed',
      signed: addDays(today, -35),
    },
    {
      partner_kind: 'vendor',
      name: 'LedgerLeaf Software, Inc.',
      role: 'software',
      touches_phi: true,
      stores_online: true,
      version: 'Business associate agreement, January edition',
    },
    {
      partner_kind: 'vendor',
      name: 'Keystone Encrypted Backup',
      role: 'backup',
      service: 'Online backup',
      touches_phi: true,
      baa_status: 'missing',
    },
    {
      partner_kind: 'vendor',
      name: 'Plainview Web Studio',
      role: 'other',
      service: 'Keeps the business web site',
      touches_phi: false,
      baa_status: 'not-applicable',
    },
  ];
}

import { EMPTY_PROFILE, type Profile } from '../../shared/domain/plan.ts';

/** The day tests take for today, unless one is about days. */
export const TODAY = '2026-11-22';

/** A profile to which every item applies. */
export function aProfile(changes: Partial<Profile> = {}): Profile {
  return {
    ...EMPTY_PROFILE,
    businessName: 'Sample Billing Services',
    town: 'Trenton',
    homeState: 'NJ',
    clientStates: ['NJ', 'PA', 'MD'],
    specialties: 'Family medicine, physical therapy',
    targetOpensOn: '2027-02-20',
    flags: {
      employed: true,
      facility_clients: true,
      helpers: true,
      paper_claims: true,
      fax: true,
      printer: true,
      cloud_software: true,
    },
    ...changes,
  };
}

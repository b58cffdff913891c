import type { Field } from '../domain/field.ts';
import { date, longText, state, states, text, yesNo } from './field-builders.ts';

/** The welcome page: what decides which items apply. Flags have the ids of `PROFILE_FLAGS`. */
export const profileFields: readonly Field[] = [
  text('business_name', 'What will your business be called?', {
    hint: 'A working name is fine. It heads your report.',
    maxLength: 120,
  }),
  text('town', 'Town or city', { maxLength: 80 }),
  state('home_state', 'Your home state', {
    hint: 'Where you will work. Its rules for billing companies apply to you.',
  }),
  states('client_states', 'States your clients will be in', {
    hint: 'Add every state you plan to bill in. Each one has its own rules to check.',
  }),
  longText('specialties', 'Specialties you plan to bill for', {
    hint: 'For example: family medicine, physical therapy.',
    maxLength: 500,
  }),
  date('target_opens_on', 'When would you like to open?', {
    hint: 'A target, not a promise. You can change it at any time.',
  }),
  yesNo('employed', 'Do you work for an employer now?', {
    hint: 'If so, we look at what your agreement with them allows.',
  }),
  yesNo('facility_clients', 'Will you bill for hospitals or other facilities?', {
    hint: 'Facilities use the UB-04 form; doctors’ offices do not.',
  }),
  yesNo('helpers', 'Will anyone help you: staff, a subcontractor, a family member?'),
  yesNo('paper_claims', 'Do you expect to send any claims on paper?'),
  yesNo('fax', 'Will you send or receive faxes?', {
    hint: 'A machine or an online fax service. Many payers and offices still use it.',
  }),
  yesNo('printer', 'Will you print anything with patient information on it?'),
  yesNo('cloud_software', 'Will any billing software or storage be in the cloud?', {
    hint: 'If a vendor keeps patient data for you, even encrypted, it needs an agreement.',
  }),
];

import type { StateCode } from '../catalog/state-codes.ts';
import type { Answers } from './field.ts';
import { PROFILE_FLAGS, type Profile, type ProfileFlag } from './plan.ts';

/** The profile as answers to the welcome page's fields. */
export function toProfileAnswers(profile: Profile): Answers {
  const entries: [string, string | boolean | readonly string[]][] = [];
  if (profile.businessName !== '') entries.push(['business_name', profile.businessName]);
  if (profile.town !== '') entries.push(['town', profile.town]);
  if (profile.homeState !== null) entries.push(['home_state', profile.homeState]);
  if (profile.clientStates.length > 0) entries.push(['client_states', profile.clientStates]);
  if (profile.specialties !== '') entries.push(['specialties', profile.specialties]);
  if (profile.targetOpensOn !== null) entries.push(['target_opens_on', profile.targetOpensOn]);
  for (const flag of PROFILE_FLAGS) {
    const value = profile.flags[flag];
    if (value !== null) entries.push([flag, value]);
  }
  return Object.fromEntries(entries);
}

/** Answers to the welcome page's fields, already checked against them, as a profile. */
export function toProfile(answers: Answers): Profile {
  const text = (id: string): string => (typeof answers[id] === 'string' ? answers[id] : '');
  const clientStates = answers.client_states;
  return {
    businessName: text('business_name'),
    town: text('town'),
    homeState: (text('home_state') || null) as StateCode | null,
    clientStates: (Array.isArray(clientStates) ? clientStates : []) as readonly StateCode[],
    specialties: text('specialties'),
    targetOpensOn: text('target_opens_on') || null,
    flags: Object.fromEntries(
      PROFILE_FLAGS.map((flag) => [flag, typeof answers[flag] === 'boolean' ? answers[flag] : null]),
    ) as Record<ProfileFlag, boolean | null>,
  };
}

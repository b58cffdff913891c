import type { Fact } from '../types.ts';

/** A change to the rule that was proposed and, as far as is known, not made. */
export const proposedChange: Fact = {
  text: 'A change to the Security Rule was proposed on 6 January 2025 (90 FR 898). It would end “addressable” and require encryption, a second step at sign-in (MFA), an inventory of assets, a yearly audit and a restore within 72 hours. It was not final in the newest sources seen, of June 2026; check where it stands. This app asks for encryption and a second step in every case.',
  sources: ['nprm'],
  status: 'unverified',
};

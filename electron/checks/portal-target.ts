import { domainToASCII } from 'node:url';
import { type PortalAddress, parsePortalAddress } from '../../shared/domain/portal-address.ts';
import { type PortalPolicy, publicPortalsOnly } from '../../shared/domain/portal-policy.ts';
import { failed, type Result } from '../../shared/domain/result.ts';

/** Reads what a person typed into an address that may be checked, or says why not. */
export function readPortalTarget(
  typed: string,
  policy: PortalPolicy = publicPortalsOnly,
): Result<PortalAddress> {
  const address = parsePortalAddress(typed, domainToASCII);
  if (!address.ok) return address;
  const refusal = policy(address.value.host);
  return refusal === null ? address : failed('invalid-answer', refusal);
}

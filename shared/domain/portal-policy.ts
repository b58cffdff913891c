import { isPrivateIp, parseIpv4, parseIpv6 } from './ip-address.ts';

/** Says why a host may not be checked, in a sentence; null when it may. Separate from reading the address, so that
 * tests can use this computer itself. */
export type PortalPolicy = (host: string) => string | null;

// Names that never exist on the public internet: RFC 6761, RFC 6762, RFC 8375, and those routers and companies use.
const PRIVATE_ENDINGS = [
  'localhost',
  'local',
  'localdomain',
  'internal',
  'intranet',
  'private',
  'corp',
  'home',
  'home.arpa',
  'lan',
  'test',
  'example',
  'invalid',
  'onion',
];

/** Only portals on the public internet: the ones a certificate can vouch for. */
export const publicPortalsOnly: PortalPolicy = (host) => {
  const bytes = parseIpv4(host) ?? parseIpv6(host);
  if (bytes !== null) {
    return isPrivateIp(bytes)
      ? 'That is an address inside a private network, such as a home router. Only portals on the public internet can be checked.'
      : null;
  }
  if (
    !host.includes('.') ||
    PRIVATE_ENDINGS.some((ending) => host === ending || host.endsWith(`.${ending}`))
  ) {
    return 'That is a private name, known only inside one network. Enter the full public name of the portal, such as portal.example.com.';
  }
  return null;
};

/** Any host at all. For tests and demonstrations against servers on this computer. */
export const anyPortal: PortalPolicy = () => null;

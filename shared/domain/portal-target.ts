import type { PortalAddress } from './portal-address.ts';

/** How an address is written as the target of a check: `portal.example.com:443`, `[2001:db8::7]:8443`. */
export function targetOf({ host, port }: Pick<PortalAddress, 'host' | 'port'>): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Host and port of a target; null when it is none. */
export function readTarget(target: string): { readonly host: string; readonly port: number } | null {
  const [, bracketed, plain, digits] = /^(?:\[([^[\]]+)\]|([^:[\]]+)):(\d{1,5})$/.exec(target) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  return host === undefined || port < 1 || port > 65_535 ? null : { host, port };
}

/** For people: without the usual port. */
export function targetInWords(target: string): string {
  return target.replace(/:443$/, '');
}

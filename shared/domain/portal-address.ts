import { formatIp, parseIpv4, parseIpv6 } from './ip-address.ts';
import { failed, ok, type Result } from './result.ts';

/** Where a portal check connects to. */
export interface PortalAddress {
  /** A name in ASCII and lower case, or an IP address without brackets. */
  readonly host: string;
  readonly port: number;
  /** For people: the name as they wrote it, its ASCII form in parentheses where that differs, the port unless 443. */
  readonly display: string;
  /** As it was written, without scheme, path and the usual port: can be read again. */
  readonly written: string;
}

/** Turns an international name into its ASCII form (`münchen.example` into `xn--mnchen-3ya.example`); '' if it is no
 * name. Comes in as an argument because the URL machinery belongs to the host. */
export type ToAscii = (name: string) => string;

export const HTTPS_PORT = 443;
const LONGEST_TYPED = 2_048;
const EXAMPLE = 'such as portal.example.com';

/**
 * Reads the address of a portal as a person types or pastes it: with or without scheme, path and port, in any
 * language, IPv4 or IPv6. Refuses the rest in plain words that never repeat what was typed, since that may hold a
 * password. Whether the address may be used at all is for a `PortalPolicy` to say.
 */
export function parsePortalAddress(typed: string, toAscii: ToAscii): Result<PortalAddress> {
  const text = typed.trim();
  if (text === '') return refused(`Enter the address of the portal, ${EXAMPLE}.`);
  if (text.length > LONGEST_TYPED) return refused('That is too long for an address.');
  if (/\s/.test(text)) {
    return refused(`An address has no spaces. Enter only the address itself, ${EXAMPLE}.`);
  }
  const rest = withoutScheme(text);
  if (!rest.ok) return rest;
  const authority = /^[^/?#\\]*/.exec(rest.value)?.[0] ?? '';
  if (authority.includes('@')) {
    return refused(
      'Leave out the user name and the password, everything up to the @. Enter only the address. No password belongs in this app.',
    );
  }
  const parts = splitPort(authority);
  if (parts === null) return refused('The part after the colon is not a port. Leave it out, or use 443.');
  const port = parts.port === '' ? HTTPS_PORT : Number(parts.port);
  if (port < 1 || port > 65_535) {
    return refused(
      'That port does not exist. Ports run from 1 to 65535; most portals use 443, so you can leave it out.',
    );
  }
  const host = parts.bracketed ? canonicalIpv6(parts.host) : canonicalHost(parts.host, toAscii);
  if (!host.ok) return host;
  const written = writtenName(parts.host, host.value);
  return ok({
    host: host.value,
    port,
    display: displayOf(written, host.value, port),
    written: port === HTTPS_PORT ? written : `${written}:${port}`,
  });
}

function refused(message: string): ReturnType<typeof failed> {
  return failed('invalid-answer', message);
}

function withoutScheme(text: string): Result<string> {
  const colon = text.indexOf(':');
  const scheme = text.slice(0, Math.max(colon, 0)).toLowerCase();
  const rest = text.slice(colon + 1);
  // "portal.example.com:8443" and "2001:db8::7" have a colon too: a dot, a number or another colon tells them apart.
  const isScheme = /^[a-z][a-z0-9+-]*$/.test(scheme) && !/^(?:\d+(?:[/?#]|$)|[0-9a-f]{0,4}:)/i.test(rest);
  if (!isScheme) return ok(text.replace(/^\/\//, ''));
  if (scheme === 'https') return ok(rest.replace(/^\/{0,2}/, ''));
  if (scheme === 'http') {
    return refused(
      'That address begins with http, which is not encrypted. Enter the one that begins with https, or leave the beginning out.',
    );
  }
  // "name:password@portal.example.com" reads as a scheme, but it is a secret that came along.
  if (!rest.startsWith('/') && scheme !== 'mailto' && /^[^/?#]*@/.test(rest)) return ok(text);
  return refused(`Only web addresses can be checked, those that begin with https. Enter one ${EXAMPLE}.`);
}

interface HostAndPort {
  readonly host: string;
  readonly port: string;
  readonly bracketed: boolean;
}

/** Null when something follows the colon that is no number. */
function splitPort(authority: string): HostAndPort | null {
  const bracketed = /^\[([^[\]]*)\](?::(.*))?$/.exec(authority);
  // Two colons and no brackets: an IPv6 address, all of it.
  const bare = /:.*:/.test(authority);
  const plain = /^([^:]*)(?::(.*))?$/.exec(authority);
  const parts =
    bracketed !== null
      ? { host: bracketed[1] ?? '', port: bracketed[2] ?? '', bracketed: true }
      : bare
        ? { host: authority, port: '', bracketed: true }
        : { host: plain?.[1] ?? '', port: plain?.[2] ?? '', bracketed: false };
  return /^\d{0,10}$/.test(parts.port) ? parts : null;
}

function canonicalIpv6(text: string): Result<string> {
  const bytes = parseIpv6(text);
  return bytes === null
    ? refused(
        `That looks like an address in numbers, but it is not a complete one. Enter the name of the portal, ${EXAMPLE}.`,
      )
    : ok(formatIp(bytes));
}

function canonicalHost(typed: string, toAscii: ToAscii): Result<string> {
  const notName = refused(`That is not the name of a portal. Enter its address, ${EXAMPLE}.`);
  // Of ASCII, a name may hold only these; what else is written in other scripts is for `toAscii` to judge.
  if (typed === '' || /[^a-z0-9.\-\u0080-\uffff]/i.test(typed)) return notName;
  if (looksNumeric(typed) && parseIpv4(typed) === null) {
    return refused(
      `That looks like an address in numbers, but it is not a complete one. Enter the name of the portal, ${EXAMPLE}.`,
    );
  }
  const name = toAscii(typed).toLowerCase().replace(/\.$/, '');
  if (looksNumeric(name)) {
    const bytes = parseIpv4(name);
    return bytes === null ? notName : ok(formatIp(bytes));
  }
  const labels = name.split('.');
  return name.length <= 253 && labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
    ? ok(name)
    : notName;
}

/** A name whose last part is a number is not a name: browsers read it as an IPv4 address, in odd spellings too. */
function looksNumeric(name: string): boolean {
  return /(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$/i.test(name);
}

function writtenName(typed: string, host: string): string {
  // Invisible characters and those that turn the reading direction around have no place in a name on screen.
  return host.includes(':') ? `[${host}]` : typed.toLowerCase().replace(/\.$/, '').replace(/\p{C}/gu, '');
}

function displayOf(written: string, host: string, port: number): string {
  const name = host.includes(':') || written === host ? written : `${written} (${host})`;
  return port === HTTPS_PORT ? name : `${name}, port ${port}`;
}

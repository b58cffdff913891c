import { lookup as lookUpWithSystem } from 'node:dns/promises';
import { connect, isIP, type Socket } from 'node:net';
import type { StopReason } from '../../shared/domain/portal-check.ts';
import type { StopWatch } from './stop-watch.ts';

/** Finds the addresses of a name, best first. The system's own look-up, so that a VPN's names work as in the browser. */
export type LookUp = (host: string) => Promise<readonly string[]>;

export const systemLookUp: LookUp = async (host) =>
  (await lookUpWithSystem(host, { all: true, verbatim: true })).map(({ address }) => address);

/** An open connection, or how far it came. */
export type Opening =
  | { readonly ok: true; readonly socket: Socket; readonly address: string }
  | { readonly ok: false; readonly reason: StopReason; readonly address: string | null };

/** Addresses tried for one name. One after the other: never two open connections. */
const MAX_ADDRESSES = 4;

/** Opens one TCP connection within the limit. Never throws. */
export async function openConnection(
  host: string,
  port: number,
  watch: StopWatch,
  lookUp: LookUp = systemLookUp,
): Promise<Opening> {
  const found = await findAddresses(host, watch, lookUp);
  if (!Array.isArray(found)) return { ok: false, reason: found as StopReason, address: null };
  let last: Opening = { ok: false, reason: 'name-not-found', address: null };
  for (const [index, address] of found.entries()) {
    // A dead IPv6 route must not eat the whole limit while IPv4 would work.
    const budgetMs = watch.remainingMs() / (found.length - index);
    const isLast = index === found.length - 1;
    last = await connectTo(address, port, watch, isLast ? null : budgetMs);
    if (last.ok || watch.cause() !== null) return last;
  }
  return last;
}

async function findAddresses(
  host: string,
  watch: StopWatch,
  lookUp: LookUp,
): Promise<readonly string[] | StopReason> {
  if (isIP(host) !== 0) return [host];
  // The system's look-up cannot be called off, only no longer waited for.
  let forget = (): unknown => undefined;
  const stopped = new Promise<StopReason>((resolve) => {
    forget = watch.onStop(() => resolve(watch.cause() ?? 'timed-out'));
  });
  const found = lookUp(host).then(firstOfEachFamily, lookUpReason);
  const answer = await Promise.race([found, stopped]);
  forget();
  return answer;
}

function firstOfEachFamily(addresses: readonly string[]): readonly string[] | StopReason {
  const valid = [...new Set(addresses)].filter((address) => isIP(address) !== 0);
  const first = valid[0];
  if (first === undefined) return 'name-not-found';
  const otherFamily = valid.find((address) => isIP(address) !== isIP(first));
  const order = otherFamily === undefined ? valid : [first, otherFamily, ...valid];
  return [...new Set(order)].slice(0, MAX_ADDRESSES);
}

function lookUpReason(error: unknown): StopReason {
  const code = codeOf(error);
  return code === 'ENOTFOUND' || code === 'ENODATA' || code === 'EAI_NONAME' || code === 'EAI_NODATA'
    ? 'name-not-found'
    : 'look-up-failed';
}

function connectTo(
  address: string,
  port: number,
  watch: StopWatch,
  budgetMs: number | null,
): Promise<Opening> {
  const already = watch.cause();
  if (already !== null) return Promise.resolve({ ok: false, reason: already, address });
  return new Promise((resolve) => {
    const socket = connect({ host: address, port });
    const finish = (opening: Opening): void => {
      clearTimeout(timer);
      forget();
      socket.removeAllListeners('connect');
      if (!opening.ok) socket.destroy();
      resolve(opening);
    };
    const stop = (reason: StopReason): void => finish({ ok: false, reason, address });
    const timer = budgetMs === null ? undefined : setTimeout(() => stop('timed-out'), budgetMs);
    // Stays for the life of the socket: an error after the result is nobody's business any more.
    socket.on('error', (error) => stop(connectReason(error)));
    socket.once('connect', () => finish({ ok: true, socket, address }));
    const forget = watch.onStop(() => stop(watch.cause() ?? 'timed-out'));
  });
}

function connectReason(error: unknown): StopReason {
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
      return 'refused';
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'ENETDOWN':
    case 'EHOSTDOWN':
    case 'EADDRNOTAVAIL':
      return 'unreachable';
    case 'EACCES':
    case 'EPERM':
      return 'blocked';
    case 'ETIMEDOUT':
      return 'timed-out';
    case 'ECONNRESET':
    case 'ECONNABORTED':
    case 'EPIPE':
      return 'reset';
    default:
      return 'unexpected';
  }
}

/** The `code` of a system or TLS error, or ''. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

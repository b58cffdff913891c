import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { judgePortal } from '../../shared/domain/judge-portal.ts';
import type {
  HandshakeFacts,
  PortalCheck,
  PortalContact,
  StopReason,
} from '../../shared/domain/portal-check.ts';
import { describePortal } from '../../shared/domain/portal-sentences.ts';
import { type LookUp, openConnection } from './open-connection.ts';
import { type StopWatch, startStopWatch } from './stop-watch.ts';
import { readSystemRoots, type SystemRoots } from './system-roots.ts';
import { shakeHands } from './tls-handshake.ts';

/** No check takes longer, name look-up included. */
export const PORTAL_LIMIT_MS = 10_000;

export interface PortalQuestion {
  readonly host: string;
  readonly port: number;
  /** When the user asked; certificates are judged by it. */
  readonly now: IsoInstant;
  /** At most and by default `PORTAL_LIMIT_MS`. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Authorities to trust instead of the public ones that come with the runtime. For tests. */
  readonly ca?: readonly string[] | undefined;
  readonly lookUp?: LookUp | undefined;
  readonly systemRoots?: SystemRoots | undefined;
}

/**
 * Looks at how a portal encrypts: one connection, one handshake, no data. The answer is always a result in words; it
 * never throws. A result whose reason is `canceled` says nothing about the portal and is not worth keeping.
 */
export async function checkPortalTls(question: PortalQuestion): Promise<PortalCheck> {
  const limitMs = limitOf(question.timeoutMs);
  const watch = startStopWatch(limitMs, question.signal);
  let address: string | null = null;
  let contact: PortalContact;
  try {
    const contacted = await contactPortal(question, watch);
    ({ contact, address } = contacted);
  } catch {
    contact = { kind: 'stopped', reason: 'unexpected', reached: false };
  } finally {
    watch.close();
  }
  return toCheck(question, contact, { address, limitMs, elapsedMs: watch.elapsedMs() });
}

function limitOf(timeoutMs: number | undefined): number {
  return timeoutMs !== undefined && timeoutMs > 0 ? Math.min(timeoutMs, PORTAL_LIMIT_MS) : PORTAL_LIMIT_MS;
}

interface Contacted {
  readonly contact: PortalContact;
  readonly address: string | null;
}

async function contactPortal(question: PortalQuestion, watch: StopWatch): Promise<Contacted> {
  const opening = await openConnection(question.host, question.port, watch, question.lookUp);
  if (!opening.ok) return { contact: stopped(opening.reason, false), address: opening.address };
  const handshake = await shakeHands(
    opening.socket,
    {
      host: question.host,
      now: question.now,
      ca: question.ca,
      systemRoots: question.systemRoots ?? readSystemRoots,
    },
    watch,
  );
  return {
    contact: handshake.ok
      ? { kind: 'connected', handshake: handshake.facts }
      : stopped(handshake.reason, true),
    address: opening.address,
  };
}

function stopped(reason: StopReason, reached: boolean): PortalContact {
  // A refusal is an answer: somebody is there.
  return { kind: 'stopped', reason, reached: reached || reason === 'refused' };
}

function toCheck(
  { host, port, now }: PortalQuestion,
  contact: PortalContact,
  run: { readonly address: string | null; readonly limitMs: number; readonly elapsedMs: number },
): PortalCheck {
  const verdict = judgePortal(contact, now);
  const seen: HandshakeFacts | null = contact.kind === 'connected' ? contact.handshake : null;
  return {
    host,
    port,
    ...verdict,
    reached: contact.kind === 'connected' || contact.reached,
    address: run.address,
    protocol: seen?.protocol ?? null,
    cipher: seen?.cipher ?? null,
    certificate: seen?.certificate ?? null,
    chainTrusted: seen === null || seen.chain === 'not-judged' ? null : seen.chain === 'trusted',
    hostMatches: seen?.certificate == null ? null : seen.hostMatches,
    sentences: describePortal(contact, verdict, Math.ceil(run.limitMs / 1_000)),
    checkedAt: now,
    elapsedMs: run.elapsedMs,
  };
}

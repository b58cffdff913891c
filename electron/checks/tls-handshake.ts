import type { X509Certificate } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import {
  type ConnectionOptions,
  connect,
  createSecureContext,
  rootCertificates,
  type SecureContext,
  type SecureContextOptions,
  type TLSSocket,
} from 'node:tls';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import type { ChainFinding, HandshakeFacts, StopReason } from '../../shared/domain/portal-check.ts';
import { codeOf } from './open-connection.ts';
import { readCertificate, readStrength } from './read-certificate.ts';
import type { StopWatch } from './stop-watch.ts';
import { isIssuedByAny, type SystemRoots } from './system-roots.ts';

export type Handshake =
  | { readonly ok: true; readonly facts: HandshakeFacts }
  | { readonly ok: false; readonly reason: StopReason };

export interface HandshakeQuestion {
  readonly host: string;
  readonly now: IsoInstant;
  /** Authorities to trust instead of the public ones that come with the runtime. For tests. */
  readonly ca?: readonly string[] | undefined;
  readonly systemRoots: SystemRoots;
}

/** Shakes hands over an open connection, looks, and hangs up. Sends nothing else. Never throws. */
export function shakeHands(
  socket: Socket,
  question: HandshakeQuestion,
  watch: StopWatch,
): Promise<Handshake> {
  const already = watch.cause();
  if (already !== null) {
    socket.destroy();
    return Promise.resolve({ ok: false, reason: already });
  }
  let tls: TLSSocket;
  try {
    tls = connect({ ...optionsFor(question), socket });
  } catch {
    socket.destroy();
    return Promise.resolve({ ok: false, reason: 'unexpected' });
  }
  return new Promise((resolve) => {
    let forget = (): unknown => undefined;
    const stop = (reason: StopReason): void => {
      forget();
      tls.destroy();
      socket.destroy();
      resolve({ ok: false, reason });
    };
    // Stays on: what happens after the result is nobody's business any more.
    tls.on('error', (error) => stop(handshakeReason(error)));
    tls.once('close', () => stop('closed'));
    tls.once('secureConnect', () => {
      forget();
      try {
        resolve({ ok: true, facts: readFacts(tls, question) });
      } catch {
        resolve({ ok: false, reason: 'handshake-failed' });
      }
      // Says goodbye as TLS asks for, then goes, without reading what the portal may send.
      tls.end(() => tls.destroy());
    });
    forget = watch.onStop(() => stop(watch.cause() ?? 'timed-out'));
  });
}

function optionsFor({ host, ca }: HandshakeQuestion): ConnectionOptions {
  publicContext ??= ca === undefined ? contextFor(rootCertificates) : undefined;
  return {
    secureContext: ca === undefined ? publicContext : contextFor(ca),
    ...(isIP(host) === 0 ? { servername: host } : {}),
    // Judged by us, in words, instead of by an error.
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
  };
}

// Reading the list takes some milliseconds, so once.
let publicContext: SecureContext | undefined;

/**
 * The list of authorities is named, since the environment can add to the default one. The door is opened low enough to
 * see old portals: what comes through is judged afterwards, at least as strictly as by default. OpenSSL speaks TLS 1.0
 * and 1.1 only at security level 0; BoringSSL, in Electron, has no levels and refuses the word.
 */
function contextFor(ca: readonly string[]): SecureContext {
  const options: SecureContextOptions = { ca: [...ca], minVersion: 'TLSv1', maxVersion: 'TLSv1.3' };
  try {
    return createSecureContext({ ...options, ciphers: 'DEFAULT@SECLEVEL=0' });
  } catch {
    return createSecureContext(options);
  }
}

function readFacts(tls: TLSSocket, { host, now, systemRoots }: HandshakeQuestion): HandshakeFacts {
  const certificate = tls.getPeerX509Certificate();
  const issuer = certificate?.issuerCertificate;
  const chain = certificate === undefined ? 'not-judged' : chainFinding(tls, certificate);
  const exchange = tls.getEphemeralKeyInfo();
  return {
    protocol: tls.getProtocol(),
    cipher: tls.getCipher()?.standardName ?? null,
    exchangeBits: exchange !== null && 'type' in exchange && exchange.type === 'DH' ? exchange.size : null,
    certificate: certificate === undefined ? null : readCertificate(certificate, now),
    // Only the one right above: what is higher may be an old cross-signature nobody relies on any more.
    issuerStrength: issuer === undefined || isSelfSigned(issuer) ? null : readStrength(issuer),
    chain,
    hostMatches: certificate !== undefined && matchesHost(certificate, host),
    trustedOnlyHere:
      certificate !== undefined && isDoubtful(chain) && isIssuedByAny(chainOf(certificate), systemRoots()),
  };
}

/** As browsers do it: alternative names only, whole-label wildcards only. */
function matchesHost(certificate: X509Certificate, host: string): boolean {
  if (isIP(host) !== 0) return certificate.checkIP(host) !== undefined;
  return certificate.checkHost(host, { subject: 'never', partialWildcards: false }) !== undefined;
}

const isDoubtful = (chain: ChainFinding): boolean =>
  chain === 'untrusted-root' || chain === 'missing-intermediate' || chain === 'untrusted-chain';

function isSelfSigned(certificate: X509Certificate): boolean {
  return certificate.subject === certificate.issuer && certificate.checkIssued(certificate);
}

/** What the portal sent, from its own certificate upwards; a bounded number. */
function chainOf(certificate: X509Certificate): readonly X509Certificate[] {
  const chain = [certificate];
  for (let next = certificate.issuerCertificate; next !== undefined && chain.length < 10; ) {
    chain.push(next);
    if (isSelfSigned(next)) break;
    next = next.issuerCertificate;
  }
  return chain;
}

function chainFinding(tls: TLSSocket, certificate: X509Certificate): ChainFinding {
  if (tls.authorized) return 'trusted';
  if (isSelfSigned(certificate)) return 'self-signed';
  // The runtime hands over the code of its error, though the types say Error.
  switch (String(tls.authorizationError)) {
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return isWithinDates(certificate) ? 'chain-expired' : 'not-judged';
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return 'missing-intermediate';
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return 'untrusted-root';
    default:
      return 'untrusted-chain';
  }
}

/** By the clock of the computer, as the TLS library judged. */
function isWithinDates(certificate: X509Certificate): boolean {
  const now = Date.now();
  return Date.parse(certificate.validFrom) <= now && now <= Date.parse(certificate.validTo);
}

/** OpenSSL and BoringSSL name the same things alike; alerts come as `ERR_SSL_…_ALERT_…`. */
function handshakeReason(error: unknown): StopReason {
  const code = codeOf(error);
  if (code === 'ECONNRESET') {
    // Node uses this code for a polite hang-up too; only a real reset names the system call it came from.
    return error instanceof Error && 'syscall' in error ? 'reset' : 'closed';
  }
  if (code === 'EPIPE' || code === 'ECONNABORTED') return 'reset';
  if (code === 'ETIMEDOUT') return 'timed-out';
  if (/ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW/.test(code)) return 'no-common-version';
  if (
    /ALERT_HANDSHAKE_FAILURE|ALERT_INSUFFICIENT_SECURITY|NO_SHARED_CIPHER|CERTIFICATE_REQUIRED/.test(code)
  ) {
    return 'no-common-cipher';
  }
  return NOT_TLS.test(code) ? 'not-tls' : 'handshake-failed';
}

// What the libraries say when the first bytes are no TLS record at all.
const NOT_TLS =
  /WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG|UNEXPECTED_RECORD|RECORD_LAYER_FAILURE|INVALID_RECORD_TYPE|HTTPS_PROXY_REQUEST/;

import { formatDate } from './iso-date.ts';
import type { PortalVerdict } from './judge-portal.ts';
import type { ConnectionProblem, HandshakeFacts, PortalContact, StopReason } from './portal-check.ts';

const RENEW_SOON_DAYS = 30;

const NOT_CHECKED =
  'Not checked: whether the certificate was withdrawn early, whether the portal also accepts older versions, and anything behind the sign-in page.';
const HOW_TRUST_WAS_JUDGED =
  'Trust was judged by the list of public authorities that comes with this app, not by the list of this computer.';

/** Puts a result into words: what was found first, what to do last. */
export function describePortal(
  contact: PortalContact,
  verdict: PortalVerdict,
  limitSeconds: number,
): readonly string[] {
  if (contact.kind === 'stopped') return describeStop(contact.reason, contact.reached, limitSeconds);
  const { handshake } = contact;
  const connection = connectionSentence(handshake);
  if (verdict.outcome === 'pass') {
    return [connection, ...passSentences(handshake), HOW_TRUST_WAS_JUDGED, NOT_CHECKED];
  }
  return [
    ...verdict.problems.map((problem) => problemSentence(problem, handshake)),
    connection,
    ...(verdict.inspectionHint === null ? [] : [verdict.inspectionHint]),
    verdict.outcome === 'fail'
      ? 'Do not sign in or send anything there. Tell the portal’s support what this says, and check again.'
      : 'Check again from another network, or compare with what the portal’s support says, before you sign in.',
  ];
}

/** `TLS 1.2` for `TLSv1.2`. */
export function protocolInWords(protocol: string): string {
  const version = protocol.replace(/^(TLS|SSL)v/, '$1 ');
  return version === 'TLS 1' ? 'TLS 1.0' : version;
}

function connectionSentence({ protocol, cipher }: HandshakeFacts): string {
  const by = protocol === null ? 'an unnamed version of TLS' : protocolInWords(protocol);
  return `The connection was encrypted by ${by}${cipher === null ? '' : ` (${cipher})`}.`;
}

function passSentences({ certificate }: HandshakeFacts): string[] {
  if (certificate === null) return [];
  const { issuer, validTo, daysLeft } = certificate;
  const until = formatDate(validTo.slice(0, 10));
  return [
    `The certificate is made out to this portal by ${issuer}, leads to a known authority, and is valid until ${until}, ${inDays(daysLeft)} from now.`,
    ...(daysLeft < RENEW_SOON_DAYS ? ['It expires soon. Check again after that day.'] : []),
  ];
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

function problemSentence(problem: ConnectionProblem, facts: HandshakeFacts): string {
  const { certificate } = facts;
  const on = (instant: string | undefined): string =>
    instant === undefined ? 'an unknown day' : formatDate(instant.slice(0, 10));
  const sentences: Record<ConnectionProblem, string> = {
    'old-protocol': `The portal offered nothing newer than ${protocolInWords(facts.protocol ?? 'TLSv1')}. At least TLS 1.2 is needed.`,
    'weak-cipher': 'The way of encrypting that was agreed on is too weak today.',
    'no-certificate': 'The portal showed no certificate, so nothing proves that it is the portal.',
    'self-signed': 'The portal vouches for itself: its certificate is signed by nobody else.',
    'wrong-host': `The certificate is made out to another name: ${namesInWords(certificate?.names ?? [], certificate?.namesTotal ?? 0)}.`,
    expired: `The certificate expired on ${on(certificate?.validTo)}.`,
    'not-yet-valid': `The certificate is valid only from ${on(certificate?.validFrom)}. If that day has passed, the clock of this computer is wrong.`,
    'weak-key': `The key of the certificate is too short${keyInWords(facts)}.`,
    'weak-signature': 'The certificate is signed by a method that can be forged today (SHA-1 or older).',
    'chain-expired': 'A certificate above the portal’s own has expired or is not valid yet.',
    'missing-intermediate':
      'The portal sent its own certificate only, and the authority that signed it is not on the list. Either the certificate in between is missing, which some browsers repair unseen, or the authority is not a public one.',
    'untrusted-root': `The certificate leads to an authority that is on no public list: ${certificate?.issuer ?? 'unknown'}.`,
    'untrusted-chain': 'The chain of certificates above the portal’s own does not hold.',
    inspected: 'The portal’s own certificate could not be seen.',
    'unreadable-certificate': 'The certificate has something in it that this app does not know how to judge.',
  };
  return sentences[problem];
}

function namesInWords(names: readonly string[], total: number): string {
  if (names.length === 0) return 'none that could be read';
  const shown = names.slice(0, 3).join(', ');
  return total > 3 ? `${shown} and ${total - 3} more` : shown;
}

function keyInWords({ certificate }: HandshakeFacts): string {
  const key = certificate?.strength.key;
  return key?.bits == null ? '' : `: ${key.type.toUpperCase()}, ${key.bits} bits`;
}

function describeStop(reason: StopReason, reached: boolean, limitSeconds: number): readonly string[] {
  const again = 'Nothing is known about its security. Try again later.';
  const sentences: Record<StopReason, readonly string[]> = {
    'name-not-found': [
      'No portal of that name was found.',
      'Look at the spelling, and whether this computer is online.',
    ],
    'look-up-failed': [
      'The name could not be looked up.',
      'This computer seems to be offline, or its network does not answer. Try again later.',
    ],
    refused: ['The portal’s computer is there, but refused the connection.', again],
    unreachable: ['There is no way to that portal from this network.', again],
    blocked: [
      'This computer did not allow the connection. Its own firewall may stand in the way.',
      'Nothing is known about the portal’s security.',
    ],
    'timed-out': [
      reached
        ? `The portal was reached, but did not finish within ${limitSeconds} seconds.`
        : `The portal did not answer within ${limitSeconds} seconds.`,
      again,
    ],
    closed: ['The portal was reached, but hung up before anything was encrypted.', again],
    reset: ['The portal was reached, but the connection was cut off before anything was encrypted.', again],
    'not-tls': [
      'Something answered there, but not with encryption.',
      'Do not send anything there. Look whether the address and the port are right. On a guest network, sign in to the network first.',
    ],
    'no-common-version': [
      'The portal offers neither TLS 1.2 nor TLS 1.3.',
      'Do not sign in or send anything there. Tell the portal’s support what this says.',
    ],
    'no-common-cipher': [
      'The portal was reached, but it and this app found no common way to encrypt. Some portals ask for a certificate of yours first.',
      'Nothing more is known about its security.',
    ],
    'handshake-failed': [
      'The portal was reached, but agreeing on encryption failed.',
      'Nothing more is known about its security. Try again later, or from another network.',
    ],
    cancelled: ['The check was canceled.'],
    unexpected: ['The check could not be carried out.', again],
  };
  return sentences[reason];
}

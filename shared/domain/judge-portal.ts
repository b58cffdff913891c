import type { IsoInstant } from './iso-date.ts';
import {
  type CertificateStrength,
  type ChainFinding,
  type CheckOutcome,
  CONNECTION_PROBLEMS,
  type ConnectionProblem,
  type HandshakeFacts,
  type PortalCertificate,
  type PortalContact,
  type PortalReason,
} from './portal-check.ts';
import { assertNever } from './result.ts';
import { inspectorNamed } from './tls-inspectors.ts';

export interface PortalVerdict {
  readonly outcome: CheckOutcome;
  readonly reason: PortalReason | null;
  readonly problems: readonly ConnectionProblem[];
  readonly inspectionHint: string | null;
}

// Anonymous, without encryption, export grade, or broken long ago. TLS 1.3 has no such suites.
const WEAK_CIPHER = /NULL|EXP|RC2|RC4|DES|MD5|ADH|AECDH|anon/i;
// What Node's own default (OpenSSL security level 2) demands. The check lowers that to see old portals at all.
const MIN_RSA_BITS = 2_048;
const MIN_EC_BITS = 256;
const MIN_EXCHANGE_BITS = 2_048;

/** Judges what a check saw: TLS 1.2 or 1.3 with a sound certificate is a pass, what is proven wrong a failure, and
 * everything else unknown. */
export function judgePortal(contact: PortalContact, now: IsoInstant): PortalVerdict {
  if (contact.kind === 'stopped') {
    // It answered in plain text, or can do nothing newer than TLS 1.1: both are proven. A portal that merely did not
    // answer is neither good nor bad.
    const isProven = contact.reason === 'not-tls' || contact.reason === 'no-common-version';
    return {
      outcome: isProven ? 'fail' : 'unknown',
      reason: contact.reason,
      problems: [],
      inspectionHint: null,
    };
  }
  const { handshake } = contact;
  const hint = inspectionHintFor(handshake);
  const found = findProblems(handshake, hint !== null, now);
  const problems = CONNECTION_PROBLEMS.filter((problem) => found.includes(problem));
  return {
    outcome: outcomeOf(problems),
    reason: problems[0] ?? null,
    problems,
    inspectionHint: hint,
  };
}

function outcomeOf(problems: readonly ConnectionProblem[]): CheckOutcome {
  if (problems.length === 0) return 'pass';
  // An inspected connection shows the inspector's certificate: the portal's own was not seen.
  const onlyUnclear = problems.every(
    (problem) => problem === 'inspected' || problem === 'unreadable-certificate',
  );
  return onlyUnclear ? 'unknown' : 'fail';
}

function findProblems(facts: HandshakeFacts, seemsInspected: boolean, now: IsoInstant): ConnectionProblem[] {
  const problems: ConnectionProblem[] = [];
  if (facts.protocol !== 'TLSv1.3' && facts.protocol !== 'TLSv1.2') problems.push('old-protocol');
  if (facts.cipher === null || WEAK_CIPHER.test(facts.cipher)) problems.push('weak-cipher');
  if (facts.exchangeBits !== null && facts.exchangeBits < MIN_EXCHANGE_BITS) problems.push('weak-cipher');
  if (facts.certificate === null) return [...problems, 'no-certificate'];
  if (!facts.hostMatches) problems.push('wrong-host');
  const dates = dateProblems(facts.certificate, now);
  // Only dates keep the library from judging a chain. Should they look right after all, nothing was proven.
  if (facts.chain === 'not-judged' && dates.length === 0) problems.push('unreadable-certificate');
  return [
    ...problems,
    ...dates,
    ...chainProblems(facts.chain, seemsInspected),
    ...strengthProblems(facts.certificate.strength),
    ...(facts.issuerStrength === null ? [] : strengthProblems(facts.issuerStrength)),
  ];
}

function chainProblems(chain: ChainFinding, seemsInspected: boolean): ConnectionProblem[] {
  switch (chain) {
    case 'trusted':
    case 'not-judged':
      return [];
    case 'self-signed':
    case 'chain-expired':
      return [chain];
    case 'missing-intermediate':
    case 'untrusted-root':
    case 'untrusted-chain':
      return seemsInspected ? ['inspected'] : [chain];
    default:
      return assertNever(chain);
  }
}

function dateProblems(certificate: PortalCertificate, now: IsoInstant): ConnectionProblem[] {
  if (certificate.validTo < now) return ['expired'];
  return certificate.validFrom > now ? ['not-yet-valid'] : [];
}

function strengthProblems({ key, signature }: CertificateStrength): ConnectionProblem[] {
  const ofSignature: Record<typeof signature, ConnectionProblem[]> = {
    strong: [],
    weak: ['weak-signature'],
    unfamiliar: ['unreadable-certificate'],
  };
  return [...keyProblems(key), ...ofSignature[signature]];
}

function keyProblems(key: CertificateStrength['key']): ConnectionProblem[] {
  if (key === null) return ['unreadable-certificate'];
  // These have one size, and it is a sound one.
  if (/^(?:ed25519|ed448|ml-dsa-\d+)$/.test(key.type)) return [];
  const least =
    key.type === 'ec' ? MIN_EC_BITS : /^(?:rsa|rsa-pss|dsa)$/.test(key.type) ? MIN_RSA_BITS : null;
  if (key.bits === null || least === null) return ['unreadable-certificate'];
  return key.bits < least ? ['weak-key'] : [];
}

function inspectionHintFor(facts: HandshakeFacts): string | null {
  if (facts.certificate === null || facts.chain === 'trusted') return null;
  const inspector = inspectorNamed(facts.certificate.issuer);
  if (inspector !== null) {
    return `The certificate seems to come from ${inspector}, not from the portal. Something on this computer or network opens encrypted connections and looks inside.`;
  }
  return facts.trustedOnlyHere
    ? 'Only this computer knows the authority behind the certificate; no public list does. Antivirus programs and company networks that look inside encrypted connections leave this trace, and so does a client that runs an authority of its own.'
    : null;
}

import type { IsoInstant } from './iso-date.ts';

/** Checks end in one of these. What could not be read is `unknown`, never `pass`. */
export const CHECK_OUTCOMES = ['pass', 'fail', 'unknown', 'not-applicable'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** Why a check ended without a finished handshake. */
export const STOP_REASONS = [
  'name-not-found',
  'look-up-failed',
  'refused',
  'unreachable',
  'blocked',
  'timed-out',
  'closed',
  'reset',
  'not-tls',
  'no-common-version',
  'no-common-cipher',
  'handshake-failed',
  'cancelled',
  'unexpected',
] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** What can be wrong with a connection that did come about, worst first: the first one found is the reason given. */
export const CONNECTION_PROBLEMS = [
  'old-protocol',
  'weak-cipher',
  'no-certificate',
  'self-signed',
  'wrong-host',
  'expired',
  'not-yet-valid',
  'weak-key',
  'weak-signature',
  'chain-expired',
  'missing-intermediate',
  'untrusted-root',
  'untrusted-chain',
  'inspected',
  'unreadable-certificate',
] as const;
export type ConnectionProblem = (typeof CONNECTION_PROBLEMS)[number];

export type PortalReason = StopReason | ConnectionProblem;

/** What a certificate is signed with and holds, as far as its strength goes. */
export interface CertificateStrength {
  /** Null when the key is of a kind that could not be read. */
  readonly key: { readonly type: string; readonly bits: number | null } | null;
  /** `strong` includes everything this app knows to be sound; what it does not know is `unfamiliar`. */
  readonly signature: 'strong' | 'weak' | 'unfamiliar';
  readonly signatureName: string;
}

export interface PortalCertificate {
  readonly subject: string;
  readonly issuer: string;
  /** Names and addresses it is for, at most `MAX_NAMES` of them. */
  readonly names: readonly string[];
  readonly namesTotal: number;
  readonly validFrom: IsoInstant;
  readonly validTo: IsoInstant;
  /** Whole days from the check until it expires; negative afterwards. */
  readonly daysLeft: number;
  readonly strength: CertificateStrength;
}

export const MAX_NAMES = 50;

/** How the certificate's chain stood up to the list of public authorities that comes with the app. */
export type ChainFinding =
  | 'trusted'
  | 'self-signed'
  | 'missing-intermediate'
  | 'untrusted-root'
  | 'chain-expired'
  | 'untrusted-chain'
  /** The certificate's own dates already stopped it; nothing was learned about what is above it. */
  | 'not-judged';

/** What one handshake showed, before anyone judges it. */
export interface HandshakeFacts {
  /** `TLSv1.3`, as the TLS library says it; null when it did not. */
  readonly protocol: string | null;
  readonly cipher: string | null;
  /** Size of a classic Diffie-Hellman exchange, in bits; null when another kind was used. */
  readonly exchangeBits: number | null;
  readonly certificate: PortalCertificate | null;
  /** The certificate right above, when the portal sent it. */
  readonly issuerStrength: CertificateStrength | null;
  readonly chain: ChainFinding;
  readonly hostMatches: boolean;
  /** This computer's own list knows an authority above it that no public list does: a sign of something local. */
  readonly trustedOnlyHere: boolean;
}

/** How far a check came. */
export type PortalContact =
  | { readonly kind: 'stopped'; readonly reason: StopReason; readonly reached: boolean }
  | { readonly kind: 'connected'; readonly handshake: HandshakeFacts };

/** The result of one check of one portal. */
export interface PortalCheck {
  readonly host: string;
  readonly port: number;
  readonly outcome: CheckOutcome;
  /** Null exactly when the outcome is `pass`. */
  readonly reason: PortalReason | null;
  /** Everything found, worst first. */
  readonly problems: readonly ConnectionProblem[];
  /** Something answered at that address, whatever it said. */
  readonly reached: boolean;
  /** The IP address connected to, or tried last. */
  readonly address: string | null;
  readonly protocol: string | null;
  readonly cipher: string | null;
  readonly certificate: PortalCertificate | null;
  /** Null when it could not be judged. */
  readonly chainTrusted: boolean | null;
  readonly hostMatches: boolean | null;
  readonly inspectionHint: string | null;
  /** The whole result in words: the verdict first, what to do last. */
  readonly sentences: readonly string[];
  readonly checkedAt: IsoInstant;
  readonly elapsedMs: number;
}

/** Days until a result counts as old and the portal should be checked again; a rule of this app. */
export const PORTAL_RECHECK_DAYS = 90;

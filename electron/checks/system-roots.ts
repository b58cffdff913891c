import { X509Certificate } from 'node:crypto';
import * as tls from 'node:tls';

/** The authorities this computer trusts, as PEM; null where the runtime cannot tell. */
export type SystemRoots = () => readonly string[] | null;

/**
 * The system's own list. Reading it can take a moment, so it is read only when a portal's chain is in doubt, and once.
 * Node tells it from 22.15 on; older ones, and so older Electrons, cannot.
 */
export const readSystemRoots: SystemRoots = () => {
  if (cached === undefined) cached = readOnce();
  return cached;
};

let cached: readonly string[] | null | undefined;

function readOnce(): readonly string[] | null {
  // Missing at run time in older runtimes, whatever the types say.
  const { getCACertificates }: Partial<typeof tls> = tls;
  try {
    return getCACertificates?.('system') ?? null;
  } catch {
    return null;
  }
}

/** True when the last certificate of a chain was issued by one of these authorities and every link below it holds. */
export function isIssuedByAny(chain: readonly X509Certificate[], roots: readonly string[] | null): boolean {
  const top = chain.at(-1);
  if (top === undefined || roots === null) return false;
  const holds = chain.every((certificate, at) => {
    const above = chain[at + 1];
    return above === undefined || isIssuedBy(certificate, above);
  });
  return holds && roots.some((pem) => isIssuedByPem(top, pem));
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

function isIssuedByPem(certificate: X509Certificate, pem: string): boolean {
  try {
    const root = new X509Certificate(pem);
    return certificate.fingerprint256 === root.fingerprint256 || isIssuedBy(certificate, root);
  } catch {
    return false;
  }
}

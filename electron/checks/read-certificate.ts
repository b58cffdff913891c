import type { X509Certificate } from 'node:crypto';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import {
  type CertificateStrength,
  MAX_NAMES,
  type PortalCertificate,
} from '../../shared/domain/portal-check.ts';
import { readSignature } from './certificate-signature.ts';

const DAY_MS = 86_400_000;
const LONGEST_TEXT = 120;

const CURVE_BITS: Readonly<Record<string, number>> = {
  secp192r1: 192,
  prime192v1: 192,
  secp224r1: 224,
  prime256v1: 256,
  secp256k1: 256,
  secp384r1: 384,
  secp521r1: 521,
};

/** Takes from a certificate what a person should see of it. Throws if its dates cannot be read. */
export function readCertificate(certificate: X509Certificate, now: IsoInstant): PortalCertificate {
  const validTo = new Date(certificate.validTo);
  const { names, total } = readNames(certificate.subjectAltName);
  const subject = readName(certificate.subject);
  return {
    subject: subject === '' ? (names[0] ?? 'not named') : subject,
    issuer: readName(certificate.issuer) || 'not named',
    names,
    namesTotal: total,
    validFrom: new Date(certificate.validFrom).toISOString(),
    validTo: validTo.toISOString(),
    daysLeft: Math.floor((validTo.getTime() - Date.parse(now)) / DAY_MS),
    strength: readStrength(certificate),
  };
}

/** How strong the key of a certificate is, and the signature on it. */
export function readStrength(certificate: X509Certificate): CertificateStrength {
  return { key: readKey(certificate), ...readSignature(certificate.raw) };
}

function readKey(certificate: X509Certificate): CertificateStrength['key'] {
  try {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = certificate.publicKey;
    if (type === undefined) return null;
    const bits = details?.modulusLength ?? CURVE_BITS[details?.namedCurve ?? ''] ?? null;
    return { type, bits };
  } catch {
    // A key of a kind this TLS library does not know.
    return null;
  }
}

/** Common name and organization out of lines such as `CN=R11`. */
function readName(lines: string): string {
  const partOf = (key: string): string => {
    const line = lines.split('\n').find((entry) => entry.startsWith(`${key}=`));
    return line === undefined ? '' : clean(line.slice(key.length + 1));
  };
  const parts = [partOf('CN'), partOf('O')].filter((part) => part !== '');
  return [...new Set(parts)].join(', ');
}

// `DNS:a.example, IP Address:192.0.2.1`; odd values come quoted like JSON.
const ALTERNATIVE_NAME = /(DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,]*)/g;

function readNames(text: string | undefined): { readonly names: readonly string[]; readonly total: number } {
  const names: string[] = [];
  let total = 0;
  for (const [, , value = ''] of (text ?? '').matchAll(ALTERNATIVE_NAME)) {
    total += 1;
    if (names.length < MAX_NAMES) names.push(clean(value));
  }
  return { names, total };
}

/** A stranger wrote this text: no control or direction characters, and not too much of it. */
function clean(text: string): string {
  const plain = text.replace(/\p{C}/gu, '').trim();
  return plain.length > LONGEST_TEXT ? `${plain.slice(0, LONGEST_TEXT - 1)}…` : plain;
}

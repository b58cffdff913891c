import type { CertificateStrength } from '../../shared/domain/portal-check.ts';

type Signature = Pick<CertificateStrength, 'signature' | 'signatureName'>;

// RFC 3279, 4055, 5758, 8410, 9881. X509Certificate tells its algorithm only from Node 24.9 on.
const STRONG: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'RSA with SHA-256',
  '1.2.840.113549.1.1.12': 'RSA with SHA-384',
  '1.2.840.113549.1.1.13': 'RSA with SHA-512',
  '1.2.840.10045.4.3.2': 'ECDSA with SHA-256',
  '1.2.840.10045.4.3.3': 'ECDSA with SHA-384',
  '1.2.840.10045.4.3.4': 'ECDSA with SHA-512',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
  '2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
  '2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
  '2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
};

const WEAK: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'RSA with MD2',
  '1.2.840.113549.1.1.3': 'RSA with MD4',
  '1.2.840.113549.1.1.4': 'RSA with MD5',
  '1.2.840.113549.1.1.5': 'RSA with SHA-1',
  '1.3.14.3.2.29': 'RSA with SHA-1',
  '1.3.36.3.3.1.2': 'RSA with RIPEMD-160',
  '1.2.840.10040.4.3': 'DSA with SHA-1',
  '1.2.840.10045.4.1': 'ECDSA with SHA-1',
};

const RSA_PSS = '1.2.840.113549.1.1.10';
const PSS_HASHES: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

const UNREADABLE: Signature = { signature: 'unfamiliar', signatureName: 'unreadable' };

/** What a certificate is signed with, read from its DER bytes. */
export function readSignature(der: Uint8Array): Signature {
  try {
    const certificate = readValue(der, 0, der.length);
    const tbs = readValue(der, certificate.start, certificate.end);
    const algorithm = readValue(der, tbs.end, certificate.end);
    const id = readValue(der, algorithm.start, algorithm.end);
    return id.tag === 0x06 ? nameSignature(oidOf(der, id), pssHash(der, id.end, algorithm.end)) : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}

function nameSignature(oid: string, hashOid: string | null): Signature {
  if (oid === RSA_PSS) {
    // Without parameters it means SHA-1.
    const hash = hashOid === null ? undefined : PSS_HASHES[hashOid];
    return hash === undefined
      ? { signature: hashOid === null ? 'weak' : 'unfamiliar', signatureName: 'RSA-PSS' }
      : { signature: 'strong', signatureName: `RSA-PSS with ${hash}` };
  }
  const strong = STRONG[oid];
  if (strong !== undefined) return { signature: 'strong', signatureName: strong };
  const weak = WEAK[oid];
  return weak === undefined
    ? { signature: 'unfamiliar', signatureName: oid }
    : { signature: 'weak', signatureName: weak };
}

/** The hash named in RSA-PSS parameters: parameters → [0] → algorithm → its id. */
function pssHash(der: Uint8Array, start: number, end: number): string | null {
  if (start >= end) return null;
  const parameters = readValue(der, start, end);
  if (parameters.tag !== 0x30 || parameters.start >= parameters.end) return null;
  const first = readValue(der, parameters.start, parameters.end);
  if (first.tag !== 0xa0) return null;
  const algorithm = readValue(der, first.start, first.end);
  const id = readValue(der, algorithm.start, algorithm.end);
  return id.tag === 0x06 ? oidOf(der, id) : null;
}

interface DerValue {
  readonly tag: number;
  /** Where its content starts and ends. */
  readonly start: number;
  readonly end: number;
}

function readValue(der: Uint8Array, at: number, limit: number): DerValue {
  const first = byteAt(der, at + 1);
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4) throw new RangeError('DER length');
  let length = lengthBytes === 0 ? first : 0;
  for (let index = 0; index < lengthBytes; index += 1) length = length * 256 + byteAt(der, at + 2 + index);
  const start = at + 2 + lengthBytes;
  if (start + length > limit) throw new RangeError('DER value reaches past its end');
  return { tag: byteAt(der, at), start, end: start + length };
}

function byteAt(der: Uint8Array, at: number): number {
  const byte = der[at];
  if (byte === undefined) throw new RangeError('DER ends early');
  return byte;
}

function oidOf(der: Uint8Array, { start, end }: DerValue): string {
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of der.subarray(start, end)) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [first = 0, ...others] = arcs;
  const top = Math.min(Math.floor(first / 40), 2);
  return [top, first - top * 40, ...others].join('.');
}

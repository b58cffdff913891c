import {
  createDiffieHellmanGroup,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  BasicConstraints,
  Certificate,
  Extension,
  Extensions,
  GeneralName,
  id_ce_basicConstraints,
  id_ce_subjectAltName,
  Name,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';

/** A certificate and its private key, as PEM, with what signing another one takes. */
export interface TestCertificate {
  readonly certPem: string;
  readonly keyPem: string;
  readonly name: string;
  readonly key: KeyObject;
}

export type TestKey = 'ec-256' | 'rsa-2048' | 'rsa-1024';
export type TestHash = 'sha256' | 'sha1' | 'md5';

const SIGNATURES: Readonly<Record<'ec' | 'rsa', Readonly<Record<TestHash, string>>>> = {
  rsa: { sha256: '1.2.840.113549.1.1.11', sha1: '1.2.840.113549.1.1.5', md5: '1.2.840.113549.1.1.4' },
  // There is no ECDSA with MD5; nothing here asks for it.
  ec: { sha256: '1.2.840.10045.4.3.2', sha1: '1.2.840.10045.4.1', md5: '' },
};

const COMMON_NAME = '2.5.4.3';
const DAY_MS = 86_400_000;

function makeKeys(kind: TestKey): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  if (kind === 'ec-256') return generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return generateKeyPairSync('rsa', { modulusLength: kind === 'rsa-2048' ? 2048 : 1024 });
}

function nameOf(commonName: string): Name {
  const value = new AttributeTypeAndValue({
    type: COMMON_NAME,
    value: new AttributeValue({ utf8String: commonName }),
  });
  return new Name([new RelativeDistinguishedName([value])]);
}

/** `dns:portal.example.com` or `ip:127.0.0.1` or `ip:::1`. */
function generalName(text: string): GeneralName {
  const value = text.slice(text.indexOf(':') + 1);
  return text.startsWith('ip:') ? new GeneralName({ iPAddress: value }) : new GeneralName({ dNSName: value });
}

function extension(id: string, critical: boolean, value: unknown): Extension {
  return new Extension({
    extnID: id,
    critical,
    extnValue: new OctetString(AsnConvert.serialize(value)),
  });
}

/** Makes an X.509 certificate, right or wrong in any way a test wants. Dates count in days from now. */
export function makeCertificate(
  wanted: {
    readonly name?: string;
    readonly names?: readonly string[];
    readonly issuer?: TestCertificate;
    readonly fromDays?: number;
    readonly toDays?: number;
    readonly key?: TestKey;
    readonly hash?: TestHash;
    readonly isAuthority?: boolean;
  } = {},
): TestCertificate {
  const name = wanted.name ?? 'portal.example.com';
  const hash = wanted.hash ?? 'sha256';
  const { publicKey, privateKey } = makeKeys(wanted.key ?? 'ec-256');
  const signer = wanted.issuer?.key ?? privateKey;
  const algorithm = new AlgorithmIdentifier({
    algorithm: SIGNATURES[signer.asymmetricKeyType === 'rsa' ? 'rsa' : 'ec'][hash],
    ...(signer.asymmetricKeyType === 'rsa' ? { parameters: null } : {}),
  });
  const names = (wanted.names ?? []).map(generalName);
  const tbs = new TBSCertificate({
    version: Version.v3,
    serialNumber: new Uint8Array([1, ...randomBytes(8)]).buffer,
    signature: algorithm,
    issuer: nameOf(wanted.issuer?.name ?? name),
    validity: new Validity({
      notBefore: new Date(Date.now() + (wanted.fromDays ?? -1) * DAY_MS),
      notAfter: new Date(Date.now() + (wanted.toDays ?? 200) * DAY_MS),
    }),
    subject: nameOf(name),
    subjectPublicKeyInfo: AsnConvert.parse(
      publicKey.export({ type: 'spki', format: 'der' }),
      SubjectPublicKeyInfo,
    ),
    extensions: new Extensions([
      ...(names.length > 0
        ? [extension(id_ce_subjectAltName, false, new SubjectAlternativeName(names))]
        : []),
      ...(wanted.isAuthority === true
        ? [extension(id_ce_basicConstraints, true, new BasicConstraints({ cA: true }))]
        : []),
    ]),
  });
  const signed = new Certificate({
    tbsCertificate: tbs,
    signatureAlgorithm: algorithm,
    signatureValue: new Uint8Array(sign(hash, Buffer.from(AsnConvert.serialize(tbs)), signer)).buffer,
  });
  return {
    name,
    key: privateKey,
    certPem: toPem('CERTIFICATE', AsnConvert.serialize(signed)),
    keyPem: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}

/** A Diffie-Hellman group of 1024 bits, as PEM: too short today. */
export function shortDhParameters(): string {
  const prime = createDiffieHellmanGroup('modp2').getPrime();
  const integers = Buffer.concat([Buffer.from([0x02, 0x81, 0x81, 0]), prime, Buffer.from([0x02, 1, 2])]);
  return toPem('DH PARAMETERS', Buffer.concat([Buffer.from([0x30, 0x81, integers.length]), integers]));
}

function toPem(label: string, der: ArrayBuffer | Buffer): string {
  const bytes = Buffer.isBuffer(der) ? der : Buffer.from(der);
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

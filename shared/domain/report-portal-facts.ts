import { formatDate, type IsoInstant } from './iso-date.ts';
import type { CertificateStrength, PortalCertificate, PortalCheck } from './portal-check.ts';
import { protocolInWords } from './portal-sentences.ts';
import type { ReportFact } from './report-desk-types.ts';

/** What one connection to a portal showed, for a reader who wants to know exactly. Nothing is said of what was not seen. */
export function portalFacts(check: PortalCheck): readonly ReportFact[] {
  const { protocol, cipher, certificate, chainTrusted, hostMatches, address } = check;
  return [
    ...fact('Encryption', protocol === null ? null : `${protocolInWords(protocol)}${inBrackets(cipher)}`),
    ...(certificate === null ? [] : certificateFacts(certificate)),
    ...fact('Leads to a known authority', yesNo(chainTrusted)),
    ...fact('Made out to this portal', yesNo(hostMatches)),
    ...fact('Address connected to', address),
  ];
}

function certificateFacts(certificate: PortalCertificate): readonly ReportFact[] {
  const { subject, issuer, names, namesTotal, validFrom, validTo, daysLeft, strength } = certificate;
  const more = namesTotal > names.length ? [`and ${namesTotal - names.length} more`] : [];
  return [
    ...fact('Certificate for', subject),
    ...fact('Issued by', issuer),
    ...fact('Names in it', [...names, ...more].join(', ')),
    ...fact('Valid', `${dayOf(validFrom)} to ${dayOf(validTo)}${leftText(daysLeft)}`),
    ...fact('Key and signature', strengthText(strength)),
  ];
}

function leftText(daysLeft: number): string {
  if (daysLeft < 0) return '';
  return daysLeft === 1 ? ', 1 day left when checked' : `, ${daysLeft} days left when checked`;
}

function strengthText({ key, signatureName }: CertificateStrength): string {
  const size = key?.bits == null ? '' : `, ${key.bits} bits`;
  return [key === null ? '' : `${key.type.toUpperCase()}${size}`, signatureName]
    .filter((part) => part !== '')
    .join('; ');
}

function inBrackets(cipher: string | null): string {
  return cipher === null ? '' : ` (${cipher})`;
}

function dayOf(instant: IsoInstant): string {
  return formatDate(instant.slice(0, 10));
}

function yesNo(value: boolean | null): string | null {
  return value === null ? null : value ? 'Yes' : 'No';
}

function fact(label: string, text: string | null): readonly ReportFact[] {
  return text === null || text === '' ? [] : [{ label, text }];
}

import type { CheckRun } from '../domain/check-run.ts';
import type { DeviceCheckId, ProbeOutput, ProbeOutputs } from '../domain/device-checks/device-check.ts';
import { deviceCheckOf } from '../domain/device-checks/device-checks.ts';
import { probeInWords } from '../domain/device-checks/probe.ts';
import { addDays, daysBetween, type IsoDate, type IsoInstant } from '../domain/iso-date.ts';
import { judgePortal } from '../domain/judge-portal.ts';
import type { CertificateStrength, HandshakeFacts, PortalContact } from '../domain/portal-check.ts';
import { describePortal } from '../domain/portal-sentences.ts';
import { targetInWords, targetOf } from '../domain/portal-target.ts';

// What the computer and the portals of the example said is made up; what follows from it is judged as for anyone.

/** Days before `today` on which the example's checks ran. */
export const SAMPLE_CHECKED_DAYS_AGO = 2;

/** The checks of the example plan: two portals that pass, one that could not be told, and a disk without encryption. */
export function sampleChecks(today: IsoDate): readonly CheckRun[] {
  const on = addDays(today, -SAMPLE_CHECKED_DAYS_AGO);
  const at = (time: string): IsoInstant => `${on}T${time}.000Z`;
  return [
    portalRun(
      'portal.clearwater.example.com',
      { address: '192.0.2.20', elapsedMs: 148, checkedAt: at('14:05:11') },
      connected(on, {
        host: 'portal.clearwater.example.com',
        protocol: 'TLSv1.3',
        cipher: 'TLS_AES_256_GCM_SHA384',
        strength: EC_KEY,
        expiresOn: addDays(today, 210),
      }),
    ),
    portalRun(
      'riverbend.example.com',
      { address: '198.51.100.7', elapsedMs: 231, checkedAt: at('14:05:11') },
      connected(on, {
        host: 'riverbend.example.com',
        protocol: 'TLSv1.2',
        cipher: 'ECDHE-RSA-AES256-GCM-SHA384',
        strength: RSA_KEY,
        expiresOn: addDays(today, 75),
      }),
    ),
    portalRun(
      'garden-valley.example.com',
      { address: '203.0.113.41', elapsedMs: 97, checkedAt: at('14:05:11') },
      { kind: 'stopped', reason: 'reset', reached: true },
    ),
    ...DEVICE_ANSWERS.map(([check, outputs], index) =>
      deviceRun(check, outputs(on), at(`14:06:${String(10 + 3 * index)}`)),
    ),
  ];
}

const EC_KEY: CertificateStrength = {
  key: { type: 'ec', bits: 256 },
  signature: 'strong',
  signatureName: 'ECDSA with SHA-256',
};
const RSA_KEY: CertificateStrength = {
  key: { type: 'rsa', bits: 2_048 },
  signature: 'strong',
  signatureName: 'RSA with SHA-256',
};

interface Portal extends Pick<HandshakeFacts, 'protocol' | 'cipher'> {
  readonly host: string;
  readonly strength: CertificateStrength;
  readonly expiresOn: IsoDate;
}

function connected(on: IsoDate, { host, protocol, cipher, strength, expiresOn }: Portal): PortalContact {
  return {
    kind: 'connected',
    handshake: {
      protocol,
      cipher,
      exchangeBits: null,
      certificate: {
        subject: host,
        issuer: 'Example Issuing CA 2, Example Trust Services',
        names: [host],
        namesTotal: 1,
        validFrom: `${addDays(expiresOn, -397)}T00:00:00.000Z`,
        validTo: `${expiresOn}T23:59:59.000Z`,
        daysLeft: daysBetween(on, expiresOn),
        strength,
      },
      issuerStrength: RSA_KEY,
      chain: 'trusted',
      hostMatches: true,
      trustedOnlyHere: false,
    },
  };
}

function portalRun(
  host: string,
  found: { readonly address: string; readonly elapsedMs: number; readonly checkedAt: IsoInstant },
  contact: PortalContact,
): CheckRun {
  const target = targetOf({ host, port: 443 });
  const verdict = judgePortal(contact, found.checkedAt);
  const seen = contact.kind === 'connected' ? contact.handshake : null;
  return {
    id: `sample-${host}`,
    check: 'portal-tls',
    target,
    outcome: verdict.outcome,
    method: `One TLS connection to ${targetInWords(target)}, no data sent`,
    detail: {
      host,
      port: 443,
      ...verdict,
      ...found,
      reached: true,
      protocol: seen?.protocol ?? null,
      cipher: seen?.cipher ?? null,
      certificate: seen?.certificate ?? null,
      chainTrusted: seen === null ? null : seen.chain === 'trusted',
      hostMatches: seen === null ? null : seen.hostMatches,
      sentences: describePortal(contact, verdict, 10),
    },
    checkedAt: found.checkedAt,
  };
}

const said = (stdout: string): ProbeOutput => ({ exitCode: 0, stdout, stderr: '', trouble: null });
const failedWith = (stdout: string): ProbeOutput => ({ ...said(stdout), exitCode: 1 });
const registry = (key: string, values: Readonly<Record<string, string>>): ProbeOutput =>
  said(
    `\r\n${key}\r\n${Object.entries(values)
      .map(([name, value]) => `    ${name}    REG_SZ    ${value}\r\n`)
      .join('')}\r\n`,
  );

/** What a laptop with Windows 11 Home answered. The VPN was not looked at. */
const DEVICE_ANSWERS: readonly (readonly [DeviceCheckId, (on: IsoDate) => ProbeOutputs])[] = [
  ['disk-encryption', () => ({ bitlocker: said('2\r\n') })],
  [
    'firewall',
    () => ({
      profiles: said(
        `${JSON.stringify(['Domain', 'Private', 'Public'].map((Name) => ({ Name, Enabled: 1 })))}\r\n`,
      ),
    }),
  ],
  [
    'os-support',
    () => ({
      version: registry('HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', {
        DisplayVersion: '25H2',
        EditionID: 'Core',
        CurrentBuild: '26200',
      }),
    }),
  ],
  [
    'os-updates',
    (on) => ({
      waiting: said('{"Waiting":0}\r\n'),
      'last-installed': said(`{"LastInstallationSuccessDate":"${addDays(on, -1)}T03:12:00Z"}\r\n`),
    }),
  ],
  [
    'screen-lock',
    () => ({
      desktop: registry('HKEY_CURRENT_USER\\Control Panel\\Desktop', { ScreenSaveActive: '0' }),
    }),
  ],
  [
    'malware-protection',
    () => ({
      defender: said(
        '{"AntivirusEnabled":true,"RealTimeProtectionEnabled":true,"AntivirusSignatureAge":0}\r\n',
      ),
    }),
  ],
  [
    'wifi-security',
    () => ({
      netsh: failedWith('Network shell commands need location permission to access WLAN information.\r\n'),
    }),
  ],
];

function deviceRun(check: DeviceCheckId, outputs: ProbeOutputs, checkedAt: IsoInstant): CheckRun {
  const { probes, judge } = deviceCheckOf(check).on.windows;
  const { outcome, sentences, proves } = judge(outputs, { now: checkedAt });
  const method = probes.map(probeInWords);
  const isSettled = outcome === 'pass' || outcome === 'fail';
  return {
    id: `sample-${check}`,
    check,
    target: '',
    outcome,
    method: method.join('; '),
    detail: {
      check,
      platform: 'windows',
      outcome,
      sentences,
      proves: isSettled ? (proves ?? {}) : {},
      method,
      checkedAt,
      elapsedMs: 640,
    },
    checkedAt,
  };
}

import { addressable, type RuleStandard, required } from './types.ts';

const technical = { safeguards: 'technical', source: '312' } as const;

/** 45 CFR 164.312. */
export const technicalStandards: readonly RuleStandard[] = [
  {
    cite: '164.312(a)(1)',
    title: 'Access control',
    ...technical,
    specifications: [
      required('164.312(a)(2)(i)', 'Unique user identification', {
        control: 'Have a user account of your own everywhere; never share one.',
        evidence: 'A screenshot of the accounts',
        items: ['sec-access', 'sw-setup', 'cli-connect'],
      }),
      required('164.312(a)(2)(ii)', 'Emergency access procedure', {
        control: 'Keep a way in for emergencies, such as a sealed recovery key.',
        evidence: 'The note of where the recovery key is kept',
        items: ['sec-encrypt', 'sec-contingency'],
      }),
      addressable('164.312(a)(2)(iii)', 'Automatic logoff', {
        control: 'Let the screen lock by itself, and the software sign off.',
        evidence: 'The check of this app, or a dated screenshot',
        items: ['sec-access', 'sw-setup'],
        checks: ['screen-lock'],
      }),
      addressable('164.312(a)(2)(iv)', 'Encryption and decryption', {
        control: 'Encrypt the whole disk and every backup. This app asks for it in every case.',
        evidence: 'The check of this app, or a dated screenshot',
        items: ['sec-encrypt', 'sw-setup'],
        checks: ['disk-encryption'],
      }),
    ],
  },
  {
    cite: '164.312(b)',
    title: 'Audit controls',
    ...technical,
    specifications: [
      required('164.312(b)', 'Audit controls', {
        control: 'Have systems record who did what, and leave that on.',
        evidence: 'A screenshot: the log is on',
        items: ['sw-setup'],
      }),
    ],
  },
  {
    cite: '164.312(c)(1)',
    title: 'Integrity',
    ...technical,
    specifications: [
      addressable('164.312(c)(2)', 'Mechanism to authenticate electronic protected health information', {
        control:
          'Be able to tell that data was not altered or destroyed: by checksums, or by what the vendor does.',
        evidence: 'A note of the vendor',
        items: ['sw-select', 'sw-setup'],
      }),
    ],
  },
  {
    cite: '164.312(d)',
    title: 'Person or entity authentication',
    ...technical,
    specifications: [
      required('164.312(d)', 'Person or entity authentication', {
        control: 'Prove who signs in, with a second step (MFA).',
        evidence: 'A screenshot of the second step',
        items: ['sec-access', 'sw-setup', 'clh-security'],
      }),
    ],
  },
  {
    cite: '164.312(e)(1)',
    title: 'Transmission security',
    ...technical,
    specifications: [
      addressable('164.312(e)(2)(i)', 'Integrity controls', {
        control:
          'Send patient data only over connections that would notice a change on the way, as TLS does.',
        evidence: 'The check of each portal',
        items: ['sec-network', 'sec-transfer', 'clh-security'],
        checks: ['portal-tls'],
      }),
      addressable('164.312(e)(2)(ii)', 'Encryption', {
        control:
          'Send patient data only encrypted: portals with TLS 1.2 or newer, secured Wi-Fi, no personal mail. This app asks for it in every case.',
        evidence: 'The checks of each portal and of the Wi-Fi',
        items: ['sec-network', 'sec-transfer', 'clh-security'],
        checks: ['portal-tls', 'wifi-security', 'vpn'],
      }),
    ],
  },
];

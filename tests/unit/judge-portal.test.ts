import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePortal } from '../../shared/domain/judge-portal.ts';
import {
  CONNECTION_PROBLEMS,
  type HandshakeFacts,
  type PortalCertificate,
  type PortalContact,
  STOP_REASONS,
} from '../../shared/domain/portal-check.ts';
import { describePortal, protocolInWords } from '../../shared/domain/portal-sentences.ts';
import { inspectorNamed } from '../../shared/domain/tls-inspectors.ts';

const NOW = '2026-11-22T15:00:00.000Z';

const strong = { key: { type: 'ec', bits: 256 }, signature: 'strong', signatureName: 'ECDSA' } as const;

const certificate: PortalCertificate = {
  subject: 'portal.example.com',
  issuer: 'Public Authority',
  names: ['portal.example.com'],
  namesTotal: 1,
  validFrom: '2026-10-01T00:00:00.000Z',
  validTo: '2027-01-01T00:00:00.000Z',
  daysLeft: 39,
  strength: strong,
};

function aHandshake(facts: Partial<HandshakeFacts> = {}): PortalContact {
  return {
    kind: 'connected',
    handshake: {
      protocol: 'TLSv1.3',
      cipher: 'TLS_AES_256_GCM_SHA384',
      exchangeBits: null,
      certificate,
      issuerStrength: strong,
      chain: 'trusted',
      hostMatches: true,
      trustedOnlyHere: false,
      ...facts,
    },
  };
}

const withKey = (type: string, bits: number | null): Partial<HandshakeFacts> => ({
  certificate: { ...certificate, strength: { ...strong, key: { type, bits } } },
});

describe('judging a portal', () => {
  it('passes a sound connection', () => {
    expect(judgePortal(aHandshake(), NOW)).toEqual({
      outcome: 'pass',
      reason: null,
      problems: [],
      inspectionHint: null,
    });
  });

  it.each([
    ['ec', 224, 'weak-key'],
    ['ec', 256, null],
    ['rsa', 2047, 'weak-key'],
    ['rsa', 2048, null],
    ['rsa-pss', 1024, 'weak-key'],
    ['dsa', 1024, 'weak-key'],
    ['ed25519', null, null],
    ['ml-dsa-65', null, null],
    ['ec', null, 'unreadable-certificate'],
    ['rsa', null, 'unreadable-certificate'],
    ['novel', 4096, 'unreadable-certificate'],
  ])('a key of %s with %s bits gives %s', (type, bits, reason) => {
    expect(judgePortal(aHandshake(withKey(type, bits)), NOW).reason).toBe(reason);
  });

  it.each(['TLS_RSA_WITH_RC4_128_SHA', 'DES-CBC3-SHA', 'NULL-SHA256', 'ADH-AES128-SHA', 'EXP-RC2-CBC-MD5'])(
    'fails the cipher %s',
    (cipher) => {
      expect(judgePortal(aHandshake({ cipher }), NOW)).toMatchObject({
        outcome: 'fail',
        reason: 'weak-cipher',
      });
    },
  );

  it.each(['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'])(
    'accepts the cipher %s',
    (cipher) => {
      expect(judgePortal(aHandshake({ cipher }), NOW).outcome).toBe('pass');
    },
  );

  it('judges dates by the time it is given, to the instant', () => {
    const at = (now: string) => judgePortal(aHandshake(), now).reason;
    expect(at('2027-01-01T00:00:00.000Z')).toBeNull();
    expect(at('2027-01-01T00:00:00.001Z')).toBe('expired');
    expect(at('2026-09-30T23:59:59.999Z')).toBe('not-yet-valid');
  });

  it('proves nothing when the chain was not judged and the dates look right', () => {
    expect(judgePortal(aHandshake({ chain: 'not-judged' }), NOW)).toMatchObject({ outcome: 'unknown' });
  });

  it('fails a certificate that is made out to another host', () => {
    expect(judgePortal(aHandshake({ hostMatches: false }), NOW)).toMatchObject({
      outcome: 'fail',
      problems: ['wrong-host'],
    });
  });

  it('fails a portal without a certificate', () => {
    expect(judgePortal(aHandshake({ certificate: null }), NOW)).toMatchObject({
      outcome: 'fail',
      reason: 'no-certificate',
    });
  });

  it('never lets an inspector turn a doubt into a pass', () => {
    const chain = fc.constantFrom(
      'self-signed',
      'missing-intermediate',
      'untrusted-root',
      'chain-expired',
      'untrusted-chain',
      'not-judged',
    );
    fc.assert(
      fc.property(
        chain,
        fc.boolean(),
        fc.constantFrom('Kaspersky', 'Anyone'),
        (finding, onlyHere, issuer) => {
          const facts = {
            chain: finding,
            trustedOnlyHere: onlyHere,
            certificate: { ...certificate, issuer },
          } as const;
          expect(judgePortal(aHandshake(facts), NOW).outcome).not.toBe('pass');
        },
      ),
    );
  });

  it('never passes what did not come to a handshake', () => {
    for (const reason of STOP_REASONS) {
      const { outcome } = judgePortal({ kind: 'stopped', reason, reached: true }, NOW);
      expect(outcome, reason).toBe(
        reason === 'not-tls' || reason === 'no-common-version' ? 'fail' : 'unknown',
      );
    }
  });
});

describe('the words about a portal', () => {
  const describeIt = (contact: PortalContact) => describePortal(contact, judgePortal(contact, NOW), 10);

  it('says on a pass what was checked, how, and what was not', () => {
    const words = describeIt(aHandshake()).join(' ');
    expect(words).toContain('TLS 1.3');
    expect(words).toContain('1 Jan 2027, 39 days from now');
    expect(words).toContain('withdrawn early');
    expect(words).toContain('not by the list of this computer');
    expect(words).not.toContain('compliant');
  });

  it('has a sentence for every way to stop and everything that can be wrong', () => {
    for (const reason of STOP_REASONS) {
      expect(describeIt({ kind: 'stopped', reason, reached: false })[0], reason).toMatch(/\.$/);
    }
    const contact = aHandshake();
    for (const problem of CONNECTION_PROBLEMS) {
      const verdict = {
        outcome: 'fail',
        reason: problem,
        problems: [problem],
        inspectionHint: null,
      } as const;
      expect(describePortal(contact, verdict, 10)[0], problem).toMatch(/\.$/);
    }
  });

  it('names versions as people do', () => {
    expect(['TLSv1', 'TLSv1.1', 'TLSv1.2', 'SSLv3'].map(protocolInWords)).toEqual([
      'TLS 1.0',
      'TLS 1.1',
      'TLS 1.2',
      'SSL 3',
    ]);
  });
});

describe('names of local inspectors', () => {
  it.each([
    ['Kaspersky Anti-Virus Personal Root Certificate', true],
    ['ESET SSL Filter CA', true],
    ['avast! Web/Mail Shield Root', true],
    ['Zscaler Intermediate Root CA', true],
    ['FortiGate CA', true],
    ['Gateway CA - Cloudflare Managed G1', true],
    ["R11, Let's Encrypt", false],
    ['Cloudflare Inc ECC CA-3, Cloudflare, Inc.', false],
    ['Reset Authority', false],
    ['DigiCert Global G2', false],
  ])('%s is one: %s', (issuer, isOne) => {
    expect(inspectorNamed(issuer) !== null).toBe(isOne);
  });
});

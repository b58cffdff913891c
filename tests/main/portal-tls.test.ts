import { describe, expect, it } from 'vitest';
import type { PortalCheck } from '../../shared/domain/portal-check.ts';
import { makeCertificate, shortDhParameters, type TestCertificate } from '../support/certificates.ts';
import { authority, between, eachTlsLibrary, HOST, portalCertificate } from '../support/each-tls-library.ts';
import type { PortalTestQuestion } from '../support/portal-checker.ts';
import { startRawServer, startTlsServer } from '../support/tls-servers.ts';

eachTlsLibrary('what the portal check judges', (ask, { isBoring }) => {
  describe('protocol', () => {
    it.each(['TLSv1.3', 'TLSv1.2'] as const)('passes %s', async (version) => {
      const { port } = await startTlsServer(portalCertificate(), { sends: [between], only: version });
      const check = await ask({ port });
      expect(check).toMatchObject({
        outcome: 'pass',
        reason: null,
        problems: [],
        reached: true,
        address: '127.0.0.1',
        protocol: version,
        chainTrusted: true,
        hostMatches: true,
        inspectionHint: null,
      });
      expect(check.cipher).toContain('AES');
    });

    it.each(['TLSv1', 'TLSv1.1'] as const)('sees %s and fails it', async (version) => {
      const { port } = await startTlsServer(portalCertificate(), { sends: [between], only: version });
      expect(await ask({ port })).toMatchObject({
        outcome: 'fail',
        reason: 'old-protocol',
        problems: ['old-protocol'],
        protocol: version,
        chainTrusted: true,
      });
    });

    it('takes the newest of several versions', async () => {
      const { port } = await startTlsServer(portalCertificate(), {
        sends: [between],
        more: { minVersion: 'TLSv1', maxVersion: 'TLSv1.3' },
      });
      expect(await ask({ port })).toMatchObject({ outcome: 'pass', protocol: 'TLSv1.3' });
    });

    it('fails a portal that says it knows no version on offer', async () => {
      const protocolVersionAlert = Buffer.from([0x15, 3, 1, 0, 2, 2, 70]);
      const { port } = await startRawServer((socket) =>
        socket.once('data', () => socket.end(protocolVersionAlert)),
      );
      expect(await ask({ port })).toMatchObject({ outcome: 'fail', reason: 'no-common-version' });
    });

    it('does not pass a short Diffie-Hellman exchange', async () => {
      // OpenSSL sees it and judges it; BoringSSL no longer knows this kind of exchange at all.
      const { port } = await startTlsServer(portalCertificate({ key: 'rsa-2048' }), {
        sends: [between],
        only: 'TLSv1.2',
        ciphers: 'DHE-RSA-AES128-GCM-SHA256@SECLEVEL=0',
        more: { dhparam: shortDhParameters() },
      });
      expect(await ask({ port })).toMatchObject(
        isBoring
          ? { outcome: 'unknown', reason: 'no-common-cipher' }
          : { outcome: 'fail', reason: 'weak-cipher' },
      );
    });
  });

  describe('certificate', () => {
    const checkOf = async (
      wanted: Parameters<typeof makeCertificate>[0],
      sends: readonly TestCertificate[] = [between],
      question: Partial<PortalTestQuestion> = {},
    ): Promise<PortalCheck> => {
      const { port } = await startTlsServer(portalCertificate(wanted), { sends });
      return ask({ port, ...question });
    };

    it('tells whose it is, who issued it and how long it lasts', async () => {
      const { certificate, sentences } = await checkOf({ fromDays: -10, toDays: 12 });
      expect(certificate).toMatchObject({
        subject: HOST,
        issuer: 'Test Intermediate',
        names: [HOST],
        namesTotal: 1,
        strength: { key: { type: 'ec', bits: 256 }, signature: 'strong' },
      });
      expect([11, 12]).toContain(certificate?.daysLeft);
      expect(sentences.join(' ')).toContain('It expires soon.');
    });

    it('fails an expired one, by the time it is told', async () => {
      expect(await checkOf({ fromDays: -30, toDays: -1.5 })).toMatchObject({
        outcome: 'fail',
        reason: 'expired',
        certificate: { daysLeft: -2 },
      });
      const later = new Date(Date.now() + 300 * 86_400_000).toISOString();
      expect(await checkOf({}, [between], { now: later })).toMatchObject({
        outcome: 'fail',
        reason: 'expired',
      });
    });

    it('fails one that is not valid yet', async () => {
      expect(await checkOf({ fromDays: 3 })).toMatchObject({ outcome: 'fail', reason: 'not-yet-valid' });
    });

    it('fails one above it that has expired', async () => {
      const old = makeCertificate({
        name: 'Old Intermediate',
        isAuthority: true,
        issuer: authority,
        toDays: -1,
        fromDays: -9,
      });
      expect(await checkOf({ issuer: old }, [old])).toMatchObject({
        outcome: 'fail',
        reason: 'chain-expired',
        chainTrusted: false,
      });
    });

    it('fails one that is made out to another host, and names that host', async () => {
      const check = await checkOf({ name: 'other', names: ['dns:other.example.org'] });
      expect(check).toMatchObject({ outcome: 'fail', reason: 'wrong-host', hostMatches: false });
      expect(check.sentences[0]).toContain('other.example.org');
    });

    it('does not take the common name for a host name', async () => {
      expect(await checkOf({ name: HOST, names: ['dns:other.example.org'] })).toMatchObject({
        reason: 'wrong-host',
      });
      expect(await checkOf({ name: HOST, names: [] })).toMatchObject({ reason: 'wrong-host' });
    });

    it.each<readonly [string, string, boolean]>([
      ['*.example.com', 'portal.example.com', true],
      ['*.example.com', 'PORTAL.EXAMPLE.COM', true],
      ['*.example.com', 'a.portal.example.com', false],
      ['*.example.com', 'example.com', false],
      ['p*.example.com', 'portal.example.com', false],
      ['*.com', 'example.com', false],
    ])('by the wildcard %s, %s matches: %s', async (pattern, host, matches) => {
      const check = await checkOf({ name: 'wild', names: [`dns:${pattern}`] }, [between], { host });
      expect(check).toMatchObject({
        outcome: matches ? 'pass' : 'fail',
        reason: matches ? null : 'wrong-host',
        hostMatches: matches,
      });
    });

    it('fails a self-signed one', async () => {
      const { port } = await startTlsServer(makeCertificate({ name: HOST, names: [`dns:${HOST}`] }));
      expect(await ask({ port })).toMatchObject({
        outcome: 'fail',
        reason: 'self-signed',
        chainTrusted: false,
      });
    });

    it('fails when the one in between is missing', async () => {
      expect(await checkOf({}, [])).toMatchObject({
        outcome: 'fail',
        reason: 'missing-intermediate',
        chainTrusted: false,
      });
    });

    it.each([
      ['sent along', [between, authority]],
      ['not sent', [between]],
    ] as const)('fails one under an authority nobody knows, %s', async (_how, sends) => {
      const { port } = await startTlsServer(portalCertificate(), { sends });
      const check = await ask({ port, ca: undefined });
      expect(check).toMatchObject({
        outcome: 'fail',
        reason: 'untrusted-root',
        chainTrusted: false,
        inspectionHint: null,
      });
    });

    it.each(['sha1', 'md5'] as const)('fails a signature with %s', async (hash) => {
      const rsa = makeCertificate({ name: 'RSA Authority', key: 'rsa-2048', isAuthority: true });
      const check = await checkOf({ issuer: rsa, hash }, [], { ca: [rsa.certPem] });
      expect(check).toMatchObject({ outcome: 'fail', reason: 'weak-signature' });
    });

    it('fails a signature with SHA-1 on the one above it', async () => {
      const weak = makeCertificate({
        name: 'Weak Intermediate',
        isAuthority: true,
        issuer: authority,
        hash: 'sha1',
      });
      expect(await checkOf({ issuer: weak }, [weak])).toMatchObject({
        outcome: 'fail',
        problems: ['weak-signature'],
      });
    });

    it('fails a short key', async () => {
      const check = await checkOf({ key: 'rsa-1024' });
      expect(check).toMatchObject({
        outcome: 'fail',
        reason: 'weak-key',
        certificate: { strength: { key: { type: 'rsa', bits: 1024 } } },
      });
      expect(check.sentences[0]).toContain('1024 bits');
    });

    it('bears hundreds of names and keeps a few', async () => {
      const names = Array.from({ length: 700 }, (_, at) => `dns:clinic-${at}.example.com`);
      const check = await checkOf({ names: [...names, `dns:${HOST}`] });
      expect(check).toMatchObject({ outcome: 'pass', certificate: { namesTotal: 701 } });
      expect(check.certificate?.names).toHaveLength(50);
    });

    it('takes control and direction characters out of names a stranger wrote', async () => {
      const check = await checkOf({
        name: `evil\u202e\u0007name${'x'.repeat(50)}`,
        names: ['dns:a.example'],
      });
      expect(check.certificate?.subject).toMatch(/^evil[^\p{C}]*namex{50}$/u);
    });

    it('names everything that is wrong, worst first', async () => {
      const check = await checkOf({
        key: 'rsa-1024',
        names: ['dns:other.example.org'],
        toDays: -1,
        fromDays: -5,
      });
      expect(check.problems).toEqual(['wrong-host', 'expired', 'weak-key']);
      expect(check.reason).toBe('wrong-host');
    });
  });

  describe('inspection', () => {
    it('is unknown, with a hint, when the issuer looks like an antivirus program', async () => {
      const local = makeCertificate({ name: 'Kaspersky Anti-Virus Personal Root', isAuthority: true });
      const { port } = await startTlsServer(portalCertificate({ issuer: local }), { sends: [local] });
      const check = await ask({ port });
      expect(check).toMatchObject({ outcome: 'unknown', reason: 'inspected', chainTrusted: false });
      expect(check.inspectionHint).toContain('Kaspersky');
    });

    it('is unknown, with a hint, when only this computer knows the authority', async () => {
      const { port } = await startTlsServer(portalCertificate(), { sends: [between] });
      const check = await ask({ port, ca: undefined, systemRoots: [authority.certPem] });
      expect(check).toMatchObject({ outcome: 'unknown', reason: 'inspected', chainTrusted: false });
      expect(check.inspectionHint).toContain('Only this computer knows');
    });

    it('is no excuse for anything else that is wrong', async () => {
      const local = makeCertificate({ name: 'Zscaler Root CA', isAuthority: true });
      const { port } = await startTlsServer(portalCertificate({ issuer: local }), {
        sends: [local],
        only: 'TLSv1.1',
      });
      expect(await ask({ port })).toMatchObject({ outcome: 'fail', reason: 'old-protocol' });
    });

    it('is not suspected of a self-signed certificate, whatever its name', async () => {
      const { port } = await startTlsServer(makeCertificate({ name: 'Avast', names: [`dns:${HOST}`] }));
      expect(await ask({ port })).toMatchObject({ outcome: 'fail', reason: 'self-signed' });
    });
  });
});

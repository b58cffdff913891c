import { networkInterfaces } from 'node:os';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authority, between, eachTlsLibrary, portalCertificate } from '../support/each-tls-library.ts';
import { nodeChecker } from '../support/portal-checker.ts';
import { closedPort, startPlainWebServer, startRawServer, startTlsServer } from '../support/tls-servers.ts';

const SILENCE_MS = 400;
// How much later than its limit a check may end on a busy computer.
const SLACK_MS = 1_500;

const hasIpv6 = Object.values(networkInterfaces()).some((list) =>
  list?.some(({ address }) => address === '::1'),
);

eachTlsLibrary('how the portal check behaves', (ask) => {
  describe('a portal that does not play along', () => {
    it('refuses', async () => {
      const check = await ask({ port: await closedPort() });
      expect(check).toMatchObject({ outcome: 'unknown', reason: 'refused', reached: true, protocol: null });
    });

    it.each([
      ['ENOTFOUND', 'name-not-found'],
      ['EAI_AGAIN', 'look-up-failed'],
    ])('has a name that gives %s', async (code, reason) => {
      expect(await ask({ port: 443, lookUp: code })).toMatchObject({
        outcome: 'unknown',
        reason,
        reached: false,
        address: null,
      });
    });

    it('resets in the middle of the handshake', async () => {
      const { port } = await startRawServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
      expect(await ask({ port })).toMatchObject({ outcome: 'unknown', reason: 'reset', reached: true });
    });

    it('hangs up in the middle of the handshake', async () => {
      const { port } = await startRawServer((socket) => socket.once('data', () => socket.end()));
      expect(await ask({ port })).toMatchObject({ outcome: 'unknown', reason: 'closed', reached: true });
    });

    it('is silent until the limit', async () => {
      const { port } = await startRawServer(() => {});
      const check = await ask({ port, timeoutMs: SILENCE_MS });
      expect(check).toMatchObject({ outcome: 'unknown', reason: 'timed-out', reached: true });
      expect(check.elapsedMs).toBeGreaterThanOrEqual(SILENCE_MS - 5);
      expect(check.elapsedMs).toBeLessThan(SILENCE_MS + SLACK_MS);
    });

    it('has a name whose look-up never ends', async () => {
      const check = await ask({ port: 443, lookUp: 'never', timeoutMs: SILENCE_MS });
      expect(check).toMatchObject({ outcome: 'unknown', reason: 'timed-out', reached: false });
      expect(check.elapsedMs).toBeLessThan(SILENCE_MS + SLACK_MS);
    });

    it('drips bytes to keep the connection alive, and is cut off at the limit', async () => {
      const record = Buffer.from([0x16, 3, 3, 0x3f, 0xff]);
      const { port } = await startRawServer((socket) => {
        let at = 0;
        const drip = setInterval(() => {
          socket.write(Buffer.from([record[at] ?? 2]));
          at += 1;
        }, 20);
        socket.on('close', () => clearInterval(drip));
      });
      const check = await ask({ port, timeoutMs: SILENCE_MS });
      expect(check.outcome).not.toBe('pass');
      expect(check.elapsedMs).toBeLessThan(SILENCE_MS + SLACK_MS);
    });

    it('is a web server without encryption', async () => {
      const { port } = await startPlainWebServer();
      expect(await ask({ port })).toMatchObject({ outcome: 'fail', reason: 'not-tls', reached: true });
    });

    it.each(['SSH-2.0-OpenSSH_9.6\r\n', '220 mail.example.com ESMTP\r\n', '\0\0\0\0\0\0\0\0'])(
      'speaks first: %j',
      async (greeting) => {
        const { port } = await startRawServer((socket) => socket.write(greeting));
        expect(await ask({ port })).toMatchObject({ outcome: 'fail', reason: 'not-tls' });
      },
    );

    it('asks for a certificate of ours', async () => {
      const { port } = await startTlsServer(portalCertificate(), {
        sends: [between],
        only: 'TLSv1.2',
        more: { requestCert: true, rejectUnauthorized: true, ca: [authority.certPem] },
      });
      // Nothing is proven against it; whether the library lets the handshake end first differs.
      expect((await ask({ port })).outcome).not.toBe('fail');
    });

    it('answers with noise', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (noise) => {
          const { port } = await startRawServer((socket) => socket.once('data', () => socket.end(noise)));
          expect((await ask({ port, timeoutMs: SILENCE_MS })).outcome).not.toBe('pass');
        }),
        { numRuns: 15 },
      );
    });
  });

  describe('manners', () => {
    it.each(['TLSv1.2', 'TLSv1.3'] as const)(
      'opens one connection, finishes the handshake of %s and sends nothing else',
      async (only) => {
        const server = await startTlsServer(portalCertificate(), { sends: [between], only });
        expect(await ask({ port: server.port })).toMatchObject({ outcome: 'pass' });
        await server.idle();
        expect(server.connections()).toBe(1);
        expect(server.handshakes()).toBe(1);
        expect(server.received()).toBe(0);
      },
    );

    it('does not listen to a portal that talks on', async () => {
      const server = await startTlsServer(portalCertificate(), {
        sends: [between],
        greeting: Buffer.alloc(20_000_000, 'hello '),
      });
      expect(await ask({ port: server.port })).toMatchObject({ outcome: 'pass' });
      await server.idle();
    });

    it('tries the next address when the first one is dead', async () => {
      const { port } = await startTlsServer(portalCertificate(), { sends: [between] });
      const check = await ask({ port, lookUp: ['127.0.0.2', '127.0.0.1'] });
      expect(check).toMatchObject({ outcome: 'pass', address: '127.0.0.1' });
    });

    it.runIf(hasIpv6)('reaches a portal by its IPv6 address', async () => {
      const { port } = await startTlsServer(portalCertificate({ names: ['ip:::1'] }), {
        sends: [between],
        host: '::1',
      });
      expect(await ask({ host: '::1', port })).toMatchObject({ outcome: 'pass', address: '::1' });
    });

    it('judges a portal by its IPv4 address', async () => {
      const { port } = await startTlsServer(portalCertificate({ names: ['ip:127.0.0.1'] }), {
        sends: [between],
      });
      expect(await ask({ host: '127.0.0.1', port })).toMatchObject({ outcome: 'pass' });
      const other = await startTlsServer(portalCertificate({ names: ['ip:127.0.0.9'] }), {
        sends: [between],
      });
      expect(await ask({ host: '127.0.0.1', port: other.port })).toMatchObject({ reason: 'wrong-host' });
    });

    it.each([
      ['before it begins', { cancelAfterMs: 0 }],
      ['during the look-up', { cancelAfterMs: 50, lookUp: 'never' }],
      ['during the handshake', { cancelAfterMs: 50 }],
    ])('can be canceled %s', async (_when, question) => {
      const { port } = await startRawServer(() => {});
      const check = await ask({ port, ...question });
      expect(check).toMatchObject({ outcome: 'unknown', reason: 'cancelled' });
      expect(check.elapsedMs).toBeLessThan(50 + SLACK_MS);
    });

    it('takes no longer than ten seconds, whatever it is told', async () => {
      const { port } = await startRawServer((socket) => socket.once('data', () => socket.end()));
      const check = await ask({ port, timeoutMs: 3_600_000 });
      expect(check.reason).toBe('closed');
      const late = await ask({ port: 443, lookUp: 'never', timeoutMs: 0, cancelAfterMs: 20 });
      expect(late.reason).toBe('cancelled');
    });
  });
});

describe('a question that should never have come', () => {
  it.each([
    ['', 443],
    ['no spaces allowed', 443],
    ['portal.example.com', 70_000],
    ['portal.example.com', -1],
    ['\0', 443],
  ])('is answered in words too: %j, port %i', async (host, port) => {
    const check = await nodeChecker.check({ host, port, timeoutMs: SILENCE_MS });
    expect(check.outcome).toBe('unknown');
    expect(check.sentences[0]).toMatch(/\w/);
  });
});

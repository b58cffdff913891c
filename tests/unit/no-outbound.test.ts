import { connect, createServer } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { describe, expect, it } from 'vitest';

describe('the tests themselves', () => {
  it.each(['192.0.2.1', 'example.com', '::2'])('cannot reach %s', (host) => {
    expect(() => connect({ host, port: 443 })).toThrow(host);
    expect(() => connect(443, host)).toThrow(host);
    expect(() => connectTls({ host, port: 443 })).toThrow(host);
  });

  it('can reach this computer', async () => {
    const server = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const socket = connect({ host: '127.0.0.1', port });
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    expect(port).toBeGreaterThan(0);
  });
});

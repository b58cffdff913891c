import { onTestFinished } from 'vitest';
import { servePlainWeb, serveRaw, serveTls, type TestServer } from './loopback-servers.ts';

export { closedPort } from './loopback-servers.ts';

// The servers of a vitest test: gone when the test is.

async function untilTheEnd(starting: Promise<TestServer>): Promise<TestServer> {
  const server = await starting;
  onTestFinished(server.close);
  return server;
}

export const startTlsServer = (...asked: Parameters<typeof serveTls>): Promise<TestServer> =>
  untilTheEnd(serveTls(...asked));

export const startRawServer = (...asked: Parameters<typeof serveRaw>): Promise<TestServer> =>
  untilTheEnd(serveRaw(...asked));

export const startPlainWebServer = (): Promise<TestServer> => untilTheEnd(servePlainWeb());

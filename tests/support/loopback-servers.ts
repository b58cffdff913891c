import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type SecureVersion, type TlsOptions } from 'node:tls';
import type { TestCertificate } from './certificates.ts';

/** A server on this computer; whoever starts it closes it. */
export interface TestServer {
  readonly port: number;
  /** TCP connections it has seen. */
  readonly connections: () => number;
  /** Handshakes that were finished on both sides. */
  readonly handshakes: () => number;
  /** Bytes of application data it was sent after a handshake, or at all if it knows no TLS. */
  readonly received: () => number;
  /** Resolves when everyone who came has gone. */
  readonly idle: () => Promise<void>;
  /** Hangs up on everyone and stops listening. */
  readonly close: () => Promise<void>;
}

// OpenSSL serves old versions, short keys and weak signatures only like this.
const ANYTHING_GOES = 'DEFAULT@SECLEVEL=0';

/** Serves TLS with this certificate and those above it that it is told to send along. */
export async function serveTls(
  certificate: TestCertificate,
  options: {
    readonly sends?: readonly TestCertificate[];
    /** Offers this version and no other. */
    readonly only?: SecureVersion;
    readonly host?: string;
    readonly ciphers?: string;
    readonly more?: TlsOptions;
    /** Said to everyone right after the handshake. */
    readonly greeting?: Buffer;
  } = {},
): Promise<TestServer> {
  let received = 0;
  let handshakes = 0;
  const server = createTlsServer({
    cert: [certificate, ...(options.sends ?? [])].map(({ certPem }) => certPem).join(''),
    key: certificate.keyPem,
    ciphers: options.ciphers ?? ANYTHING_GOES,
    ...(options.only === undefined ? {} : { minVersion: options.only, maxVersion: options.only }),
    ...options.more,
  });
  server.on('secureConnection', (socket) => {
    handshakes += 1;
    socket.on('error', () => {});
    socket.on('data', (data) => {
      received += data.length;
    });
    if (options.greeting !== undefined) socket.write(options.greeting);
  });
  server.on('tlsClientError', () => {});
  return { ...(await listen(server, options.host, () => received)), handshakes: () => handshakes };
}

/** Does with every connection what a test wants, without TLS. */
export function serveRaw(talk: (socket: Socket) => void, host?: string): Promise<TestServer> {
  let received = 0;
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (data) => {
      received += data.length;
    });
    talk(socket);
  });
  return listen(server, host, () => received);
}

/** An ordinary web server without encryption. */
export function servePlainWeb(): Promise<TestServer> {
  return listen(
    createHttpServer((_request, response) => response.end('plain')),
    undefined,
    () => 0,
  );
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listen(server: Server, host = '127.0.0.1', received: () => number): Promise<TestServer> {
  let connections = 0;
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connections += 1;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  const idle = async (): Promise<void> => {
    await Promise.all([...open].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
  };
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    handshakes: () => 0,
    received,
    idle,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

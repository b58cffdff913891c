import { Socket } from 'node:net';
import type { ElectronApplication } from 'playwright';
import type { CheckPorts } from '../../electron/checks/check-ports.ts';
import { makeCertificate } from './certificates.ts';
import { serveRaw, serveTls, type TestServer } from './loopback-servers.ts';

/** Portals on this computer, under names of the outside world, for the running app to check. */
export interface PortalWorld {
  /** `good.example.com:41234` and its like: what a user types. */
  readonly good: string;
  readonly expired: string;
  /** Takes the connection and says nothing. */
  readonly silent: string;
  readonly servers: { readonly good: TestServer; readonly expired: TestServer; readonly silent: TestServer };
  /** The authority that stands for the public ones. */
  readonly authorityPem: string;
  readonly close: () => Promise<void>;
}

/** Starts the portals. Certificates are made here and now. */
export async function openPortalWorld(): Promise<PortalWorld> {
  const authority = makeCertificate({ name: 'Test Authority', isAuthority: true });
  const forHost = (name: string, wanted: Partial<Parameters<typeof makeCertificate>[0]> = {}) =>
    makeCertificate({ name, names: [`dns:${name}`], issuer: authority, ...wanted });
  const good = await serveTls(forHost('good.example.com'));
  const expired = await serveTls(forHost('expired.example.com', { fromDays: -60, toDays: -3 }));
  const silent = await serveRaw(() => {});
  return {
    good: `good.example.com:${good.port}`,
    expired: `expired.example.com:${expired.port}`,
    silent: `silent.example.com:${silent.port}`,
    servers: { good, expired, silent },
    authorityPem: authority.certPem,
    close: async () => {
      await Promise.all([good.close(), expired.close(), silent.close()]);
    },
  };
}

/** The world as the application in this process sees it: every name leads to this computer. */
export function portsInto(world: PortalWorld): CheckPorts {
  return { ca: [world.authorityPem], lookUp: async () => ['127.0.0.1'] };
}

/**
 * The same for the application inside Electron. The app has no switch for tests, so the world is changed around it:
 * name look-up and the list of public authorities, in its main process.
 */
export async function enterWorld(app: ElectronApplication, world: PortalWorld): Promise<void> {
  await app.evaluate((_electron, ca) => {
    const load = process.mainModule?.require.bind(process.mainModule);
    if (load === undefined) throw new Error('The main process cannot load modules.');
    const names = load('node:dns/promises') as { lookup: unknown };
    names.lookup = async () => [{ address: '127.0.0.1', family: 4 }];
    const tls = load('node:tls') as { createSecureContext: (options: object) => unknown };
    const make = tls.createSecureContext;
    tls.createSecureContext = (options) => make({ ...options, ca });
  }, world.authorityPem);
}

/** Writes down every address the application opens a connection to, from now on. */
export interface ConnectionLog {
  readonly addresses: () => Promise<readonly string[]>;
  readonly stop: () => void;
}

type Connect = (this: Socket, ...args: unknown[]) => Socket;

/** In this process, where the preview's application runs. */
export function logConnections(): ConnectionLog {
  const seen: string[] = [];
  const prototype = Socket.prototype as unknown as { connect: Connect };
  const original = prototype.connect;
  prototype.connect = function connect(...args) {
    seen.push(JSON.stringify(args));
    return original.apply(this, args);
  };
  return {
    addresses: async () => seen,
    stop: () => {
      prototype.connect = original;
    },
  };
}

/** In Electron's main process. */
export async function logElectronConnections(app: ElectronApplication): Promise<ConnectionLog> {
  await app.evaluate(() => {
    const load = process.mainModule?.require.bind(process.mainModule);
    if (load === undefined) throw new Error('The main process cannot load modules.');
    const { Socket: MainSocket } = load('node:net') as typeof import('node:net');
    const prototype = MainSocket.prototype as unknown as { connect: Connect };
    const original = prototype.connect;
    const log = globalThis as unknown as { connectionLog: string[] };
    log.connectionLog = [];
    prototype.connect = function connect(...args) {
      log.connectionLog.push(JSON.stringify(args));
      return original.apply(this, args);
    };
  });
  return {
    addresses: () => app.evaluate(() => (globalThis as unknown as { connectionLog: string[] }).connectionLog),
    stop: () => {},
  };
}

import { Socket } from 'node:net';

// No test may leave this computer: a connection to anywhere but loopback fails the test that made it.
const connect = Socket.prototype.connect;

interface Target {
  readonly path?: string | undefined;
  readonly host?: string | undefined;
}

/** What `connect` was asked for, in any of its forms. */
function targetOf(args: readonly unknown[]): Target {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as readonly unknown[]) : args;
  if (typeof first === 'object' && first !== null) return first;
  if (typeof first === 'string' && Number.isNaN(Number(first))) return { path: first };
  return { host: typeof second === 'string' ? second : undefined };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^(::ffff:)?127\./.test(host);
}

Socket.prototype.connect = function guarded(this: Socket, ...args: unknown[]): Socket {
  const { path, host = 'localhost' } = targetOf(args);
  if (path === undefined && !isLoopback(host)) throw new Error(`A test tried to connect to ${host}`);
  return Reflect.apply(connect, this, args) as Socket;
} as typeof connect;

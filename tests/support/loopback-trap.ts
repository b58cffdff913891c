import { createSocket } from 'node:dgram';
import { createServer, type Socket } from 'node:net';

/** Listens on this computer and writes down whatever knocks: nobody else can be asked whether a packet left. */
export interface LoopbackTrap {
  /** `http://127.0.0.1:PORT`; whoever comes is sent on to `redirectsTo`. */
  readonly address: string;
  readonly tcpPort: number;
  readonly udpPort: number;
  /** `tcp` and `udp`, one for each that knocked. */
  readonly knocks: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a trap on two free ports. */
export async function openTrap(redirectsTo = 'app://first-claim/index.html'): Promise<LoopbackTrap> {
  const knocks: string[] = [];
  const open = new Set<Socket>();
  const tcp = createServer((socket) => {
    knocks.push('tcp');
    open.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => open.delete(socket));
    socket.end(`HTTP/1.1 302 Found\r\nLocation: ${redirectsTo}\r\nContent-Length: 0\r\n\r\n`);
  });
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  const udp = createSocket('udp4');
  udp.on('message', () => knocks.push('udp'));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  const bound = tcp.address();
  const tcpPort = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${tcpPort}`,
    tcpPort,
    udpPort: udp.address().port,
    knocks,
    close: async () => {
      for (const socket of open) socket.destroy();
      udp.close();
      await new Promise((resolve) => tcp.close(resolve));
    },
  };
}

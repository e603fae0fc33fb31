import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';

/**
 * A TCP proxy in front of a database. Tests can interrupt and restore the network, while the address stays the same.
 */
export interface Proxy {
  /** The URL of the database through the proxy. */
  url: string;
  /** Closes all connections, and accepts no new ones. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** Forwards new connections to another database. */
  lead(url: string): void;
}

/** Closes each of two sockets when the other fails or closes. */
export function closeTogether(first: Socket, second: Socket): void {
  for (const [socket, other] of [
    [first, second],
    [second, first],
  ] as const) {
    socket.on('error', () => other.destroy());
    socket.on('close', () => other.destroy());
  }
}

/** Starts a proxy to the database of a URL. */
export async function proxyTo(url: string): Promise<Proxy> {
  let target = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((from) => {
    const to = connect(Number(target.port), target.hostname);
    closeTogether(from, to);
    for (const socket of [from, to]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    }
    from.pipe(to).pipe(from);
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String(port);
  return {
    url: through.href,
    lead: (url) => (target = new URL(url)),
    async cut() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend: async () => void (await listen(port)),
  };
}

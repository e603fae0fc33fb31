import type { FastifyInstance } from 'fastify';

/** A request body in memory, from its first byte until its request is answered. */
interface Body {
  client: string;
  bytes: number;
  isArriving: boolean;
  closeConnection(): void;
}

/**
 * Limits the total bytes of request bodies in memory to `mostBytes`, and those of one client to half of it. Above a
 * limit, the connection whose body has been arriving longest is closed, because a usual body arrives in milliseconds.
 * @param onClosed called for each closed connection
 */
export function limitBodies(
  app: FastifyInstance,
  { mostBytes, onClosed }: { mostBytes: number; onClosed: () => void },
): void {
  /** Oldest first. */
  const bodies = new Set<Body>();
  const bytesOf = new Map<string, number>();
  let bytes = 0;

  function add(body: Body, count: number): void {
    bodies.add(body);
    body.bytes += count;
    bytes += count;
    bytesOf.set(body.client, (bytesOf.get(body.client) ?? 0) + count);
  }

  function forget(body: Body): void {
    if (!bodies.delete(body)) return;
    bytes -= body.bytes;
    const left = (bytesOf.get(body.client) ?? 0) - body.bytes;
    if (left > 0) bytesOf.set(body.client, left);
    else bytesOf.delete(body.client);
  }

  /** Closes the connection whose body has been arriving longest. @param client null means any client */
  function closeLongest(client: string | null): void {
    for (const body of bodies) {
      if (!body.isArriving || (client !== null && body.client !== client)) continue;
      forget(body);
      body.closeConnection();
      onClosed();
      return;
    }
  }

  app.addHook('preParsing', (request, reply, payload, next) => {
    const { client } = request.usage;
    const closeConnection = () => void request.raw.socket.destroy();
    const body: Body = { client, bytes: 0, isArriving: true, closeConnection };
    payload.on('data', (chunk: Buffer) => {
      if (reply.raw.destroyed) return;
      add(body, chunk.length);
      if ((bytesOf.get(client) ?? 0) > mostBytes / 2) closeLongest(client);
      if (bytes > mostBytes) closeLongest(null);
    });
    payload.once('end', () => (body.isArriving = false));
    reply.raw.once('close', () => forget(body));
    next(null, payload);
  });
}

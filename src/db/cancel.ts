import { connect } from 'node:net';
import type pg from 'pg';

/** Milliseconds that PostgreSQL has to end a statement that it was asked to; then the connection is closed. */
const PATIENCE = 1000;

/** The code of a CancelRequest: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const CANCEL_REQUEST = 80877102;

/** What `pg` knows of a connection's backend beside what its types say. */
interface Backend {
  host: string;
  port: number;
  processID: number | null;
  secretKey: number | null;
}

/**
 * Asks PostgreSQL to cancel the statement that a connection runs. The connection stays usable: to close it instead would
 * leave the statement running for a while, and cost a new connection.
 * @returns settles (never rejects) when the request was carried out, so that it can't hit a later statement of the
 * connection; false if it could not be
 */
export function cancelStatement(client: pg.ClientBase): Promise<boolean> {
  const { host, port, processID, secretKey } = client as unknown as Backend;
  if (processID === null || secretKey === null) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error('PostgreSQL does not answer.')));
    socket.on('error', () => undefined);
    // PostgreSQL closes the connection when it has sent the signal.
    socket.on('close', (hadError) => resolve(!hadError));
    socket.resume();
    const request = Buffer.alloc(16);
    [request.length, CANCEL_REQUEST, processID, secretKey].forEach((value, i) =>
      request.writeInt32BE(value, 4 * i),
    );
    socket.write(request);
  });
}

import { setTimeout as delay } from 'node:timers/promises';
import { connect } from 'node:net';
import type pg from 'pg';

/** Timeout of a cancel request in milliseconds. */
const CANCEL_TIMEOUT = 1000;

/** The code of a CancelRequest: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const CANCEL_REQUEST = 80877102;

/** Properties of a `pg` client that its type definitions lack. */
interface Backend {
  host: string;
  port: number;
  processID: number | null;
  secretKey: number | null;
}

/** Milliseconds between two requests to cancel the same statement. */
const INTERVAL = 25;

/**
 * Cancels the statement that a connection runs. Repeats the request until the statement has ended, because PostgreSQL
 * ignores a request that arrives before it starts the statement.
 * @returns false if PostgreSQL could not be asked; never rejects. Send no other statement on the connection before that
 */
export async function cancelWhile(client: pg.ClientBase, isRunning: () => boolean): Promise<boolean> {
  while (isRunning()) {
    if (!(await cancelStatement(client))) return false;
    await delay(INTERVAL);
  }
  return true;
}

/**
 * Asks PostgreSQL to cancel the statement that a connection runs. The connection stays usable. Closing it instead would
 * leave the statement running for a while and cost a new connection.
 * @returns true after PostgreSQL has processed the request, false if that failed; never rejects. Send no other
 * statement on the connection before that, because the request could cancel it
 */
function cancelStatement(client: pg.ClientBase): Promise<boolean> {
  const { host, port, processID, secretKey } = client as unknown as Backend;
  if (processID === null || secretKey === null) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    socket.setTimeout(CANCEL_TIMEOUT, () => socket.destroy(new Error('PostgreSQL does not answer.')));
    socket.on('error', () => undefined);
    // PostgreSQL closes this socket after it has sent the signal to the backend.
    socket.on('close', (hadError) => resolve(!hadError));
    socket.resume();
    const request = Buffer.alloc(16);
    [request.length, CANCEL_REQUEST, processID, secretKey].forEach((value, i) =>
      request.writeInt32BE(value, 4 * i),
    );
    socket.write(request);
  });
}

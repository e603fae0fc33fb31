import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { ROLE, type Cluster } from './cluster.ts';

/** Prefix of the application name by which other processes recognise the server's owner. */
const OWNER = 'pubatlas owner, process ';

/** The result of a connection attempt. */
export type ConnectionAttempt =
  | { kind: 'ready'; client: Client }
  /** The server is starting or ending; try again later. */
  | { kind: 'busy' }
  /** A PostgreSQL that rejects the password. */
  | { kind: 'stranger' }
  | { kind: 'silent' };

/** Connects to the server of `cluster` if it listens on `port`. Never rejects. */
export async function connect(
  cluster: Cluster,
  port: number,
  applicationName = 'pubatlas start',
): Promise<ConnectionAttempt> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: ROLE,
    password: cluster.password,
    database: 'postgres',
    application_name: applicationName,
    ssl: false,
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return { kind: 'ready', client };
  } catch (error) {
    // Not awaited: a server that doesn't answer wouldn't confirm the end either.
    client.end().catch(() => undefined);
    const code = (error as { code?: string }).code ?? '';
    if (code === '57P03' || code === '53300') return { kind: 'busy' };
    return { kind: code.startsWith('28') ? 'stranger' : 'silent' };
  }
}

/** Prefix of the application name of a pubatlas that uses another one's server. */
const GUEST = 'pubatlas guest, process ';

/** Connects to another pubatlas's server as a guest. The owner keeps the server running until the connection ends. */
export function connectAsGuest(cluster: Cluster, port: number): Promise<ConnectionAttempt> {
  return connect(cluster, port, `${GUEST}${process.pid}`);
}

/** The process ids of the guests. */
export async function findGuests(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ guest: string }>(
    'SELECT substr(application_name, length($1) + 1) AS guest FROM pg_stat_activity WHERE starts_with(application_name, $1)',
    [GUEST],
  );
  return rows.map(({ guest }) => guest);
}

/**
 * The process id of the server's owner; null if there is none. Unlike a note in a file, a connection ends with its
 * process.
 */
export async function findOwner(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ owner: string }>(
    'SELECT substr(application_name, length($1) + 1) AS owner FROM pg_stat_activity WHERE starts_with(application_name, $1)',
    [OWNER],
  );
  return rows[0]?.owner ?? null;
}

/**
 * Registers this process as the server's owner by an open connection. If the server drops the connection (it drops all
 * of them when one of its processes crashes), it is opened again.
 * @returns a function that ends the ownership
 */
export async function registerOwner(
  cluster: Cluster,
  port: number,
  serverExit: Promise<unknown>,
): Promise<() => Promise<void>> {
  const ended = new AbortController();
  void serverExit.then(() => ended.abort());
  let current: Client | null = null;
  const claim = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      const answer = await connect(cluster, port, `${OWNER}${process.pid}`);
      if (answer.kind === 'ready') {
        current = answer.client;
        current.once('end', () => void claim());
        return;
      }
      await delay(100, null, { signal: ended.signal, ref: false }).catch(() => undefined);
    }
  };
  await claim();
  return async () => {
    ended.abort();
    await current?.end();
  };
}

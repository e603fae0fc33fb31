import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type pg from 'pg';
import { cancelWhile } from './cancel.ts';
import { type OnStatement, createProviderDb } from './database.ts';
import { RequestAborted } from './failures.ts';
import type { Readers } from './readers.ts';

/** A number of statements and their total duration in milliseconds. */
export interface StatementTotals {
  count: number;
  milliseconds: number;
}

export type Consume<T> = (connection: DatabaseConnection) => Promise<T>;

/** Milliseconds that a cancelled statement has to end. After that, its connection is closed. */
const LONGEST_CANCEL = 1000;

/**
 * Sends all its statements to the same host, so that an answer doesn't mix data of replicas that differ. It holds no
 * connection: each statement takes one and gives it back.
 *
 * `abort` cancels a running statement instead of closing its connection. PostgreSQL would notice a closed connection
 * only at its next check (src/db/pool.ts), while a new connection already runs the next statement. Clients that
 * disconnect could thus overload the database.
 */
export class HostSession {
  readonly statements = { count: 0, milliseconds: 0 };
  readonly db = createProviderDb({ provideConnection: (consume) => this.use(consume) });
  /** Chosen when first needed, or taken over from a batch or another session. */
  protected host: Promise<pg.Pool> | null = null;
  protected isAborted = false;
  /** The connection that was opened to choose the host, until a statement uses it. */
  private first: pg.PoolClient | null = null;
  /** Connections with a running statement, each with the pending cancel request, if any. */
  private readonly running = new Map<pg.PoolClient, Promise<void> | null>();
  private readonly readers: Pick<Readers, 'pick'>;
  private readonly onStatement: OnStatement | undefined;

  constructor(readers: Pick<Readers, 'pick'>, onStatement: OnStatement | undefined) {
    this.readers = readers;
    this.onStatement = onStatement;
  }

  /** Pins the session to a host. If the host can't be reached, the session may choose another. */
  pinTo(host: Promise<pg.Pool>): void {
    this.host = host;
    host.catch(() => {
      if (this.host === host) this.host = null;
    });
  }

  /** Returns the session's host. If none is chosen yet, picks the next host that gives a connection. */
  chooseHost(): Promise<pg.Pool> {
    if (!this.host)
      this.pinTo(
        this.readers.pick().then(({ pool, client }) => {
          this.first = client;
          return pool;
        }),
      );
    return this.host as unknown as Promise<pg.Pool>;
  }

  abort(): void {
    this.isAborted = true;
    // A second request to cancel could still be on its way when the first has ended the statement.
    for (const [client, cancelled] of this.running)
      this.running.set(client, cancelled ?? this.cancel(client));
  }

  /** Releases the connection that chose the host, if no statement has used it. */
  close(): void {
    this.first?.release();
    this.first = null;
  }

  protected async use<T>(consume: Consume<T>): Promise<T> {
    const client = await this.connect();
    this.running.set(client, null);
    try {
      return await consume(toConnection((query) => this.send(client, query)));
    } catch (error) {
      throw this.isAborted ? new RequestAborted() : error;
    } finally {
      const cancelled = this.running.get(client);
      this.running.delete(client);
      // Until PostgreSQL has processed the cancel request, it could cancel the connection's next statement.
      if (cancelled) void cancelled.then(() => client.release());
      else client.release();
    }
  }

  private async cancel(client: pg.PoolClient): Promise<void> {
    const isRunning = () => this.running.has(client);
    const end = () => {
      if (isRunning()) void client.end();
    };
    setTimeout(end, LONGEST_CANCEL).unref();
    if (!(await cancelWhile(client, isRunning))) end();
  }

  private async connect(): Promise<pg.PoolClient> {
    this.throwIfAborted();
    const host = await this.chooseHost();
    const { first } = this;
    this.first = null;
    const client = first ?? (await host.connect());
    if (!this.isAborted) return client;
    client.release();
    throw new RequestAborted();
  }

  protected throwIfAborted(): void {
    if (this.isAborted) throw new RequestAborted();
  }

  private async send<Row>(
    client: pg.PoolClient,
    { sql, parameters }: CompiledQuery,
  ): Promise<QueryResult<Row>> {
    const start = performance.now();
    try {
      const { rows } = await client.query<never>(sql, parameters as unknown[]);
      return { rows };
    } finally {
      const milliseconds = performance.now() - start;
      this.statements.count++;
      this.statements.milliseconds += milliseconds;
      this.onStatement?.(sql, milliseconds);
    }
  }
}

function toConnection(executeQuery: DatabaseConnection['executeQuery']): DatabaseConnection {
  return {
    executeQuery,
    streamQuery() {
      throw new Error('A session reads no rows one by one.');
    },
  };
}

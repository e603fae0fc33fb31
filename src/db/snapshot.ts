import type { CompiledQuery, QueryResult } from 'kysely';
import type pg from 'pg';
import { cancelWhile } from './cancel.ts';
import { type OnStatement, createProviderDb } from './database.ts';
import { RequestAborted } from './failures.ts';
import type { Readers } from './readers.ts';
import type { Session } from './sessions.ts';

/** A session whose statements all see the same snapshot of the database. It holds a connection until `end`. */
export interface Snapshot extends Session {
  /** Ends the transaction and releases the connection. */
  end(): Promise<void>;
}

/** Opens a snapshot: a read-only transaction with the isolation level "repeatable read". */
export async function openSnapshot(
  readers: Pick<Readers, 'connect'>,
  onStatement?: OnStatement,
): Promise<Snapshot> {
  const client = await readers.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    return new ClientSnapshot(client, onStatement);
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}

class ClientSnapshot implements Snapshot {
  readonly statements = { count: 0, milliseconds: 0 };
  readonly columnStatements = { count: 0, milliseconds: 0 };
  readonly db = createProviderDb({
    provideConnection: (consume) =>
      consume({
        executeQuery: (query) => this.send(query),
        streamQuery() {
          throw new Error('A snapshot is read by cursors (DECLARE, FETCH).');
        },
      }),
  });
  readonly heavyDb = this.db;
  readonly countDb = this.db;
  private readonly client: pg.PoolClient;
  private readonly onStatement: OnStatement | undefined;
  private readonly aborting = new AbortController();
  readonly signal = this.aborting.signal;
  private running = 0;
  private isAborted = false;
  private cancelled: Promise<boolean> | null = null;

  constructor(client: pg.PoolClient, onStatement: OnStatement | undefined) {
    this.client = client;
    this.onStatement = onStatement;
  }

  async coalesce<Question, Answer>(
    _kind: string,
    question: Question,
    answerAll: (db: Session['db'], questions: readonly Question[]) => Promise<Answer[]>,
  ): Promise<Answer> {
    const [answer] = await answerAll(this.db, [question]);
    return answer as Answer;
  }

  runCount<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return work(this.aborting.signal);
  }

  abort(): void {
    this.isAborted = true;
    this.aborting.abort();
    if (this.running > 0) this.cancelled ??= cancelWhile(this.client, () => this.running > 0);
  }

  async end(): Promise<void> {
    // Until PostgreSQL has processed the cancel request, it could cancel the connection's next statement.
    await this.cancelled;
    try {
      await this.client.query('rollback');
      this.client.release();
    } catch (error) {
      this.client.release(error as Error);
    }
  }

  private async send<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.isAborted) throw new RequestAborted();
    const start = performance.now();
    this.running++;
    try {
      const { rows } = await this.client.query<never>(sql, parameters as unknown[]);
      return { rows };
    } catch (error) {
      throw this.isAborted ? new RequestAborted() : error;
    } finally {
      this.running--;
      const milliseconds = performance.now() - start;
      this.statements.count++;
      this.statements.milliseconds += milliseconds;
      this.onStatement?.(sql, milliseconds);
    }
  }
}

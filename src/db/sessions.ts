import DataLoader from 'dataloader';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type pg from 'pg';
import type { Bulkhead, Visitor } from './bulkhead.ts';
import { type Db, type OnStatement, databaseOver } from './database.ts';
import { cancelWhile } from './cancel.ts';
import { BrokenOff, TooManyStatements } from './failures.ts';
import type { Readers } from './readers.ts';

/** A number of statements and their total duration in milliseconds. */
interface Spent {
  count: number;
  milliseconds: number;
}

/** One request's use of the database. */
export interface Session {
  /** For light statements, which an index answers in time proportional to the returned rows. */
  db: Db;
  /** For heavy statements, whose time grows with the number of matches. They wait for a slot of the bulkhead. */
  heavyDb: Db;
  /**
   * Runs heavy work other than PostgreSQL statements in a slot of the bulkhead. The signal is aborted with the request.
   */
  runHeavy<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /**
   * Coalesces a question with questions of the same kind that other requests ask until a connection is free. One
   * statement answers them all. Use it only for cheap questions, because each waits for the whole batch.
   * @param kind must differ between questions that need a different `answerAll`
   */
  coalesce<Question, Answer>(
    kind: string,
    question: Question,
    answerAll: AnswerAll<Question, Answer>,
  ): Promise<Answer>;
  /** The PostgreSQL statements that the request waited for, including coalesced ones. */
  statements: Spent;
  /** The request's statements in the column store. */
  columnStatements: Spent;
  /**
   * Aborts the session: cancels its running statements and rejects all later ones. Coalesced statements go on if other
   * requests wait for them.
   */
  breakOff(): void;
}

/** Answers questions in one statement. The answers are in the order of the questions. */
export type AnswerAll<Question, Answer> = (db: Db, questions: readonly Question[]) => Promise<Answer[]>;

/** Maximum number of questions per batch. In larger batches, the first question would wait too long for the last. */
const MOST_COALESCED = 32;

/** Milliseconds that a cancelled statement has to end. After that, its connection is closed. */
const LONGEST_CANCEL = 1000;
/** Limits on the statements of requests. */
export interface SessionBounds {
  /** Limits concurrent heavy statements; null for no limit. */
  bulkhead: Bulkhead | null;
  /** Maximum number of statements per request. */
  mostStatements: number;
}

const UNBOUNDED: SessionBounds = { bulkhead: null, mostStatements: Infinity };

/**
 * Returns a function that opens a session for a request. Its argument identifies the client, so that the bulkhead can
 * share the slots fairly between clients.
 * @param onStatement called once per statement, even if several requests wait for it
 */
export function sessionsOver(
  readers: Pick<Readers, 'pick'>,
  onStatement?: OnStatement,
  bounds: SessionBounds = UNBOUNDED,
): (client?: string) => Session {
  const coalescer = new Coalescer(() => new HostSession(readers, onStatement));
  return (client = '') => new RequestSession(readers, coalescer, onStatement, bounds, client);
}

/**
 * Sends all its statements to the same host, so that an answer doesn't mix data of replicas that differ. It holds no
 * connection: each statement takes one and gives it back.
 *
 * `breakOff` cancels a running statement instead of closing its connection. PostgreSQL would notice a closed connection
 * only at its next check (src/db/pool.ts), while a new connection already runs the next statement. Clients that
 * disconnect could thus overload the database.
 */
class HostSession {
  readonly statements = { count: 0, milliseconds: 0 };
  readonly db = databaseOver({ provideConnection: (consume) => this.use(consume) });
  /** Chosen when first needed, or taken over from a batch or another session. */
  protected host: Promise<pg.Pool> | null = null;
  private isBrokenOff = false;
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
  stayWith(host: Promise<pg.Pool>): void {
    this.host = host;
    host.catch(() => {
      if (this.host === host) this.host = null;
    });
  }

  /** Returns the session's host. If none is chosen yet, picks the next host that gives a connection. */
  chooseHost(): Promise<pg.Pool> {
    if (!this.host)
      this.stayWith(
        this.readers.pick().then(({ pool, client }) => {
          this.first = client;
          return pool;
        }),
      );
    return this.host as unknown as Promise<pg.Pool>;
  }

  breakOff(): void {
    this.isBrokenOff = true;
    for (const client of this.running.keys()) this.running.set(client, this.cancel(client));
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
      return await consume(connectionOf((query) => this.send(client, query)));
    } catch (error) {
      throw this.isBrokenOff ? new BrokenOff() : error;
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
    this.demandGoingOn();
    const host = await this.chooseHost();
    const { first } = this;
    this.first = null;
    const client = first ?? (await host.connect());
    if (!this.isBrokenOff) return client;
    client.release();
    throw new BrokenOff();
  }

  protected demandGoingOn(): void {
    if (this.isBrokenOff) throw new BrokenOff();
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

type Consume<T> = (connection: DatabaseConnection) => Promise<T>;

class RequestSession extends HostSession implements Session {
  readonly heavyDb: Db;
  readonly columnStatements = { count: 0, milliseconds: 0 };
  private readonly coalescer: Coalescer;
  private readonly bulkhead: Bulkhead | null;
  private readonly visitor: Visitor;
  private readonly mostStatements: number;
  private asked = 0;
  private aborting: AbortController | null = null;
  /** The coalesced batches that this request has joined. */
  private readonly batches = new Set<Batch>();
  private whenBrokenOff: Promise<never> | null = null;
  private rejectBrokenOff: ((error: Error) => void) | null = null;

  constructor(
    readers: Pick<Readers, 'pick'>,
    coalescer: Coalescer,
    onStatement: OnStatement | undefined,
    { bulkhead, mostStatements }: SessionBounds,
    client: string,
  ) {
    super(readers, onStatement);
    this.coalescer = coalescer;
    this.mostStatements = mostStatements;
    this.bulkhead = bulkhead;
    this.visitor = { client, waiting: 0 };
    this.heavyDb = bulkhead
      ? databaseOver({ provideConnection: (consume) => this.runHeavy(() => super.use(consume)) })
      : this.db;
  }

  protected override use<T>(consume: Consume<T>): Promise<T> {
    this.demandOneMore();
    return super.use(consume);
  }

  async runHeavy<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.demandGoingOn();
    this.demandOneMore();
    const { signal } = (this.aborting ??= new AbortController());
    return this.bulkhead ? this.bulkhead.run(this.visitor, signal, () => work(signal)) : work(signal);
  }

  /** Counts a statement. @throws TooManyStatements if the request exceeds its limit */
  private demandOneMore(): void {
    if (++this.asked > this.mostStatements) throw new TooManyStatements();
  }

  async coalesce<Question, Answer>(
    kind: string,
    question: Question,
    answerAll: AnswerAll<Question, Answer>,
  ): Promise<Answer> {
    this.demandGoingOn();
    let batch = this.coalescer.findOpen(kind, this.host);
    if (!batch) {
      const host = this.host && (await this.host);
      this.demandGoingOn();
      batch = this.coalescer.open(kind, host, answerAll as AnswerAll<unknown, unknown>);
    }
    if (!this.host) this.stayWith(batch.host);
    if (!this.batches.has(batch)) this.demandOneMore();
    this.batches.add(batch);
    this.whenBrokenOff ??= new Promise((_, reject) => (this.rejectBrokenOff = reject));
    return Promise.race([batch.ask(this, question) as Promise<Answer>, this.whenBrokenOff]);
  }

  override breakOff(): void {
    super.breakOff();
    this.aborting?.abort();
    for (const batch of this.batches) batch.leave(this);
    this.rejectBrokenOff?.(new BrokenOff());
  }
}

/** Coalesces questions of different requests into batches. */
class Coalescer {
  private readonly openSession: () => HostSession;
  /** Batches that still wait for a connection, by host and kind. The key null holds batches that may use any host. */
  private readonly batches = new Map<pg.Pool | null, Map<string, Batch>>();

  constructor(openSession: () => HostSession) {
    this.openSession = openSession;
  }

  /** Finds an open any-host batch of a kind. If the request already has a host, the batch must use the same one. */
  findOpen(kind: string, host: Promise<pg.Pool> | null): Batch | undefined {
    const batch = this.find(kind, null);
    return batch && (!host || host === batch.host) ? batch : undefined;
  }

  /** Returns the open batch of a kind and a host, or opens one. */
  open(kind: string, host: pg.Pool | null, answerAll: AnswerAll<unknown, unknown>): Batch {
    const known = this.find(kind, host);
    if (known) return known;
    const ofHost = this.batches.get(host) ?? new Map<string, Batch>();
    this.batches.set(host, ofHost);
    const session = this.openSession();
    if (host) session.stayWith(Promise.resolve(host));
    const batch = new Batch(session, answerAll, () => {
      if (ofHost.get(kind) === batch) ofHost.delete(kind);
    });
    ofHost.set(kind, batch);
    return batch;
  }

  private find(kind: string, host: pg.Pool | null): Batch | undefined {
    const batch = this.batches.get(host)?.get(kind);
    return batch && batch.size < MOST_COALESCED ? batch : undefined;
  }
}

/** Questions that wait for a connection, or for the statement that answers them all. */
class Batch {
  readonly host: Promise<pg.Pool>;
  size = 0;
  private readonly session: HostSession;
  private readonly askers = new Set<RequestSession>();
  private readonly loader: DataLoader<unknown, unknown>;
  private readonly close: () => void;

  /** @param close called when the batch must accept no more questions */
  constructor(session: HostSession, answerAll: AnswerAll<unknown, unknown>, close: () => void) {
    this.session = session;
    this.host = session.chooseHost();
    this.close = close;
    this.loader = new DataLoader((questions) => this.answer(answerAll, questions), {
      cache: false,
      batchScheduleFn: (send) => {
        const closeAndSend = () => {
          close();
          send();
        };
        // Wait until the event loop has read all requests that have already arrived, so that they can join.
        const atLast = () => setImmediate(closeAndSend);
        this.host.then(atLast, atLast);
      },
    });
  }

  ask(asker: RequestSession, question: unknown): Promise<unknown> {
    this.size++;
    this.askers.add(asker);
    return this.loader.load(question);
  }

  /** Removes a request. If it was the last, the batch is aborted. */
  leave(asker: RequestSession): void {
    this.askers.delete(asker);
    if (this.askers.size > 0) return;
    this.close();
    this.session.breakOff();
  }

  private async answer(answerAll: AnswerAll<unknown, unknown>, questions: readonly unknown[]) {
    const { session } = this;
    try {
      await this.host;
      return await answerAll(session.db, questions);
    } finally {
      session.close();
      for (const { statements } of this.askers) {
        statements.count += session.statements.count;
        statements.milliseconds += session.statements.milliseconds;
      }
    }
  }
}

function connectionOf(executeQuery: DatabaseConnection['executeQuery']): DatabaseConnection {
  return {
    executeQuery,
    streamQuery() {
      throw new Error('A session reads no rows one by one.');
    },
  };
}

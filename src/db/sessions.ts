import DataLoader from 'dataloader';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type pg from 'pg';
import type { Bulkhead, Visitor } from './bulkhead.ts';
import { type Db, type OnStatement, databaseOver } from './database.ts';
import { cancelStatement } from './cancel.ts';
import { BrokenOff, TooManyStatements } from './failures.ts';
import type { Readers } from './readers.ts';

/** Statements, and what they took together, in milliseconds. */
interface Spent {
  count: number;
  milliseconds: number;
}

/** One request's use of the database. */
export interface Session {
  /** For light statements: an index answers them in as long as their rows take. */
  db: Db;
  /** For heavy statements, whose time grows with what is found: they wait for a slot of the bulkhead. */
  heavyDb: Db;
  /** Does heavy work that is no statement to PostgreSQL, in a slot of the bulkhead. The signal ends it with the request. */
  runHeavy<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /**
   * Coalesces a question with those of the same kind that other requests ask until a connection is free: one statement answers all
   * of them. Only for questions that are quick to answer, because each waits for all.
   * @param kind distinguishes questions that `answerAll` would answer differently
   */
  coalesce<Question, Answer>(
    kind: string,
    question: Question,
    answerAll: AnswerAll<Question, Answer>,
  ): Promise<Answer>;
  /** Statements that it waited for, and what they took together, in milliseconds. */
  statements: Spent;
  /** The same of its statements in the column store. */
  columnStatements: Spent;
  /** Ends the statements that run, but for those that other requests wait for, and sends no more: it has failed. */
  breakOff(): void;
}

/** Answers questions in one statement, each in its place. */
export type AnswerAll<Question, Answer> = (db: Db, questions: readonly Question[]) => Promise<Answer[]>;

/** The most questions that are coalesced: with more, the first would wait too long for the last. */
const MOST_COALESCED = 32;

/** Milliseconds after which the connection of a statement that was cancelled, but goes on, is closed. */
const LONGEST_CANCEL = 1000;
/** What bounds the statements of requests. */
export interface SessionBounds {
  /** For heavy statements; null lets all run at once. */
  bulkhead: Bulkhead | null;
  /** Statements that one request may send. */
  mostStatements: number;
}

const UNBOUNDED: SessionBounds = { bulkhead: null, mostStatements: Infinity };

/**
 * @returns what opens sessions, each for a request of a client, by its address: the bulkhead treats clients alike
 * @param onStatement told of each statement once, however many requests wait for it
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
 * Statements to one host, so that an answer is not put together of two that may differ. It holds no connection: each statement
 * takes one and gives it back.
 *
 * A running statement is cancelled. Closing its connection would end it later, when PostgreSQL looks for its client
 * (src/db/pool.ts), while a new connection already runs the next: clients that leave would overload the database.
 */
class HostSession {
  readonly statements = { count: 0, milliseconds: 0 };
  readonly db = databaseOver({ provideConnection: (consume) => this.use(consume) });
  /** Chosen when it is first needed, or with another session. */
  protected host: Promise<pg.Pool> | null = null;
  private isBrokenOff = false;
  /** The connection that the host was chosen by, until a statement takes it. */
  private first: pg.PoolClient | null = null;
  /** Connections whose statement runs, each with the request to cancel it, if any. */
  private readonly running = new Map<pg.PoolClient, Promise<void> | null>();
  private readonly readers: Pick<Readers, 'pick'>;
  private readonly onStatement: OnStatement | undefined;

  constructor(readers: Pick<Readers, 'pick'>, onStatement: OnStatement | undefined) {
    this.readers = readers;
    this.onStatement = onStatement;
  }

  /** Stays with a host; where it is not to be had after all, another may be chosen. */
  stayWith(host: Promise<pg.Pool>): void {
    this.host = host;
    host.catch(() => {
      if (this.host === host) this.host = null;
    });
  }

  /** The host; where none is chosen yet, the next that has a connection. */
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

  /** Gives back a connection that no statement took. */
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
      // Until the request to cancel is carried out it could hit the connection's next statement.
      if (cancelled) void cancelled.then(() => client.release());
      else client.release();
    }
  }

  private async cancel(client: pg.PoolClient): Promise<void> {
    const end = () => {
      if (this.running.has(client)) void client.end();
    };
    setTimeout(end, LONGEST_CANCEL).unref();
    if (!(await cancelStatement(client))) end();
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
  /** The batches that it waits for with others. */
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

  /** @throws TooManyStatements if the request has sent as many as it may */
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

/** Coalesces questions of requests. */
class Coalescer {
  private readonly openSession: () => HostSession;
  /** Batches that still wait for a connection, by kind, of each host; null is whichever is chosen. */
  private readonly batches = new Map<pg.Pool | null, Map<string, Batch>>();

  constructor(openSession: () => HostSession) {
    this.openSession = openSession;
  }

  /** The batch of a kind that waits for that host, or for any if it is null. */
  findOpen(kind: string, host: Promise<pg.Pool> | null): Batch | undefined {
    const batch = this.find(kind, null);
    return batch && (!host || host === batch.host) ? batch : undefined;
  }

  /** The batch of a kind and a host that takes another question: a new one if there is none. */
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

/** Questions that wait for a connection, or for the statement that answers them. */
class Batch {
  readonly host: Promise<pg.Pool>;
  size = 0;
  private readonly session: HostSession;
  private readonly askers = new Set<RequestSession>();
  private readonly loader: DataLoader<unknown, unknown>;
  private readonly close: () => void;

  /** @param close takes care that no more questions join */
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
        // After all requests that have arrived were read.
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

  /** If nobody waits any more, nothing has to be answered. */
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

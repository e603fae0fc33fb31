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
   * Answers a question together with those of the same kind that other requests ask until a connection is free: they are one
   * statement. It is for what is quick to answer, for each waits for all.
   * @param kind all that tells it from questions that `answerAll` would answer differently
   */
  together<Question, Answer>(
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

/** So many questions are asked together at most: the first would wait too long for the last. */
const MOST_TOGETHER = 32;

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
  const gathering = new Gathering(() => new HostSession(readers, onStatement));
  return (client = '') => new RequestSession(readers, gathering, onStatement, bounds, client);
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
  private readonly gathering: Gathering;
  private readonly bulkhead: Bulkhead | null;
  private readonly visitor: Visitor;
  private readonly mostStatements: number;
  private asked = 0;
  private aborting: AbortController | null = null;
  /** What it waits for with others. */
  private readonly gathered = new Set<Gathered>();
  private whenBrokenOff: Promise<never> | null = null;
  private rejectBrokenOff: ((error: Error) => void) | null = null;

  constructor(
    readers: Pick<Readers, 'pick'>,
    gathering: Gathering,
    onStatement: OnStatement | undefined,
    { bulkhead, mostStatements }: SessionBounds,
    client: string,
  ) {
    super(readers, onStatement);
    this.gathering = gathering;
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

  async together<Question, Answer>(
    kind: string,
    question: Question,
    answerAll: AnswerAll<Question, Answer>,
  ): Promise<Answer> {
    this.demandGoingOn();
    let gathered = this.gathering.waitingFor(kind, this.host);
    if (!gathered) {
      const host = this.host && (await this.host);
      this.demandGoingOn();
      gathered = this.gathering.of(kind, host, answerAll as AnswerAll<unknown, unknown>);
    }
    if (!this.host) this.stayWith(gathered.host);
    if (!this.gathered.has(gathered)) this.demandOneMore();
    this.gathered.add(gathered);
    this.whenBrokenOff ??= new Promise((_, reject) => (this.rejectBrokenOff = reject));
    return Promise.race([gathered.ask(this, question) as Promise<Answer>, this.whenBrokenOff]);
  }

  override breakOff(): void {
    super.breakOff();
    this.aborting?.abort();
    for (const gathered of this.gathered) gathered.leave(this);
    this.rejectBrokenOff?.(new BrokenOff());
  }
}

/** What requests ask together. */
class Gathering {
  private readonly openSession: () => HostSession;
  /** What still waits for a connection, by kind, of each host; null is whichever is chosen. */
  private readonly open = new Map<pg.Pool | null, Map<string, Gathered>>();

  constructor(openSession: () => HostSession) {
    this.openSession = openSession;
  }

  /** The questions of a kind that wait for that host, or for any where it is null. */
  waitingFor(kind: string, host: Promise<pg.Pool> | null): Gathered | undefined {
    const known = this.known(kind, null);
    return known && (!host || host === known.host) ? known : undefined;
  }

  /** The questions of a kind to a host that one more can be asked with. */
  of(kind: string, host: pg.Pool | null, answerAll: AnswerAll<unknown, unknown>): Gathered {
    const known = this.known(kind, host);
    if (known) return known;
    const kinds = this.open.get(host) ?? new Map<string, Gathered>();
    this.open.set(host, kinds);
    const session = this.openSession();
    if (host) session.stayWith(Promise.resolve(host));
    const gathered = new Gathered(session, answerAll, () => {
      if (kinds.get(kind) === gathered) kinds.delete(kind);
    });
    kinds.set(kind, gathered);
    return gathered;
  }

  private known(kind: string, host: pg.Pool | null): Gathered | undefined {
    const known = this.open.get(host)?.get(kind);
    return known && known.size < MOST_TOGETHER ? known : undefined;
  }
}

/** Questions that wait for a connection, or for the statement that answers them. */
class Gathered {
  readonly host: Promise<pg.Pool>;
  size = 0;
  private readonly session: HostSession;
  private readonly askers = new Set<RequestSession>();
  private readonly loader: DataLoader<unknown, unknown>;
  private readonly close: () => void;

  /** @param close sees to it that no more of them come */
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

  /** Where nobody waits any more, nothing has to be answered. */
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

import { setMaxListeners } from 'node:events';
import type { Bulkhead, HeavyKind, Visitor } from './bulkhead.ts';
import { type AnswerAll, type CoalescedBatch, Coalescer } from './coalescer.ts';
import { type Db, type OnStatement, createProviderDb } from './database.ts';
import { RequestAborted, TooManyStatements } from './failures.ts';
import { type Consume, HostSession, type StatementTotals } from './host-session.ts';
import type { Readers } from './readers.ts';

/** One request's use of the database. */
export interface Session {
  /** For light statements, which an index answers in time proportional to the returned rows. */
  db: Db;
  /** For heavy statements that read a page: of a search, a filter, another order. They wait for a slot of the bulkhead. */
  heavyDb: Db;
  /** For heavy statements that read everything that a list contains. They get only some of the bulkhead's slots. */
  countDb: Db;
  /** Counts other than in PostgreSQL, in a slot of the bulkhead. The signal is aborted with the request. */
  runCount<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
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
  /** Aborted with the session. */
  readonly signal: AbortSignal;
  /** The PostgreSQL statements that the request waited for, including coalesced ones. */
  statements: StatementTotals;
  /** The request's statements in the column store. */
  columnStatements: StatementTotals;
  /**
   * Aborts the session: cancels its running statements and rejects all later ones. Coalesced statements go on if other
   * requests wait for them.
   */
  abort(): void;
}

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
export function createSessions(
  readers: Pick<Readers, 'pick'>,
  onStatement?: OnStatement,
  bounds: SessionBounds = UNBOUNDED,
): (client?: string) => Session {
  const coalescer = new Coalescer(() => new HostSession(readers, onStatement));
  return (client = '') => new RequestSession(readers, coalescer, onStatement, bounds, client);
}

class RequestSession extends HostSession implements Session {
  readonly heavyDb: Db;
  readonly countDb: Db;
  readonly columnStatements = { count: 0, milliseconds: 0 };
  private readonly coalescer: Coalescer;
  private readonly bulkhead: Bulkhead | null;
  private readonly visitor: Visitor;
  private readonly mostStatements: number;
  private statementCount = 0;
  private aborting: AbortController | null = null;
  /** The coalesced batches that this request has joined. */
  private readonly batches = new Set<CoalescedBatch>();
  private whenAborted: Promise<never> | null = null;
  private rejectAborted: ((error: Error) => void) | null = null;

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
    this.heavyDb = this.createHeavyDb('page');
    this.countDb = this.createHeavyDb('count');
  }

  protected override use<T>(consume: Consume<T>): Promise<T> {
    this.countStatement();
    return super.use(consume);
  }

  get signal(): AbortSignal {
    this.aborting ??= createController();
    if (this.isAborted) this.aborting.abort();
    return this.aborting.signal;
  }

  runCount<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return this.runHeavy('count', work);
  }

  private createHeavyDb(kind: HeavyKind): Db {
    if (!this.bulkhead) return this.db;
    return createProviderDb({
      provideConnection: (consume) => this.runHeavy(kind, () => super.use(consume)),
    });
  }

  private async runHeavy<T>(kind: HeavyKind, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.throwIfAborted();
    this.countStatement();
    const { signal } = this;
    return this.bulkhead ? this.bulkhead.run(this.visitor, signal, () => work(signal), kind) : work(signal);
  }

  /** Counts a statement. @throws TooManyStatements if the request exceeds its limit */
  private countStatement(): void {
    if (++this.statementCount > this.mostStatements) throw new TooManyStatements();
  }

  async coalesce<Question, Answer>(
    kind: string,
    question: Question,
    answerAll: AnswerAll<Question, Answer>,
  ): Promise<Answer> {
    this.throwIfAborted();
    let batch = this.coalescer.findOpen(kind, this.host);
    if (!batch) {
      const host = this.host && (await this.host);
      this.throwIfAborted();
      batch = this.coalescer.open(kind, host, answerAll as AnswerAll<unknown, unknown>);
    }
    if (!this.host) this.pinTo(batch.host);
    if (!this.batches.has(batch)) this.countStatement();
    this.batches.add(batch);
    this.whenAborted ??= new Promise((_, reject) => (this.rejectAborted = reject));
    return Promise.race([batch.ask(this, question) as Promise<Answer>, this.whenAborted]);
  }

  override abort(): void {
    super.abort();
    this.aborting?.abort();
    for (const batch of this.batches) batch.leave(this);
    this.rejectAborted?.(new RequestAborted());
  }
}

/** Node would warn of more than ten listeners, and each waiting statement of a request is one. */
function createController(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

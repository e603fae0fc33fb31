import DataLoader from 'dataloader';
import type pg from 'pg';
import type { Db } from './database.ts';
import type { HostSession, StatementTotals } from './host-session.ts';

/** Answers questions in one statement. The answers are in the order of the questions. */
export type AnswerAll<Question, Answer> = (db: Db, questions: readonly Question[]) => Promise<Answer[]>;

/** Maximum number of questions per batch. In larger batches, the first question would wait too long for the last. */
const MOST_COALESCED = 32;

/** A request that waits for an answer. The batch adds its statements to the request's. */
interface CoalescedRequest {
  readonly statements: StatementTotals;
}

/** Coalesces questions of different requests into batches. */
export class Coalescer {
  private readonly openSession: () => HostSession;
  /** Batches that still wait for a connection, by host and kind. The key null holds batches that may use any host. */
  private readonly batches = new Map<pg.Pool | null, Map<string, CoalescedBatch>>();

  constructor(openSession: () => HostSession) {
    this.openSession = openSession;
  }

  /** Finds an open any-host batch of a kind. If the request already has a host, the batch must use the same one. */
  findOpen(kind: string, host: Promise<pg.Pool> | null): CoalescedBatch | undefined {
    const batch = this.find(kind, null);
    return batch && (!host || host === batch.host) ? batch : undefined;
  }

  /** Returns the open batch of a kind and a host, or opens one. */
  open(kind: string, host: pg.Pool | null, answerAll: AnswerAll<unknown, unknown>): CoalescedBatch {
    const known = this.find(kind, host);
    if (known) return known;
    const batchesOfHost = this.batches.get(host) ?? new Map<string, CoalescedBatch>();
    this.batches.set(host, batchesOfHost);
    const session = this.openSession();
    if (host) session.pinTo(Promise.resolve(host));
    const batch = new CoalescedBatch(session, answerAll, () => {
      if (batchesOfHost.get(kind) === batch) batchesOfHost.delete(kind);
    });
    batchesOfHost.set(kind, batch);
    return batch;
  }

  private find(kind: string, host: pg.Pool | null): CoalescedBatch | undefined {
    const batch = this.batches.get(host)?.get(kind);
    return batch && batch.size < MOST_COALESCED ? batch : undefined;
  }
}

/** Questions that wait for a connection, or for the statement that answers them all. */
export class CoalescedBatch {
  readonly host: Promise<pg.Pool>;
  size = 0;
  private readonly session: HostSession;
  private readonly requests = new Set<CoalescedRequest>();
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
        const sendSoon = () => setImmediate(closeAndSend);
        this.host.then(sendSoon, sendSoon);
      },
    });
  }

  ask(request: CoalescedRequest, question: unknown): Promise<unknown> {
    this.size++;
    this.requests.add(request);
    return this.loader.load(question);
  }

  /** Removes a request. If it was the last, the batch is aborted. */
  leave(request: CoalescedRequest): void {
    this.requests.delete(request);
    if (this.requests.size > 0) return;
    this.close();
    this.session.abort();
  }

  private async answer(answerAll: AnswerAll<unknown, unknown>, questions: readonly unknown[]) {
    const { session } = this;
    try {
      await this.host;
      return await answerAll(session.db, questions);
    } finally {
      session.close();
      for (const { statements } of this.requests) {
        statements.count += session.statements.count;
        statements.milliseconds += session.statements.milliseconds;
      }
    }
  }
}

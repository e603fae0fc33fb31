import { RequestAborted, Overloaded } from './failures.ts';

/**
 * A page ends when it is full, usually within milliseconds. A count reads everything that a list contains, which may
 * take seconds.
 */
export type HeavyKind = 'page' | 'count';

/** A request: the client that sent it, and how many of its statements wait for a slot. */
export interface Visitor {
  readonly client: string;
  waiting: number;
}

interface Client {
  /** Running statements. */
  running: number;
  /** Requests with at least one waiting statement. */
  waiting: number;
  /** When it last got a slot, as a number that grows with each slot given. */
  lastServed: number;
}

interface Waiting {
  visitor: Visitor;
  kind: HeavyKind;
  start(): void;
}

/**
 * Limits how many heavy statements run at a time (the bulkhead pattern), so that the other connections stay free
 * for light statements. When all slots are taken, statements wait in a queue. A free slot goes to the client with the
 * fewest running statements, of several to the one served longest ago, so a client gets all slots (or `mostOfClient`)
 * only while no other client waits. A client may fill at most half of the queue. Counts get only some of the slots, so
 * that they don't occupy all processors.
 */
export class Bulkhead {
  readonly slots: number;
  readonly mostWaiting: number;
  private readonly mostOfClient: number;
  private readonly mostCounts: number;
  private running = 0;
  private counting = 0;
  private served = 0;
  private waitingRequests = 0;
  private readonly queue = new Set<Waiting>();
  private readonly clients = new Map<string, Client>();

  /**
   * @param slots maximum number of heavy statements that run at a time
   * @param mostWaiting maximum number of requests that wait for a slot
   * @param most maximum numbers of slots of one client, and of counts; `slots` by default
   */
  constructor(slots: number, mostWaiting: number, most: { ofClient?: number; counts?: number } = {}) {
    this.slots = slots;
    this.mostWaiting = mostWaiting;
    this.mostOfClient = most.ofClient ?? slots;
    this.mostCounts = most.counts ?? slots;
  }

  /** Counts the heavy statements that run and that wait. */
  count(): { running: number; waiting: number } {
    return { running: this.running, waiting: this.queue.size };
  }

  /**
   * Runs a statement as soon as a slot is free.
   * @param signal aborted with the request; a waiting statement then leaves the queue
   * @throws Overloaded immediately if too many requests wait; RequestAborted if the request was aborted while it waited
   */
  async run<T>(
    visitor: Visitor,
    signal: AbortSignal,
    work: () => Promise<T>,
    kind: HeavyKind = 'page',
  ): Promise<T> {
    if (this.isFree(kind) && this.countRunning(visitor) < this.mostOfClient) this.take(visitor, kind);
    else await this.wait(visitor, signal, kind);
    try {
      return await work();
    } finally {
      this.release(visitor, kind);
    }
  }

  private isFree(kind: HeavyKind): boolean {
    return this.running < this.slots && (kind !== 'count' || this.counting < this.mostCounts);
  }

  private take({ client }: Visitor, kind: HeavyKind): void {
    this.running++;
    if (kind === 'count') this.counting++;
    const taking = this.getClient(client);
    taking.running++;
    taking.lastServed = ++this.served;
  }

  private release({ client }: Visitor, kind: HeavyKind): void {
    this.running--;
    if (kind === 'count') this.counting--;
    this.getClient(client).running--;
    this.forget(client);
    const next = this.chooseNext();
    if (!next) return;
    this.leaveQueue(next);
    this.take(next.visitor, next.kind);
    next.start();
  }

  private wait(visitor: Visitor, signal: AbortSignal, kind: HeavyKind): Promise<void> {
    // Once a request waits, its further statements are always queued, so that it doesn't fail halfway.
    if (visitor.waiting === 0 && this.isFull(visitor.client)) throw new Overloaded();
    if (visitor.waiting++ === 0) {
      this.waitingRequests++;
      this.getClient(visitor.client).waiting++;
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.leaveQueue(waiting);
        this.forget(visitor.client);
        reject(new RequestAborted());
      };
      const waiting: Waiting = {
        visitor,
        kind,
        start() {
          signal.removeEventListener('abort', leave);
          resolve();
        },
      };
      this.queue.add(waiting);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  private isFull(client: string): boolean {
    const share = Math.ceil(this.mostWaiting / 2);
    return this.waitingRequests >= this.mostWaiting || this.getClient(client).waiting >= share;
  }

  private leaveQueue(waiting: Waiting): void {
    this.queue.delete(waiting);
    if (--waiting.visitor.waiting > 0) return;
    this.waitingRequests--;
    this.getClient(waiting.visitor.client).waiting--;
  }

  /**
   * Finds the next statement: of the client with the fewest running statements, of several such clients that which was
   * served longest ago. Counts are left out while their slots are taken.
   */
  private chooseNext(): Waiting | null {
    let chosen: Waiting | null = null;
    let best: Client = { running: this.mostOfClient, waiting: 0, lastServed: 0 };
    for (const waiting of this.queue) {
      if (!this.isFree(waiting.kind)) continue;
      const client = this.getClient(waiting.visitor.client);
      if (client.running > best.running) continue;
      if (client.running === best.running && client.lastServed >= best.lastServed) continue;
      [chosen, best] = [waiting, client];
    }
    return chosen;
  }

  private countRunning({ client }: Visitor): number {
    return this.clients.get(client)?.running ?? 0;
  }

  private getClient(name: string): Client {
    let client = this.clients.get(name);
    if (!client) this.clients.set(name, (client = { running: 0, waiting: 0, lastServed: 0 }));
    return client;
  }

  /** Removes a client that has no running statement and no waiting request. */
  private forget(name: string): void {
    const { running, waiting } = this.getClient(name);
    if (running === 0 && waiting === 0) this.clients.delete(name);
  }
}

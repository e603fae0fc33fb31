import { RequestAborted, Overloaded } from './failures.ts';

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
}

interface Waiting {
  visitor: Visitor;
  start(): void;
}

/**
 * Limits how many heavy statements run at a time (the bulkhead pattern), so that the other connections stay free
 * for light statements. When all slots are taken, statements wait in a queue. A free slot goes to the client with the
 * fewest running statements, so a client gets all slots (or `mostOfClient`) only while no other client waits. A client
 * may fill at most half of the queue.
 */
export class Bulkhead {
  readonly slots: number;
  readonly mostWaiting: number;
  private readonly mostOfClient: number;
  private running = 0;
  private waitingRequests = 0;
  private readonly queue = new Set<Waiting>();
  private readonly clients = new Map<string, Client>();

  /**
   * @param slots maximum number of heavy statements that run at a time
   * @param mostWaiting maximum number of requests that wait for a slot
   * @param mostOfClient maximum number of slots of one client
   */
  constructor(slots: number, mostWaiting: number, mostOfClient = slots) {
    this.slots = slots;
    this.mostWaiting = mostWaiting;
    this.mostOfClient = mostOfClient;
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
  async run<T>(visitor: Visitor, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    if (this.running < this.slots && this.countRunning(visitor) < this.mostOfClient) this.take(visitor);
    else await this.wait(visitor, signal);
    try {
      return await work();
    } finally {
      this.release(visitor);
    }
  }

  private take({ client }: Visitor): void {
    this.running++;
    this.getClient(client).running++;
  }

  private release({ client }: Visitor): void {
    this.running--;
    this.getClient(client).running--;
    this.forget(client);
    const next = this.chooseNext();
    if (!next) return;
    this.leaveQueue(next);
    this.take(next.visitor);
    next.start();
  }

  private wait(visitor: Visitor, signal: AbortSignal): Promise<void> {
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

  /** Finds the statement that waits longest among those of the clients with the fewest running statements. */
  private chooseNext(): Waiting | null {
    let chosen: Waiting | null = null;
    let fewest = this.mostOfClient;
    for (const waiting of this.queue) {
      const running = this.countRunning(waiting.visitor);
      if (running < fewest) [chosen, fewest] = [waiting, running];
    }
    return chosen;
  }

  private countRunning({ client }: Visitor): number {
    return this.clients.get(client)?.running ?? 0;
  }

  private getClient(name: string): Client {
    let client = this.clients.get(name);
    if (!client) this.clients.set(name, (client = { running: 0, waiting: 0 }));
    return client;
  }

  /** Removes a client that has no running statement and no waiting request. */
  private forget(name: string): void {
    const { running, waiting } = this.getClient(name);
    if (running === 0 && waiting === 0) this.clients.delete(name);
  }
}

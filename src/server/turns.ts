import type { ApolloServerPlugin } from '@apollo/server';
import type { Context, Usage } from '../context.ts';
import { RequestAborted } from '../db/failures.ts';
import { waitForEventLoop } from './event-loop.ts';

/** How many operations at `LIMIT_COST` one client may have running. */
const MOST_AT_LIMIT = 4;

/** The share of `LIMIT_COST` up to which operations are inexpensive, and never wait for others of their client. */
const INEXPENSIVE = 0.01;

/** The share of `LIMIT_COST` above which an operation gets its own turn of the event loop. */
const OWN_TURN = 0.1;

/** Maximum milliseconds between the starts of two waiting operations. */
const LONGEST_PAUSE = 50;

/** Limits the total price of one client's running expensive operations. Further ones wait for their turn. */
export interface Turns {
  /** Waits for an operation's turn. Must come after pricing. */
  plugin: ApolloServerPlugin<Context>;
  /** Ends the turn of a request, or its waiting. */
  end(usage: Usage): void;
}

interface Waiting {
  cost: number;
  start(): void;
  leave(): void;
}

interface Client {
  /** Price of the running expensive operations. */
  running: number;
  /** In the order of arrival. */
  waiting: Map<Usage, Waiting>;
}

/**
 * Creates the turns of all clients. Without them, hundreds of expensive operations of one client would fill the event
 * loop, and an inexpensive one of another client would wait for all of them.
 * @param limit the highest price of an operation
 */
export function createTurns(limit: number): Turns {
  const most = MOST_AT_LIMIT * limit;
  const clients = new Map<string, Client>();
  const costs = new WeakMap<Usage, number>();
  let isStarting = false;

  async function takeOwnTurn({ cost, client }: Usage): Promise<void> {
    if ((cost ?? 0) > OWN_TURN * limit) await waitForEventLoop(client);
  }

  function take(client: Client, usage: Usage, cost: number): void {
    client.running += cost;
    costs.set(usage, cost);
  }

  function forget(name: string, { running, waiting }: Client): void {
    if (running === 0 && waiting.size === 0) clients.delete(name);
  }

  async function begin({ usage, session }: Context): Promise<void> {
    const cost = usage.cost ?? 0;
    if (cost <= INEXPENSIVE * limit) return;
    const client = clients.get(usage.client) ?? { running: 0, waiting: new Map() };
    clients.set(usage.client, client);
    if (client.waiting.size === 0 && client.running + cost <= most) {
      take(client, usage, cost);
      // The operation may occupy the process for milliseconds, even if all that it counts is cached.
      return takeOwnTurn(usage);
    }
    const { signal } = session;
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        signal.removeEventListener('abort', leave);
        client.waiting.delete(usage);
        forget(usage.client, client);
        reject(new RequestAborted());
      };
      const start = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      client.waiting.set(usage, { cost, start, leave });
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  /** Starts a waiting operation that fits into its client's limit. @returns whether there was one */
  function startNext(): boolean {
    for (const [name, client] of clients)
      for (const [usage, next] of client.waiting) {
        if (client.running + next.cost > most) break;
        client.waiting.delete(usage);
        take(client, usage, next.cost);
        // Clients take turns: the next one is another's, if another waits.
        clients.delete(name);
        clients.set(name, client);
        next.start();
        return true;
      }
    return false;
  }

  /**
   * Starts waiting operations one by one. Between two of them, the event loop serves other requests for as long as the
   * first one has occupied it, up to `LONGEST_PAUSE`.
   */
  function startWaiting(): void {
    if (isStarting) return;
    isStarting = true;
    const since = performance.now();
    setImmediate(() =>
      setTimeout(
        () => {
          isStarting = false;
          if (startNext()) startWaiting();
        },
        Math.min(performance.now() - since, LONGEST_PAUSE),
      ),
    );
  }

  return {
    plugin: {
      async requestDidStart({ contextValue }) {
        return {
          didResolveOperation: () => begin(contextValue),
          // Operations that shared their statements end in the same turn of the event loop, and making the JSON of an
          // answer takes up to tens of milliseconds.
          willSendResponse: () => takeOwnTurn(contextValue.usage),
        };
      },
    },
    end(usage) {
      const cost = costs.get(usage);
      const client = clients.get(usage.client);
      // Apollo calls the plugins at the same time, so another one may refuse an operation that waits here.
      client?.waiting.get(usage)?.leave();
      if (cost === undefined || !client) return;
      costs.delete(usage);
      client.running -= cost;
      if (client.waiting.size > 0) startWaiting();
      forget(usage.client, client);
    },
  };
}

import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';
import { isProbe } from './requests.ts';

/** Maximum number of clients whose rate is tracked (LRU). */
export const MOST_CLIENTS = 10_000;

/** Counts concurrent requests, in total and per client. */
export interface WorkLimiter {
  /**
   * Runs `answer` and counts it as a concurrent request of the client.
   * @throws Refusal (503) if a limit is reached
   */
  during<T>(client: string, answer: () => Promise<T>): Promise<T>;
  count(): number;
}

/** Limits concurrent requests to `mostRunning` in total and `mostOfClient` per client. */
export function limitWork(limits: { mostRunning: number; mostOfClient: number }): WorkLimiter {
  const byClient = new Map<string, number>();
  let running = 0;
  return {
    count: () => running,
    async during(client, answer) {
      const ofClient = byClient.get(client) ?? 0;
      if (running >= limits.mostRunning)
        throw tooMany('The server is already processing', 'requests', limits.mostRunning);
      if (ofClient >= limits.mostOfClient)
        throw tooMany('The server is already processing your', 'clientRequests', limits.mostOfClient);
      running++;
      byClient.set(client, ofClient + 1);
      try {
        return await answer();
      } finally {
        running--;
        const left = (byClient.get(client) as number) - 1;
        if (left > 0) byClient.set(client, left);
        else byClient.delete(client);
      }
    },
  };
}

function tooMany(subject: string, limit: string, most: number): Refusal {
  return new Refusal(503, `${subject} ${most} requests, which is the limit; try again in a moment.`, {
    extensions: { code: 'SERVICE_UNAVAILABLE', limit, most },
    retryAfter: 1,
  });
}

/** Limits requests per client and minute; 0 is no limit. Health probes and /metrics don't count. */
export async function limitRate(app: FastifyInstance, mostPerMinute: number): Promise<void> {
  if (mostPerMinute === 0) return;
  await app.register(rateLimit, {
    max: mostPerMinute,
    timeWindow: 60_000,
    cache: MOST_CLIENTS,
    keyGenerator: (request: FastifyRequest) => request.usage.client,
    allowList: (request: FastifyRequest) => isProbe(request),
    errorResponseBuilder: (_, { ttl }) => {
      const seconds = Math.ceil(ttl / 1000);
      return new Refusal(
        429,
        `You have sent more than ${mostPerMinute} requests in a minute, which is the limit; try again in ${seconds} seconds.`,
        { extensions: { code: 'LIMIT_EXCEEDED', limit: 'rate', most: mostPerMinute }, retryAfter: seconds },
      );
    },
  });
}

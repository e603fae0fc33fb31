import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';
import { isWatching } from './requests.ts';

/** Clients whose rate is kept in mind; of more the longest silent are forgotten. */
const MOST_CLIENTS = 10_000;

/** Refuses what is too much, of all clients together or of one. Whoever watches the server is let through. */
export async function refuseOverload(
  app: FastifyInstance,
  limits: { running: () => number; mostRunning: number; mostPerMinute: number },
): Promise<void> {
  const { running, mostRunning, mostPerMinute } = limits;
  app.addHook('onRequest', (request, _, next) => {
    if (running() <= mostRunning || isWatching(request)) next();
    else
      next(
        new Refusal(
          503,
          `The server is at work on ${mostRunning} requests, which is the limit; ask again in a moment.`,
          {
            extensions: { code: 'SERVICE_UNAVAILABLE', limit: 'requests', most: mostRunning },
            retryAfter: 1,
          },
        ),
      );
  });
  if (mostPerMinute === 0) return;
  await app.register(rateLimit, {
    max: mostPerMinute,
    timeWindow: 60_000,
    cache: MOST_CLIENTS,
    allowList: (request: FastifyRequest) => isWatching(request),
    errorResponseBuilder: (_, { ttl }) => {
      const seconds = Math.ceil(ttl / 1000);
      return new Refusal(
        429,
        `You have asked more than ${mostPerMinute} times in a minute, which is the limit; ask again in ${seconds} seconds.`,
        { extensions: { code: 'LIMIT_EXCEEDED', limit: 'rate', most: mostPerMinute }, retryAfter: seconds },
      );
    },
  });
}

import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Context } from '../context.ts';
import { printNumber } from '../graphql/limits.ts';
import { MOST_CLIENTS } from './overload.ts';

/** A client's balance after a request for points. */
interface Balance {
  isAllowed: boolean;
  /** Points left, 0 or more. */
  remaining: number;
  /** Seconds until the bucket is full again. */
  reset: number;
  /** Seconds until the refused operation may run. */
  retryAfter: number;
}

const SECONDS_OF_MINUTE = 60;

/**
 * Creates a token bucket for each client. A bucket holds `perMinute` points and refills evenly over a minute. An
 * operation that costs more than a full bucket may run when the bucket is full, and leaves a debt.
 * @param now returns the time in seconds
 * @returns a function that takes points from a client's bucket, if it has enough, and returns the balance
 */
export function createBuckets(perMinute: number, now: () => number = () => performance.now() / 1000) {
  const perSecond = perMinute / SECONDS_OF_MINUTE;
  /** Buckets by client, least recently used first. */
  const buckets = new Map<string, { points: number; at: number }>();

  return function take(client: string, cost: number): Balance {
    const at = now();
    const bucket = buckets.get(client) ?? { points: perMinute, at };
    buckets.delete(client);
    buckets.set(client, bucket);
    if (buckets.size > MOST_CLIENTS) buckets.delete(buckets.keys().next().value as string);

    bucket.points = Math.min(perMinute, bucket.points + (at - bucket.at) * perSecond);
    bucket.at = at;
    const needed = Math.min(cost, perMinute);
    const isAllowed = bucket.points >= needed;
    if (isAllowed) bucket.points -= cost;
    return {
      isAllowed,
      remaining: Math.max(0, Math.floor(bucket.points)),
      reset: Math.ceil((perMinute - bucket.points) / perSecond),
      retryAfter: isAllowed ? 0 : Math.max(1, Math.ceil((needed - bucket.points) / perSecond)),
    };
  };
}

/**
 * Charges the price of each operation to its client, who may spend `perMinute` points per minute. Answers have the
 * header fields of https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/. This plugin must come after
 * pricing.
 */
export function chargeCost(perMinute: number): ApolloServerPlugin<Context> {
  const take = createBuckets(perMinute);
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ contextValue: { usage }, response }) {
          if (usage.cost === null) return;
          const { isAllowed, remaining, reset, retryAfter } = take(usage.client, usage.cost);
          response.http.headers.set('ratelimit-policy', `"cost";q=${perMinute};w=${SECONDS_OF_MINUTE}`);
          response.http.headers.set('ratelimit', `"cost";r=${remaining};t=${reset}`);
          if (isAllowed) return;
          // Typed `object`, because Apollo wants a Map of headers, but another package declares a record for `http`.
          const http: object = { status: 429, headers: new Map([['retry-after', String(retryAfter)]]) };
          throw new GraphQLError(
            `The operation costs ${printNumber(usage.cost)}, and ${printNumber(remaining)} of your ${printNumber(perMinute)} points a minute are left; try again in ${retryAfter} seconds.`,
            {
              extensions: {
                code: 'LIMIT_EXCEEDED',
                limit: 'rateCost',
                value: usage.cost,
                most: perMinute,
                http,
              },
            },
          );
        },
      };
    },
  };
}

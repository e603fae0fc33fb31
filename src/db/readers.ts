import type pg from 'pg';
import { isStandby, readHosts } from './hosts.ts';
import { type PoolOptions, openPool } from './pool.ts';

/** A database host and its pool. */
interface Host {
  pool: pg.Pool;
  /** As checked by the newest connection; null before the first one, and always if the target is `any`. */
  isStandby: boolean | null;
  /** After a failure: other hosts are tried first until this time (milliseconds of `performance.now()`). */
  awayUntil: number;
}

/** How long a host that failed is tried last, in milliseconds. */
const AWAY_FOR = 2000;

/** Read connections to one host, or to several hosts with the same data. */
export interface Readers {
  /** Takes a connection from one of the hosts (round robin). Rejects if no host is available. */
  connect(): Promise<pg.PoolClient>;
  /** Takes a connection like `connect`, and also returns the host's pool for further connections to the same host. */
  pick(): Promise<{ pool: pg.Pool; client: pg.PoolClient }>;
  /** Counts open connections, idle connections, and requests that wait for a connection, over all hosts. */
  count(): { open: number; idle: number; waiting: number };
  end(): Promise<void>;
}

/**
 * Opens a pool to each host of a URL (src/db/hosts.ts). The URL's `target_session_attrs` selects the hosts: any, the
 * primary, standbys, or standbys if available. A host that fails is skipped and retried later.
 */
export function openReaders(url: string, options: PoolOptions): Readers {
  const { urls, target } = readHosts(url) ?? { urls: [url], target: 'any' };
  const hosts = urls.map((hostUrl): Host => {
    const host: Host = {
      isStandby: null,
      awayUntil: 0,
      pool: openPool(hostUrl, {
        ...options,
        async onConnect(client) {
          if (target === 'any') return;
          host.isStandby = await isStandby(client);
          if (target !== 'prefer-standby' && host.isStandby !== (target === 'standby'))
            throw Object.assign(new Error(`The host is no ${target}.`), { code: 'ECONNREFUSED' });
        },
      }),
    };
    return host;
  });
  let turn = 0;

  /** The hosts in the order in which to try them: in turn, those that failed recently last. */
  function orderHosts(): Host[] {
    if (hosts.length === 1) return hosts;
    turn = (turn + 1) % hosts.length;
    const now = performance.now();
    const rank = (host: Host) =>
      (host.awayUntil > now ? 2 : 0) + (target === 'prefer-standby' && host.isStandby === false ? 1 : 0);
    return [...hosts.slice(turn), ...hosts.slice(0, turn)].sort((a, b) => rank(a) - rank(b));
  }

  async function pick() {
    let failure: unknown;
    let primary: Host | undefined;
    for (const host of orderHosts()) {
      try {
        const client = await host.pool.connect();
        host.awayUntil = 0;
        if (target !== 'prefer-standby' || host.isStandby !== false || hosts.length === 1)
          return { pool: host.pool, client };
        primary = host;
        client.release();
      } catch (error) {
        host.awayUntil = performance.now() + AWAY_FOR;
        failure = error;
      }
    }
    if (primary) return { pool: primary.pool, client: await primary.pool.connect() };
    throw failure;
  }

  return {
    pick,
    connect: async () => (await pick()).client,
    count() {
      const sum = (count: (pool: pg.Pool) => number) =>
        hosts.reduce((total, { pool }) => total + count(pool), 0);
      return {
        open: sum((pool) => pool.totalCount),
        idle: sum((pool) => pool.idleCount),
        waiting: sum((pool) => pool.waitingCount),
      };
    },
    end: async () => void (await Promise.all(hosts.map(({ pool }) => pool.end()))),
  };
}

import type pg from 'pg';
import { isStandby, readHosts } from './hosts.ts';
import { type PoolOptions, openPool } from './pool.ts';

/** Connections to one host. */
interface Host {
  pool: pg.Pool;
  /** As its newest connection found it; null before there was one. */
  isStandby: boolean | null;
  /** Until then others are asked first: it did not answer. */
  awayUntil: number;
}

/** For how long a host that did not answer is asked last, in milliseconds. */
const AWAY_FOR = 2000;

/** The connections by which a server reads: to one host, or to several that have the same data. */
export interface Readers {
  /** A connection to a host that may be read from, each host in turn. */
  connect(): Promise<pg.PoolClient>;
  /** The same with the host's pool, for those who want more from the same host. */
  pick(): Promise<{ pool: pg.Pool; client: pg.PoolClient }>;
  /** Over all hosts. */
  count(): { open: number; idle: number; waiting: number };
  end(): Promise<void>;
}

/**
 * Opens pools to the hosts of a URL (src/db/hosts.ts), which choose by its `target_session_attrs`: any host, the primary, a
 * standby, or a standby if there is one. A host that does not answer is passed over, and asked again later.
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

  function candidates(): Host[] {
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
    for (const host of candidates()) {
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

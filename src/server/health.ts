import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { type Db, createDb } from '../db/database.ts';
import { listMigrations } from '../db/migrator.ts';
import { findPendingWork } from '../db/pending.ts';
import { openReaders } from '../db/readers.ts';

/** Timeout of the readiness check in milliseconds. */
const CHECK_TIMEOUT = 3000;

/**
 * Serves the health probes. `/health/live` always answers 200. `/health/ready` answers 200 if the database answers, all
 * migrations ran, no work of an upgrade is pending and the server isn't stopping; otherwise 503 with the reason.
 *
 * The check has its own connection, so a fully used pool doesn't make the server look unready. Probes during a check
 * share its result.
 */
export function serveHealth(
  app: FastifyInstance,
  { databaseUrl, isStopping }: { databaseUrl: string; isStopping: () => boolean },
): void {
  const readers = openReaders(databaseUrl, {
    poolSize: 1,
    isReadOnly: true,
    statementTimeout: CHECK_TIMEOUT,
    connectTimeout: CHECK_TIMEOUT,
  });
  const db = createDb(readers);
  let before: string | null = null;
  let checking: Promise<string | null> | undefined;

  async function check(): Promise<string | null> {
    const reason = isStopping() ? 'the server is stopping' : await findReason(db);
    if (reason !== before)
      app.log[reason === null || isStopping() ? 'info' : 'error'](
        `Ready: ${reason === null ? 'yes' : `no, ${reason}`}`,
      );
    before = reason;
    return reason;
  }

  app.get('/health/live', () => ({ status: 'ok' }));
  app.get('/health/ready', async (_, reply) => {
    const reason = await (checking ??= check().finally(() => (checking = undefined)));
    reply.header('cache-control', 'no-store');
    if (reason === null) return { status: 'ok' };
    return reply.code(503).send({ status: 'unavailable', reason: reason.split(':', 1)[0] });
  });
  app.addHook('onClose', () => readers.end());
}

/** Returns why the database can't be used, or null. The part after a colon is for the log only. */
async function findReason(db: Db): Promise<string | null> {
  try {
    const status = await Promise.race([listMigrations(db), delay(CHECK_TIMEOUT, null, { ref: false })]);
    if (status === null) return 'the database does not answer';
    const pending = status.filter(({ executedAt }) => executedAt === undefined);
    if (pending.length > 0) return 'the database lacks migrations';
    return (await findPendingWork(db)).length === 0 ? null : 'an upgrade of the database is unfinished';
  } catch (error) {
    return `the database can't be reached: ${(error as Error).message}`;
  }
}

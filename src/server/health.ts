import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Db } from '../db/database.ts';
import { migrationStatus } from '../db/migrator.ts';
import { findPendingWork } from '../db/pending.ts';

/** Milliseconds that the database has to answer. */
const PATIENCE = 2000;

/**
 * `/health/live`: the process answers. `/health/ready`: so does the database, and it has the form that this version needs;
 * otherwise 503 with the reason, and no requests should be sent here.
 */
export function serveHealth(app: FastifyInstance, db: Db): void {
  let before: string | null = null;

  app.get('/health/live', () => ({ status: 'ok' }));
  app.get('/health/ready', async (_, reply) => {
    const reason = await reasonAgainst(db);
    if (reason !== before)
      app.log[reason === null ? 'info' : 'error'](`Ready: ${reason === null ? 'yes' : `no, ${reason}`}`);
    before = reason;
    reply.header('cache-control', 'no-store');
    if (reason === null) return { status: 'ok' };
    return reply.code(503).send({ status: 'unavailable', reason: reason.split(':', 1)[0] });
  });
}

/** Why the database can't be used; what comes after a colon is for the log alone. */
async function reasonAgainst(db: Db): Promise<string | null> {
  try {
    const status = await Promise.race([migrationStatus(db), delay(PATIENCE, null, { ref: false })]);
    if (status === null) return 'the database does not answer';
    const pending = status.filter(({ executedAt }) => executedAt === undefined);
    if (pending.length > 0) return 'the database lacks migrations';
    return (await findPendingWork(db)).length === 0 ? null : 'an upgrade of the database is unfinished';
  } catch (error) {
    return `the database can't be reached: ${(error as Error).message}`;
  }
}

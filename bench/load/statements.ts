import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { benchFolder } from '../data/database.ts';
import type { Server } from './server.ts';

const LOG = path.join(benchFolder, 'postgresql', 'server.log');

/** Returns the mean number of SQL statements per request, counted in PostgreSQL's log. */
export async function countStatements(
  databaseUrl: string,
  server: Server,
  requests: readonly object[],
): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await logStatements(client, 'all');
    const before = (await readFile(LOG)).length;
    for (const request of requests) await server.ask(request);
    const log = (await readFile(LOG)).subarray(before).toString();
    return (log.match(/LOG: {2}(execute|statement)/g) ?? []).length / requests.length;
  } finally {
    await logStatements(client, 'none');
    await client.end();
  }
}

async function logStatements(client: pg.Client, which: 'all' | 'none'): Promise<void> {
  await client.query(`alter system set log_statement = '${which}'`);
  await client.query('select pg_reload_conf()');
  // Wait until the sessions have reloaded the configuration.
  await delay(300);
}

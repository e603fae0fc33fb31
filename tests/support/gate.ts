import pg from 'pg';
import type { TestCatalogue } from './catalogue.ts';
import { until } from './waiting.ts';

/** Blocks every statement that reads publications until the gate is opened. */
export interface Gate {
  /** Resolves when this many statements are waiting at the same time. */
  waitFor(statements: number): Promise<void>;
  open(): Promise<void>;
}

/** Locks the table of publications, so that a test can see which statements run at the same time. */
export async function closeGate({ url }: Pick<TestCatalogue, 'url'>): Promise<Gate> {
  const [holder, observer] = [url, url].map((connectionString) => new pg.Client({ connectionString }));
  if (!holder || !observer) throw new Error('There are two.');
  await Promise.all([holder.connect(), observer.connect()]);
  await holder.query('begin; lock table publication in access exclusive mode');
  // A server copies publications into columns in the background. That statement doesn't count.
  const countWaiting = async () => {
    const { rows } = await observer.query<{ count: number }>(
      `select count(*)::integer as count from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query not like '%"lastId"%'`,
    );
    return rows[0]?.count;
  };
  return {
    async waitFor(statements) {
      await until(`${statements} statements at once`, async () => (await countWaiting()) === statements);
    },
    async open() {
      await holder.query('rollback');
      await Promise.all([holder.end(), observer.end()]);
    },
  };
}

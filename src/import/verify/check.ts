import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { Reference } from '../../reference/reference.ts';

/** A stored derived value that differs from its new derivation. */
export interface Difference {
  /** The affected row: "publication atlas-of-routes". */
  row: string;
  /** The column, or the rows in another table. */
  what: string;
  stored: string;
  derived: string;
}

/** A check of derived data. Code that derives data from rows adds a check to `CHECKS` in verify.ts. */
export interface Check {
  /** The name in the report, usually a table. */
  name: string;
  /** Derives the data again and yields the differences. Runs in a read-only snapshot. */
  find(db: Db, reference: Reference): AsyncIterable<Difference>;
}

/** A check by one statement that selects the differences. */
export function checkBySql(name: string, statement: RawBuilder<Difference>): Check {
  return {
    name,
    async *find(db) {
      yield* (await statement.execute(db)).rows;
    },
  };
}

/** Number of rows per query. */
const BATCH_SIZE = 2000;

/** All rows of a table by id, in batches. */
export async function* inBatches<Row extends { id: number }>(
  db: Db,
  table: string,
  columns: readonly string[],
): AsyncGenerator<Row[]> {
  for (let last = 0; ;) {
    const { rows } = await sql<Row>`
      select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}
      where id > ${last}::integer order by id limit ${BATCH_SIZE}::integer`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH_SIZE) return;
    last = rows.at(-1)?.id ?? last;
  }
}

/** Yields a difference for each column of `derived` whose stored value is not equal. */
export function* compare(row: string, stored: object, derived: object): Generator<Difference> {
  const columns = new Map<string, unknown>(Object.entries(stored));
  for (const [what, value] of Object.entries(derived)) {
    const [is, shouldBe] = [JSON.stringify(columns.get(what)), JSON.stringify(value)];
    if (is !== shouldBe) yield { row, what, stored: is, derived: shouldBe };
  }
}

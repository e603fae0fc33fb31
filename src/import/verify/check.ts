import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { Reference } from '../../reference/reference.ts';

/** A derived value that is not what it would be if it were derived now. */
export interface Difference {
  /** Whose: "publication atlas-of-routes". */
  row: string;
  /** Which of its columns, or of its rows in another table. */
  what: string;
  stored: string;
  derived: string;
}

/** Whoever derives something from rows adds a check of it to `CHECKS` in verify.ts. */
export interface Check {
  /** What is checked, as the report names it: a table, usually. */
  name: string;
  /** Derives everything anew, and gives what differs. It sees the catalogue as of one moment, and writes nothing. */
  find(db: Db, reference: Reference): AsyncIterable<Difference>;
}

/** A check by one statement whose rows are the differences. */
export function checkBySql(name: string, statement: RawBuilder<Difference>): Check {
  return {
    name,
    async *find(db) {
      yield* (await statement.execute(db)).rows;
    },
  };
}

/** Rows read at once. */
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

/** The differences of one row: those of the columns whose values are not equal. */
export function* compare(row: string, stored: object, derived: object): Generator<Difference> {
  const columns = new Map<string, unknown>(Object.entries(stored));
  for (const [what, value] of Object.entries(derived)) {
    const [is, shouldBe] = [JSON.stringify(columns.get(what)), JSON.stringify(value)];
    if (is !== shouldBe) yield { row, what, stored: is, derived: shouldBe };
  }
}

import { type InferResult, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { PARTS } from '../publication/publication.ts';
import { type PublicationList, selectPublications } from '../publication/publication.queries.ts';
import type { ExportRow } from './to-record.ts';

/** Rows per fetch. More take more memory, because the next batch is read while one is written, and are no faster. */
const BATCH = 100;

/** The parts that exports need. They don't need the place in the list. */
const EXPORTED = PARTS.filter((part) => part !== 'place');

type ExportedList = Omit<PublicationList, 'parts' | 'withTotal'>;

/**
 * Selects a list with all parts and former slugs. `ExportRow` narrows the row type, because no part is optional here.
 */
function selectExported(db: Db, list: ExportedList, limit: number | null) {
  return selectPublications(db, { ...list, parts: EXPORTED, withTotal: false })
    .select((eb) =>
      sql<string[]>`array(${eb
        .selectFrom('former_slug as f')
        .select('f.slug')
        .where('f.kind', '=', 'publication')
        .whereRef('f.id', '=', 'p.id')
        .orderBy('f.slug')})`.as('formerSlugs'),
    )
    .$narrowType<ExportRow>()
    .$if(limit !== null, (rows) => rows.limit(limit));
}

/**
 * Reads a list of publications through a SQL cursor, so that memory use does not grow with the list. `db` must be a
 * transaction. A transaction can have only one such cursor at a time.
 * @param limit the maximum number of publications; null reads all
 * @returns batches of rows, in the order of the list
 */
export async function* readPublications(
  db: Db,
  list: ExportedList,
  limit: number | null,
): AsyncGenerator<ExportRow[]> {
  const rows = selectExported(db, list, limit);
  // By default PostgreSQL plans a cursor for its first 10% of the rows. All rows are read here.
  await sql`set local cursor_tuple_fraction = 1`.execute(db);
  await sql`declare exported no scroll cursor for ${rows}`.execute(db);
  const fetchBatch = () => {
    const batch = sql<InferResult<typeof rows>[number]>`fetch ${sql.lit(BATCH)} from exported`.execute(db);
    // A failure is thrown by `await next`. Until then this prevents an unhandled rejection.
    batch.catch(() => undefined);
    return batch;
  };
  // PostgreSQL reads the next batch while the caller writes this one.
  for (let next = fetchBatch(); ;) {
    const batch = await next;
    const isLast = batch.rows.length < BATCH;
    if (!isLast) next = fetchBatch();
    if (batch.rows.length > 0) yield batch.rows;
    if (isLast) break;
  }
  await sql`close exported`.execute(db);
}

/** The last import that changed the catalogue. */
export interface ExportRevision {
  /** The number of the import; 0 if there was none. */
  number: number;
  /** The end of the import, in PostgreSQL's text form. */
  finishedAt: string;
}

/** Reads the revision of the catalogue. */
export async function findRevisionWithTime(db: Db): Promise<ExportRevision> {
  const run = await db
    .selectFrom('import_run')
    .select(['id', 'finished_at'])
    .where('has_changes', '=', true)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { number: run?.id ?? 0, finishedAt: run?.finished_at ?? '1970-01-01 00:00:00+00' };
}

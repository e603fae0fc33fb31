import { type InferResult, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { PARTS } from '../publication/publication.ts';
import { type PublicationList, selectPublications } from '../publication/publication.queries.ts';
import type { ExportRow } from './to-record.ts';

/** Rows that are fetched at a time. */
const BATCH = 500;

/** What exports need: everything except the place in the list. */
const EXPORTED = PARTS.filter((part) => part !== 'place');

type ExportedList = Omit<PublicationList, 'parts' | 'withTotal'>;

/** Selects a list with every part and former slugs. The rows of a type with optional parts have all of them. */
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
 * Reads a list of publications through a cursor, so that memory does not grow with the list. `db` has to be a transaction,
 * with one such cursor at a time.
 * @param limit how many at most; null is all
 */
export async function* readPublications(
  db: Db,
  list: ExportedList,
  limit: number | null,
): AsyncGenerator<ExportRow[]> {
  const rows = selectExported(db, list, limit);
  // All rows are read, so the plan has to be good for all of them, not for the first tenth.
  await sql`set local cursor_tuple_fraction = 1`.execute(db);
  await sql`declare exported no scroll cursor for ${rows}`.execute(db);
  for (;;) {
    const batch = await sql<InferResult<typeof rows>[number]>`fetch ${sql.lit(BATCH)} from exported`.execute(
      db,
    );
    if (batch.rows.length > 0) yield batch.rows;
    if (batch.rows.length < BATCH) break;
  }
  await sql`close exported`.execute(db);
}

/** The last import that changed anything, and when it ended. */
export interface Revision {
  /** 0 if none did. */
  number: number;
  /** As PostgreSQL writes it. */
  finishedAt: string;
}

/** The revision of the catalogue that a transaction sees. */
export async function findRevisionWithTime(db: Db): Promise<Revision> {
  const run = await db
    .selectFrom('import_run')
    .select(['id', 'finished_at'])
    .where('has_changes', '=', true)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { number: run?.id ?? 0, finishedAt: run?.finished_at ?? '1970-01-01 00:00:00+00' };
}

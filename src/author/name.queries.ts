import { sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import type { Db } from '../db/database.ts';
import { plain } from '../text/plain.ts';

const author = columnsOf('author');

/** The maximum length of a text that is compared with names. */
const MOST_COMPARED = 100;

/**
 * Finds the slug of the author whose names are most similar to a text, by trigrams. Null if no name is similar enough.
 */
export async function findNearestAuthorSlug(db: Db, text: string): Promise<string | null> {
  const name = plain(text).slice(0, MOST_COMPARED);
  const row = await db
    .selectFrom('author')
    .select('slug')
    .where(sql<boolean>`${author('plain_names')} %> ${name}::text`)
    .orderBy(sql`word_similarity(${name}::text, ${author('plain_names')})`, 'desc')
    .orderBy('slug')
    .limit(1)
    .executeTakeFirst();
  return row?.slug ?? null;
}

import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { relevanceKey, relevanceOf } from './relevance.ts';

/** How well publications answer what is searched for, from 0 to 1, by id. */
export async function findRelevances(
  db: Db,
  ids: readonly number[],
  rank: string | null,
): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; key: number }>`
    select id, ${relevanceKey(rank)} as key from publication where id = any(${ids}::integer[])`.execute(db);
  return new Map(rows.map(({ id, key }) => [id, relevanceOf(key)]));
}

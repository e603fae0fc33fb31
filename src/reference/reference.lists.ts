import { type RawBuilder, sql } from 'kysely';
import { type Condition, all } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { publicationCount } from '../publication/tally.queries.ts';
import { type Fetched, type Page, type Placed, between, boundsOf, inOrder, ordered } from '../db/keyset.ts';

/** The tables of the reference data. Their lists are ids: the objects are in the snapshot. */
export type ReferenceTable = 'country' | 'region' | 'topic' | 'category';

export interface ReferenceList {
  table: ReferenceTable;
  /** Of the row `t`. */
  where: Condition;
  /** What the list is ordered by: a column, or the number of publications. */
  key: 'sort_key' | 'code' | 'm49' | 'publication_count';
  descending: boolean;
}

/** A page of the ids of a list with their places. */
export async function listReferenceIds(db: Db, list: ReferenceList, page: Page): Promise<Fetched<Placed>> {
  const key = sortKey(list);
  const type = list.key === 'publication_count' ? 'integer' : 'text';
  const sort = { key, id: sql`t.id`, type, descending: list.descending } as const;
  const { rows } = await sql<Placed>`
    select t.id, ${key} as "sortKey" from ${sql.table(list.table)} t
    where ${all([list.where, ...between(sort, boundsOf(page, sort))])} ${ordered(sort, page, true)}`.execute(
    db,
  );
  return inOrder(rows, page);
}

/** The sort key of the row `t`, never null. */
function sortKey({ table, key }: ReferenceList): RawBuilder<unknown> {
  switch (key) {
    case 'publication_count':
      return publicationCount(table, sql`t.id`);
    case 'm49':
      // Codes are digits: '~' comes after them all.
      return sql`coalesce(t.m49, '~') collate "C"`;
    default:
      return sql`${sql.ref(`t.${key}`)} collate "C"`;
  }
}

/** How many objects a list has. */
export async function countReference(db: Db, { table, where }: ReferenceList): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)} t where ${where}`.execute(db);
  return rows[0]?.count ?? 0;
}

import { sql } from 'kysely';
import { type Condition, all } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { type Fetched, type Page, type Placed, between, boundsOf, inOrder, ordered } from '../db/keyset.ts';

/** The tables of the reference data. Their lists are ids: the objects are in the snapshot. */
export type ReferenceTable = 'country' | 'region' | 'topic' | 'category';

export interface ReferenceList {
  table: ReferenceTable;
  /** Of the row `t`. */
  where: Condition;
  /** A column of text without nulls, or the text to take for a null. */
  key: 'sort_key' | 'code' | 'm49';
  descending: boolean;
}

/** A page of the ids of a list with their places. */
export async function listReferenceIds(db: Db, list: ReferenceList, page: Page): Promise<Fetched<Placed>> {
  // Codes are digits: '~' stands behind them all.
  const key =
    list.key === 'm49' ? sql`coalesce(t.m49, '~') collate "C"` : sql`${sql.ref(`t.${list.key}`)} collate "C"`;
  const sort = { key, id: sql`t.id`, type: 'text', descending: list.descending } as const;
  const { rows } = await sql<Placed>`
    select t.id, ${key} as "sortKey" from ${sql.table(list.table)} t
    where ${all([list.where, ...between(sort, boundsOf(page, sort))])} ${ordered(sort, page, true)}`.execute(
    db,
  );
  return inOrder(rows, page);
}

/** How many objects a list has. */
export async function countReference(db: Db, { table, where }: ReferenceList): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)} t where ${where}`.execute(db);
  return rows[0]?.count ?? 0;
}

import { type Expression, sql } from 'kysely';
import { columnsOf, tableOf } from '../db/columns.ts';
import { type Condition, all } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import {
  type Fetched,
  type Page,
  type PositionedRow,
  type Sort,
  between,
  toBounds,
  restoreOrder,
  orderPage,
} from '../db/keyset.ts';
import type { ReferenceKind } from '../publication/memberships.ts';
import { publicationCount } from '../publication/tally.queries.ts';

/** A list of reference data: its table, condition and order. Only ids are selected, because the snapshot has the objects. */
export interface ReferenceList {
  table: ReferenceKind;
  /** Condition on the row `t`. */
  where: Condition;
  /** The sort key: a column, or the number of publications. */
  key: 'sort_key' | 'code' | 'm49' | 'publication_count';
  descending: boolean;
}

const t = columnsOf('country', 't');

function selectFrom(db: Db, table: ReferenceKind) {
  return db.selectFrom(tableOf(table, ['id', 'sort_key'], 't'));
}

/** Reads a page of a list: ids with their places. */
export async function listReferenceIds(
  db: Db,
  list: ReferenceList,
  page: Page,
): Promise<Fetched<PositionedRow>> {
  const sort: Sort = {
    key: sortKey(list),
    id: t('id'),
    type: list.key === 'publication_count' ? 'integer' : 'text',
    descending: list.descending,
  };
  const rows = await selectFrom(db, list.table)
    .select(['t.id', sql<string | number>`${sort.key}`.as('sortKey')])
    .where(all([list.where, ...between(sort, toBounds(page, sort))]))
    .$call(orderPage(sort, page, true))
    .execute();
  return restoreOrder(rows, page);
}

/** The sort key of the row `t`, never null. */
function sortKey({ table, key }: ReferenceList): Expression<string | number> {
  switch (key) {
    case 'publication_count':
      return publicationCount(table, t('id'));
    case 'm49':
      // M49 codes have only digits, so '~' sorts regions without a code last.
      return sql<string>`coalesce(${columnsOf('region', 't')('m49')}, '~') collate "C"`;
    case 'code':
      return sql<string>`${columnsOf('country', 't')('code')} collate "C"`;
    case 'sort_key':
      return sql<string>`${t('sort_key')} collate "C"`;
  }
}

export async function countReference(db: Db, { table, where }: ReferenceList): Promise<number> {
  const { count } = await selectFrom(db, table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(where)
    .executeTakeFirstOrThrow();
  return count;
}

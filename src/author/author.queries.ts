import { sql } from 'kysely';
import { groupBy } from '../db/batch.ts';
import { columnsOf } from '../db/columns.ts';
import { type Condition, all, idAmong, oneOf } from '../db/conditions.ts';
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
import type { Contribution } from '../publication/publication.ts';
import { findIdsBySlugs } from '../reference/slug.queries.ts';
import type { Author, CoAuthor } from './author.ts';

const a = columnsOf('author', 'a');
const t = columnsOf('tally', 't');

/** The columns of an `Author`, of the row `a`. */
const COLUMNS = [
  'a.id',
  'a.slug',
  'a.name',
  'a.sort_name as sortName',
  'a.kind',
  'a.acronym',
  'a.aliases',
  'a.identifiers',
] as const;

/** Finds ids by current or former slug. Unknown slugs are absent. An empty list sends no statement. */
export async function findAuthorIdsBySlugs(db: Db, slugs: readonly string[]): Promise<Map<string, number>> {
  return findIdsBySlugs(db, 'author', slugs);
}

/** Reads authors by slug. Unknown slugs are absent. */
export async function findAuthorsBySlugs(db: Db, slugs: readonly string[]): Promise<Author[]> {
  return db
    .selectFrom('author as a')
    .select(COLUMNS)
    .where(oneOf(a('slug'), slugs))
    .execute();
}

/** The sort key of a list of authors. */
export type AuthorSort = 'name' | 'publicationCount';

/** A list of authors: a condition on the row `a`, and the order. */
export interface AuthorList {
  where: Condition;
  sort: AuthorSort;
  descending: boolean;
}

/** The PostgreSQL types of the sort keys. */
export const AUTHOR_SORT_TYPES = { name: 'text', publicationCount: 'integer' } as const;

/** Reads a page of authors. The tally has a row for each author, and an index by count. */
export async function listAuthors(
  db: Db,
  { where, sort: field, descending }: AuthorList,
  page: Page,
): Promise<Fetched<Author & PositionedRow>> {
  const isByCount = field === 'publicationCount';
  const sort: Sort = {
    key: isByCount ? t('count') : a('sort_key'),
    id: isByCount ? t('id') : a('id'),
    type: AUTHOR_SORT_TYPES[field],
    descending,
  };
  const rows = await db
    .selectFrom('author as a')
    .$if(isByCount, (authors) =>
      authors.innerJoin('tally as t', (join) =>
        join.onRef('t.id', '=', 'a.id').on('t.kind', '=', sql.lit('author')),
      ),
    )
    .select(COLUMNS)
    .select(sql<string | number>`${sort.key}`.as('sortKey'))
    .where(all([where, ...between(sort, toBounds(page, sort))]))
    .$call(orderPage(sort, page, true))
    .execute();
  return restoreOrder(rows, page);
}

export async function countAuthors(db: Db, where: Condition): Promise<number> {
  const { count } = await db
    .selectFrom('author as a')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(where)
    .executeTakeFirstOrThrow();
  return count;
}

/** Reads the contributions to many publications with their authors, in printed order. */
export async function findContributions(db: Db, publicationIds: readonly number[]): Promise<Contribution[]> {
  const rows = await db
    .selectFrom('contribution as c')
    .innerJoin('author as a', 'a.id', 'c.author_id')
    .select(['c.publication_id as publicationId', 'c.position', 'c.role', 'c.printed_as as printedAs'])
    .select(COLUMNS)
    .where(idAmong(columnsOf('contribution', 'c')('publication_id'), publicationIds))
    .orderBy('c.publication_id')
    .orderBy('c.position')
    .execute();
  return rows.map(({ publicationId, position, role, printedAs, ...author }) => ({
    publicationId,
    position,
    role,
    printedAs,
    author,
  }));
}

/** Finds, for each of many authors, the `first` co-authors by number of common publications, then by name. */
export async function findCoAuthors(
  db: Db,
  authorIds: readonly number[],
  first: number,
): Promise<Map<number, CoAuthor[]>> {
  const rows = await db
    .selectFrom(sql<{ id: number }>`unnest(${authorIds}::integer[])`.as<'self'>(sql`self (id)`))
    .crossJoinLateral((eb) =>
      eb
        .selectFrom('publication_author as m')
        .innerJoin('publication as p', 'p.id', 'm.publication_id')
        .crossJoinLateral(({ ref }) =>
          sql<{ id: number }>`unnest(${ref('p.author_ids')})`.as<'other'>(sql`other (id)`),
        )
        .innerJoin('author as a', 'a.id', 'other.id')
        .select(COLUMNS)
        .select(({ fn }) => fn.countAll<number>().as('publicationCount'))
        .whereRef('m.author_id', '=', 'self.id')
        .whereRef('other.id', '<>', 'self.id')
        .groupBy('a.id')
        .orderBy(({ fn }) => fn.countAll(), 'desc')
        .orderBy('a.sort_key')
        .orderBy('a.id')
        .limit(first)
        .as('others'),
    )
    .select('self.id as selfId')
    .selectAll('others')
    .execute();
  return new Map(
    [...groupBy(rows, ({ selfId }) => selfId)].map(([id, others]) => [
      id,
      others.map(({ selfId: _, publicationCount, ...author }) => ({ author, publicationCount })),
    ]),
  );
}

import { sql } from 'kysely';
import { groupBy } from '../db/batch.ts';
import { type Condition, all, idAmong, oneOf } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { type Fetched, type Page, type Placed, between, boundsOf, inOrder, ordered } from '../db/keyset.ts';
import type { Contribution } from '../publication/publication.ts';
import { findIdsBySlugs } from '../reference/slug.queries.ts';
import type { Author, CoAuthor } from './author.ts';

const columns = sql`a.id, a.slug, a.name, a.sort_name as "sortName", a.kind, a.acronym, a.aliases, a.identifiers`;

/** Ids by slug, current or former; an author that does not exist is absent. Sends nothing for no slugs. */
export async function findAuthorIdsBySlugs(db: Db, slugs: readonly string[]): Promise<Map<string, number>> {
  return findIdsBySlugs(db, 'author', slugs);
}

/** Authors by slug; one that does not exist is absent. */
export async function findAuthorsBySlugs(db: Db, slugs: readonly string[]): Promise<Author[]> {
  const { rows } =
    await sql<Author>`select ${columns} from author a where ${oneOf(sql`a.slug`, slugs)}`.execute(db);
  return rows;
}

/** What a list of authors is sorted by. */
export type AuthorSort = 'name' | 'publicationCount';

/** A list of authors: which, of the row `a`, and in which order. */
export interface AuthorList {
  where: Condition;
  sort: AuthorSort;
  descending: boolean;
}

/** PostgreSQL's types of the sort keys. */
export const AUTHOR_SORT_TYPES = { name: 'text', publicationCount: 'integer' } as const;

/** A page of the authors. The tally has a row of each author, in an index by count. */
export async function listAuthors(
  db: Db,
  { where, sort: by, descending }: AuthorList,
  page: Page,
): Promise<Fetched<Author & Placed>> {
  const isCount = by === 'publicationCount';
  const sort = {
    key: isCount ? sql`t.count` : sql`a.sort_key`,
    id: isCount ? sql`t.id` : sql`a.id`,
    type: AUTHOR_SORT_TYPES[by],
    descending,
  };
  const counted = sql`
    join tally t on t.kind = 'author' and t.id = a.id`;
  const { rows } = await sql<Author & Placed>`
    select ${columns}, ${sort.key} as "sortKey" from author a ${isCount ? counted : sql``}
    where ${all([where, ...between(sort, boundsOf(page, sort))])} ${ordered(sort, page, true)}`.execute(db);
  return inOrder(rows, page);
}

/** How many authors a list has. */
export async function countAuthors(db: Db, where: Condition): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from author a where ${where}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The contributions to many publications with their authors, in printed order. */
export async function findContributions(db: Db, publicationIds: readonly number[]): Promise<Contribution[]> {
  const { rows } = await sql<Author & Omit<Contribution, 'author'>>`
    select c.publication_id as "publicationId", c.position, c.role, c.printed_as as "printedAs", ${columns}
    from contribution c join author a on a.id = c.author_id
    where ${idAmong(sql`c.publication_id`, publicationIds)}
    order by c.publication_id, c.position`.execute(db);
  return rows.map(({ publicationId, position, role, printedAs, ...author }) => ({
    publicationId,
    position,
    role,
    printedAs,
    author,
  }));
}

/** The contributions to the publication `p`, each a `PackedContribution`, as one JSON value; null where there are none. */
export const packedContributions = sql`
  (select json_agg(json_build_array(
     c.position, c.role, c.printed_as, a.id, a.slug, a.name, a.sort_name, a.kind, a.acronym, a.aliases, a.identifiers) order by c.position)
   from contribution c join author a on a.id = c.author_id where c.publication_id = p.id)`;

/** Of each of many authors, the `first` others with most publications in common, by count, then by name. */
export async function findCoAuthors(
  db: Db,
  authorIds: readonly number[],
  first: number,
): Promise<Map<number, CoAuthor[]>> {
  const { rows } = await sql<Author & { of: number; publicationCount: number }>`
    select self.id as "of", others.* from unnest(${authorIds}::integer[]) self (id)
    cross join lateral (
      select ${columns}, count(*) as "publicationCount"
      from publication_author m
      join publication p on p.id = m.publication_id
      cross join unnest(p.author_ids) other (id)
      join author a on a.id = other.id
      where m.author_id = self.id and other.id <> self.id
      group by a.id
      order by count(*) desc, a.sort_key, a.id
      limit ${first}::integer
    ) others`.execute(db);
  const byAuthor = groupBy(rows, ({ of }) => of);
  return new Map(
    [...byAuthor].map(([id, others]) => [
      id,
      others.map(({ publicationCount, ...author }) => ({ author, publicationCount })),
    ]),
  );
}

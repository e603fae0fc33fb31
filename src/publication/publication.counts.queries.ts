import { sql } from 'kysely';
import { all } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { documentCount, findSoleStem } from '../search/search.queries.ts';
import { fromPublications } from './publication.columns.ts';
import {
  type PublicationList,
  hasTable,
  isMembership,
  listedUnder,
  memberIdOf,
  membershipTable,
} from './publication.queries.ts';
import type { MemberKind, Membership } from './publication.ts';
import { EVERYTHING, findCounts, publicationCount, toTallyKind } from './tally.queries.ts';

/** Counts the publications of a list. Uses a materialized count if there is one. */
export async function countPublications(
  db: Db,
  {
    membership,
    where,
    search,
    isSearchAlone,
  }: Pick<PublicationList, 'where' | 'search'> &
    Partial<Pick<PublicationList, 'isSearchAlone'>> & { membership: Membership | null },
): Promise<number> {
  if (membership) {
    const counts = await countPublicationsOf(db, membership, [membership.id], { where, search });
    return counts.get(membership.id) ?? 0;
  }
  const soleStem = isSearchAlone && search ? findSoleStem(search) : null;
  if (soleStem) return countBySoleStem(db, soleStem);
  if (!where) return (await findCounts(db, 'all', [EVERYTHING])).get(EVERYTHING) ?? 0;
  const { count } = await fromPublications(db)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(where)
    .executeTakeFirstOrThrow();
  return count;
}

async function countBySoleStem(
  db: Db,
  { stem, isExcluded }: NonNullable<ReturnType<typeof findSoleStem>>,
): Promise<number> {
  const found = documentCount(stem);
  const left = sql<number>`${publicationCount('all', sql`${EVERYTHING}::integer`)} - ${found}`;
  const { count } = await db
    .selectNoFrom(sql<number>`${isExcluded ? left : found}`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Counts the list of each of many members in one statement. @returns counts by member id; a count of 0 is absent */
export async function countPublicationsOf(
  db: Db,
  kind: MemberKind,
  ids: readonly number[],
  { where, search }: Pick<PublicationList, 'where' | 'search'>,
): Promise<Map<number, number>> {
  const tallied = toTallyKind(kind, where);
  if (tallied !== null) return findCounts(db, tallied, ids);
  const rows =
    search || !hasTable(kind)
      ? await countListed(db, kind, ids, where)
      : await countMembers(db, kind, ids, where);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

async function countListed(
  db: Db,
  kind: MemberKind,
  ids: readonly number[],
  where: PublicationList['where'],
) {
  const { memberId, from } = listedUnder(kind, ids, where);
  return db
    .selectFrom(sql<{ id: number }>`(select ${memberId} as id from ${from})`.as('listed'))
    .select(({ fn }) => ['id', fn.countAll<number>().as('count')])
    .groupBy('id')
    .execute();
}

async function countMembers(
  db: Db,
  kind: MemberKind,
  ids: readonly number[],
  where: PublicationList['where'],
) {
  const memberId = memberIdOf(kind);
  return db
    .selectFrom(membershipTable(kind.kind))
    .$if(where !== null, (rows) => rows.innerJoin('publication as p', 'p.id', 'm.publication_id'))
    .select(({ fn }) => [memberId.as('id'), fn.countAll<number>().as('count')])
    .where(
      all([
        isMembership(kind, ids.length === 1 ? sql`${ids[0]}::integer` : sql`any(${ids}::integer[])`),
        where,
      ]),
    )
    .groupBy(memberId)
    .execute();
}

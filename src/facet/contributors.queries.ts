import { type Expression, type RawBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db } from '../db/database.ts';
import { type ContributionRole, isAuthorRole } from '../publication/publication.ts';
import { EVERYTHING } from '../publication/tally.queries.ts';
import { type Lists, listed, orNone } from './counted.queries.ts';
import type { BucketsAsked, Facet } from './facet.ts';

/** What contributors' buckets are made of. */
export interface ContributorsAsked extends BucketsAsked {
  /** Contributions in these roles count; null is any. */
  roles: readonly ContributionRole[] | null;
  /** Slugs of those whose buckets are there in any case. */
  selected: readonly string[];
}

/** A contributor of a list with its publications; the id 0 has those without any. */
interface Count {
  memberId: number;
  id: number;
  count: number;
}

/** The kind under which the tally counts contributors in these roles; null if it doesn't. */
export function talliedRole(roles: ContributorsAsked['roles']): 'author' | 'author_role' | null {
  if (roles === null) return 'author';
  return isAuthorRole(roles) ? 'author_role' : null;
}

/** The ids of the contributors to the publication `p`. */
function idsOf(roles: ContributorsAsked['roles']): RawBuilder<number[]> {
  const column = talliedRole(roles);
  if (column !== null) return sql`${sql.ref(`p.${column}_ids`)}`;
  return sql`array(select distinct c.author_id from contribution c
    where c.publication_id = p.id and c.role = any(${roles}::text[]))`;
}

/** The contributors with most publications in each of many lists. @returns by member id; of all `memberIds` */
export async function countContributors(
  db: Db,
  lists: Lists,
  asked: ContributorsAsked,
): Promise<Map<number, Facet>> {
  const { memberId, from } = listed(lists);
  const counted = sql<Count>`(
    select "memberId", id, sum(count)::integer as count
    from (select ${memberId} as "memberId", ${idsOf(asked.roles)} as ids, count(*) as count from ${from} group by 1, 2) same
    cross join unnest(${orNone('ids')}) id
    group by "memberId", id)`;
  return toFacets(db, counted, lists.memberIds, asked);
}

/** The contributors with most publications of all, as the import counted them. */
export async function tallyContributors(
  db: Db,
  kind: 'author' | 'author_role',
  asked: ContributorsAsked,
): Promise<Facet> {
  const tallied = db
    .selectFrom('tally')
    .select(({ lit }) => [lit(EVERYTHING).as('memberId'), 'id', 'count'])
    .where('member_kind', '=', 'all')
    .where('member_id', '=', EVERYTHING)
    .where('kind', '=', kind);
  return (await toFacets(db, tallied, [EVERYTHING], asked)).get(EVERYTHING) as Facet;
}

/** Reads names only of the contributors that may come among the first. */
async function toFacets(
  db: Db,
  counted: Expression<Count>,
  memberIds: readonly number[],
  { first, orderBy, selected }: ContributorsAsked,
): Promise<Map<number, Facet>> {
  const members = sql<{ memberId: number }>`unnest(${memberIds}::integer[])`.as<'list'>(
    sql`list ("memberId")`,
  );
  const isSelected = sql<boolean>`a.slug = any(${selected}::text[])`;
  const rows = await db
    .with(
      (cte) => cte('counted').materialized(),
      () => counted,
    )
    .with('ranked', (queries) =>
      queries
        .selectFrom('counted')
        .select(['memberId', 'id', 'count'])
        .select(({ fn }) =>
          fn
            .agg<number>('rank')
            .over((over) => over.partitionBy('memberId').orderBy('count', 'desc'))
            .as('rank'),
        )
        .where('id', '<>', 0),
    )
    .with('candidate', (queries) =>
      queries
        .selectFrom('ranked')
        .select(['memberId', 'id'])
        .$if(orderBy === 'COUNT', (query) => query.where('rank', '<=', first))
        .union(
          queries
            .selectFrom(members)
            .innerJoin('author as a', (join) => join.on(isSelected))
            .select(['list.memberId', 'a.id']),
        ),
    )
    .with(
      (cte) => cte('named').materialized(),
      (queries) =>
        queries
          .selectFrom('candidate')
          .innerJoin('author as a', 'a.id', 'candidate.id')
          .leftJoin('ranked', (join) =>
            join.onRef('ranked.id', '=', 'a.id').onRef('ranked.memberId', '=', 'candidate.memberId'),
          )
          .select(({ fn, lit }) => [
            'candidate.memberId',
            'a.slug as value',
            'a.name as label',
            fn.coalesce('ranked.count', lit(0)).as('count'),
            isSelected.as('isSelected'),
            fn
              .agg<number>('row_number')
              .over((over) => {
                const member = over.partitionBy('candidate.memberId');
                if (orderBy === 'VALUE') return member.orderBy(sql`a.slug collate "C"`);
                return member
                  .orderBy(sql`coalesce(ranked.count, 0)`, 'desc')
                  .orderBy(sql`split_part(a.plain_names, e'\n', 1) collate "C"`)
                  .orderBy('a.id');
              })
              .as('place'),
          ]),
    )
    .selectFrom(members)
    .select((list) => {
      const countedOf = list.selectFrom('counted').whereRef('counted.memberId', '=', 'list.memberId');
      return [
        'list.memberId',
        jsonArrayFrom(
          list
            .selectFrom('named')
            .select(['value', 'label', 'count', 'isSelected'])
            .whereRef('named.memberId', '=', 'list.memberId')
            .where((named) => named.or([named('place', '<=', first), named('isSelected', '=', true)]))
            .orderBy('place'),
        ).as('buckets'),
        list.fn.coalesce(countedOf.select('count').where('id', '=', 0), list.lit(0)).as('missing'),
        countedOf
          .select(({ fn }) => fn.countAll<number>().as('distinct'))
          .where('id', '<>', 0)
          .as('distinct'),
      ];
    })
    .execute();
  return new Map(
    rows.map(({ memberId, buckets, missing, distinct }) => [
      memberId,
      { buckets, missing, distinct: distinct ?? 0 },
    ]),
  );
}

import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { type ContributionRole, contributorsColumn } from '../publication/publication.ts';
import { type Lists, orNone, selectListed } from './listed.queries.ts';
import type { BucketRequest, Facet } from './facet.ts';

/** The requested buckets of contributors. */
export interface ContributorRequest extends BucketRequest {
  /** Roles whose contributions are counted; null counts all roles. */
  roles: readonly ContributionRole[] | null;
  /** Slugs of the contributors whose buckets are returned whatever their rank. */
  selected: readonly string[];
}

/**
 * The number of publications of a contributor in a member's list. The id 0 counts publications without contributors.
 */
interface Count {
  memberId: number;
  id: number;
  count: number;
}

/** Selects the publications of lists, each with the ids of its contributors in the given roles. */
function selectIds(lists: Lists, roles: ContributorRequest['roles']): RawBuilder<unknown> {
  const column = contributorsColumn(roles);
  if (column !== null)
    return sql`(select "memberId", ${sql.ref(column)} as ids from ${selectListed(lists, [column])} row)`;
  return sql`(select "memberId", array(select distinct c.author_id from contribution c
    where c.publication_id = row.id and c.role = any(${roles}::text[])) as ids from ${selectListed(lists, ['id'])} row)`;
}

/**
 * Counts each list's publications by contributor, most frequent first. @returns facets by member id, one for each of
 * `memberIds`
 */
export async function countContributors(
  db: Db,
  lists: Lists,
  request: ContributorRequest,
): Promise<Map<number, Facet>> {
  const counted = sql<Count>`(
    select "memberId", id, count(*)::integer as count
    from (select "memberId", unnest(${orNone(sql.ref('ids'))}) as id from ${selectIds(lists, request.roles)} listed) value
    group by "memberId", id)`;
  return toFacets(db, counted, lists.memberIds, request);
}

/** Builds the facets. Names are read only for contributors that can be among the first. */
async function toFacets(
  db: Db,
  counted: Expression<Count>,
  memberIds: readonly number[],
  { first, orderBy, selected }: ContributorRequest,
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
    .with('shown', (queries) =>
      queries
        .selectFrom('named')
        .selectAll()
        .where((named) => named.or([named('place', '<=', first), named('isSelected', '=', true)])),
    )
    .with('total', (queries) =>
      queries
        .selectFrom('counted')
        .select(({ fn }) => [
          'memberId',
          fn.sum<number>('count').filterWhere('id', '=', 0).as('missing'),
          fn.countAll<number>().filterWhere('id', '<>', 0).as('distinct'),
        ])
        .groupBy('memberId'),
    )
    .selectFrom(members)
    .leftJoin('total', 'total.memberId', 'list.memberId')
    .leftJoin('shown', 'shown.memberId', 'list.memberId')
    .select(({ fn, lit }) => [
      'list.memberId',
      'shown.value',
      'shown.label',
      'shown.count',
      'shown.isSelected',
      fn.coalesce('total.missing', lit(0)).as('missing'),
      fn.coalesce('total.distinct', lit(0)).as('distinct'),
    ])
    .orderBy('shown.place')
    .execute();
  const facets = new Map<number, Facet>();
  for (const { memberId, missing, distinct, value, label, count, isSelected } of rows) {
    const facet = facets.get(memberId) ?? { buckets: [], missing, distinct };
    facets.set(memberId, facet);
    // A list without contributors has one row, without a bucket.
    if (value === null || label === null || count === null) continue;
    facet.buckets.push({ value, label, count, isSelected: isSelected === true });
  }
  return facets;
}

import { sql } from 'kysely';
import type { PublicationColumn } from '../counts/copied.ts';
import type { Db } from '../db/database.ts';
import { unseen } from '../db/plans.ts';
import { listedColumn } from '../publication/publication.ts';
import type { Counted, Dimension, Tallied, TalliedKind, ValueCounts } from './facet.ts';
import { type Lists, selectListed, valuesIn } from './listed.queries.ts';

/** Ids that stand for "no value" and for "worldwide" among those of values. */
const NONE = '0';
const WORLDWIDE = '-1';

/** The publication's column that has the values. */
export function columnOf({ dimension, reach }: Counted): PublicationColumn {
  return dimension === 'year' ? 'year_key' : listedColumn(dimension, reach);
}

/** The key of an answer among many: a member's, of one dimension. */
export function answerKey(memberId: number, counted: Counted): string {
  return `${memberId} ${columnOf(counted)}`;
}

/**
 * How many publications of each list have each value of some dimensions.
 * @returns by `answerKey`; a list without publications is absent
 */
export async function countValues(
  db: Db,
  lists: Lists,
  dimensions: readonly Counted[],
): Promise<Map<string, ValueCounts>> {
  // Two facets may be of one column, as regions by two aliases.
  const columns = [...new Map(dimensions.map((counted) => [columnOf(counted), counted.isWidened]))];
  const parts = columns.map(([column, isWidened]) => {
    const ids = isWidened
      ? sql`${valuesIn(column)} || case when is_worldwide then array[-1] else array[]::integer[] end`
      : valuesIn(column);
    const scope = isWidened ? sql`, is_worldwide` : sql``;
    const isCounted = isWidened ? sql` filter (where id <= 0 or not is_worldwide)` : sql``;
    return sql`
      select ${column}::text as "column", "memberId", id::text as id, count(*)${isCounted} as count
      from (select "memberId"${scope}, unnest(${ids}) as id from listed) value
      group by "memberId", id`;
  });
  const selected = [
    ...columns.map(([column]) => column),
    ...(columns.some(([, isWidened]) => isWidened) ? (['is_worldwide'] as const) : []),
  ];
  const counted = sql<CountedValue>`(${sql.join(parts, sql` union all `)})`;
  // The column store reads a column again faster than it keeps it, unless it has to look up ids that were found elsewhere.
  const isReadAgain = lists.isColumnar && lists.isCopied;
  const rows = await db
    .with(
      (cte) => (isReadAgain ? cte('listed').notMaterialized() : cte('listed').materialized()),
      () => selectListed(lists, selected),
    )
    .with('counted', () => counted)
    .selectFrom('counted')
    .select(['column', 'memberId'])
    .select(({ fn }) => [
      fn.agg<string[]>('array_agg', ['id']).as('ids'),
      fn.agg<number[]>('array_agg', ['count']).as('counts'),
    ])
    .groupBy(['column', 'memberId'])
    .execute();
  return new Map(rows.map((row) => [`${row.memberId} ${row.column}`, toCounts(row)]));
}

interface CountedValue {
  column: PublicationColumn;
  memberId: number;
  id: string;
  count: number;
}

/** Counts as two arrays: to send and read a row for each would take longer than to count. */
interface GatheredCounts {
  ids: string[];
  counts: number[];
}

function toCounts({ ids, counts: countsOfIds }: GatheredCounts): ValueCounts {
  const counts = new Map(ids.map((id, i) => [id, Number(countsOfIds[i])]));
  const [missing, worldwide] = [counts.get(NONE) ?? 0, counts.get(WORLDWIDE) ?? 0];
  counts.delete(NONE);
  counts.delete(WORLDWIDE);
  return { counts, missing, worldwide };
}

/** What the import tallies of one member: everything, or a country, region, topic or category. */
export interface TallyQuestion {
  of: Tallied;
  dimension: Dimension;
}

/** The same numbers as `countValues`, of whole members, as the import keeps them. @returns by `tallyKey` */
export async function findTallies(
  db: Db,
  questions: readonly TallyQuestion[],
): Promise<Map<string, ValueCounts>> {
  const { rows } = await sql<GatheredCounts & { memberKind: TalliedKind; memberId: number; kind: Dimension }>`
    select member_kind as "memberKind", member_id as "memberId", kind, array_agg(id::text) as ids, array_agg(count) as counts
    from unnest(
      ${unseen(sql`${questions.map(({ of }) => of.kind)}::text[]`)},
      ${unseen(sql`${questions.map(({ of }) => of.id)}::integer[]`)},
      ${unseen(sql`${questions.map(({ dimension }) => dimension)}::text[]`)}
    ) asked (member_kind, member_id, kind)
    join tally using (member_kind, member_id, kind)
    group by member_kind, member_id, kind`.execute(db);
  return new Map(
    rows.map(({ memberKind, memberId, kind, ...row }) => [
      tallyKey({ of: { kind: memberKind, id: memberId }, dimension: kind }),
      toCounts(row),
    ]),
  );
}

export function tallyKey({ of, dimension }: TallyQuestion): string {
  return `${of.kind} ${of.id} ${dimension}`;
}

import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { unseen } from '../db/plans.ts';
import { EVERYTHING } from '../publication/tally.queries.ts';
import { type Lists, idsIn, listed } from './counted.queries.ts';
import { type PackedColumn, countPacked, packed } from './packed.ts';
import type { Bucket, Counted, Dimension, Facet, Tallied, TalliedKind, ValueCounts } from './facet.ts';

/** Ids that stand for "no value" and for "worldwide" among those of values. */
const NONE = 0;
const WORLDWIDE = -1;

/** The publication's column that has the values. */
function columnOf({ dimension, reach }: Counted): string {
  if (dimension === 'year') return 'year_key';
  if (dimension !== 'region') return `${dimension}_ids`;
  return ['region_ids', 'around_region_ids', 'within_region_ids'][reach] as string;
}

/** The key of an answer among many: a member's, of one dimension. */
export function answerKey(memberId: number, counted: Counted): string {
  return `${memberId} ${columnOf(counted)}`;
}

/** So many publications are counted in the process at most: it answers nobody else meanwhile, and has them in memory. */
const MOST_PACKED = 50_000;

/**
 * How many publications of each list have each value of some dimensions, in one pass over them; over more than `mostPacked`
 * in another after it, in which PostgreSQL counts.
 * @returns by `answerKey`; a list without publications is absent
 */
export async function countValues(
  db: Db,
  lists: Lists,
  dimensions: readonly Counted[],
  mostPacked = MOST_PACKED,
): Promise<Map<string, ValueCounts>> {
  // Two facets may be of one column, as regions by two aliases.
  const columns = new Map(
    dimensions.map((of) => [columnOf(of), { name: columnOf(of), isWidened: of.isWidened }]),
  );
  const counted = [...columns.values()];
  return (await countInProcess(db, lists, counted, mostPacked)) ?? countInDatabase(db, lists, counted);
}

/** Null where there are more of them. */
async function countInProcess(
  db: Db,
  lists: Lists,
  columns: readonly PackedColumn[],
  most: number,
): Promise<Map<string, ValueCounts> | null> {
  const { memberId, from } = listed(lists);
  const { rows } = await sql<{ memberId: number; found: number; packed: string }>`
    select "memberId", count(*)::integer as found, string_agg(packed, '') as packed
    from (select ${memberId} as "memberId", ${packed(columns)} as packed from ${from} limit ${sql.raw(String(most + 1))}) listed
    group by "memberId"`.execute(db);
  if (rows.reduce((sum, { found }) => sum + found, 0) > most) return null;
  return new Map(
    rows.flatMap(({ memberId, packed }) =>
      countPacked(packed, columns).map((counts, i) => [`${memberId} ${columns[i]?.name}`, counts] as const),
    ),
  );
}

async function countInDatabase(
  db: Db,
  lists: Lists,
  columns: readonly PackedColumn[],
): Promise<Map<string, ValueCounts>> {
  const { memberId, from } = listed(lists);
  const selected = columns.map(({ name }) => sql.ref(`p.${name}`));
  if (columns.some(({ isWidened }) => isWidened)) selected.push(sql.ref('p.is_worldwide'));
  const sets = columns.map(
    ({ name, isWidened }) =>
      sql`("memberId", ${sql.ref(`p.${name}`)}${isWidened ? sql`, p.is_worldwide` : sql``})`,
  );
  // Publications of the same values are counted together first. A column is null in the sets of the others.
  const parts = columns.map(({ name, isWidened }) => {
    const ids = isWidened
      ? sql`${idsIn(name)} || case when is_worldwide then array[-1] else '{}' end`
      : idsIn(name);
    const count = isWidened ? sql`sum(count) filter (where id <= 0 or not is_worldwide)` : sql`sum(count)`;
    return sql`
      select ${name}::text as "column", "memberId", id, coalesce(${count}, 0)::integer as count
      from same cross join unnest(${ids}) id
      where ${sql.ref(name)} is not null group by "memberId", id`;
  });
  const { rows } = await sql<GatheredCounts & { column: string; memberId: number }>`
    with same as materialized (
      select ${memberId} as "memberId", ${sql.join(selected)}, count(*) as count
      from ${from} group by grouping sets (${sql.join(sets)})
    )
    select "column", "memberId", ${gathered} from (${sql.join(parts, sql` union all `)}) counted
    group by "column", "memberId"`.execute(db);
  return new Map(rows.map((row) => [`${row.memberId} ${row.column}`, toCounts(row)]));
}

/** Counts as two arrays: a row for each would cost more to send and to read than to count. */
interface GatheredCounts {
  ids: number[];
  counts: number[];
}
const gathered = sql`array_agg(id) as ids, array_agg(count) as counts`;

function toCounts({ ids, counts: countsOfIds }: GatheredCounts): ValueCounts {
  const counts = new Map(ids.map((id, i) => [id, countsOfIds[i] as number]));
  const [missing, worldwide] = [counts.get(NONE) ?? 0, counts.get(WORLDWIDE) ?? 0];
  counts.delete(NONE);
  counts.delete(WORLDWIDE);
  return { counts, missing, worldwide };
}

/** What authors' buckets are made of: which, how many, and those that are there in any case. */
export interface AuthorsAsked {
  first: number;
  /** Slugs. */
  selected: readonly string[];
}

/** The contributors with most publications in each of many lists. @returns by member id; of all `memberIds` */
export async function countAuthors(db: Db, lists: Lists, asked: AuthorsAsked): Promise<Map<number, Facet>> {
  const { memberId, from } = listed(lists);
  return authorFacets(
    db,
    sql`
      select "memberId", id, sum(count)::integer as count
      from (select ${memberId} as "memberId", p.author_ids, count(*) as count from ${from} group by 1, 2) same
      cross join unnest(${idsIn('author_ids')}) id
      group by "memberId", id`,
    lists.memberIds,
    asked,
  );
}

/** The contributors with most publications of all. */
export async function tallyAuthors(db: Db, asked: AuthorsAsked): Promise<Facet> {
  const tallied = sql`
    select 0 as "memberId", id, count from tally
    where member_kind = 'all' and member_id = 0 and kind = 'author'`;
  return (await authorFacets(db, tallied, [EVERYTHING], asked)).get(EVERYTHING) as Facet;
}

/** `counted` has the rows memberId, id, count. */
async function authorFacets(
  db: Db,
  counted: RawBuilder<unknown>,
  memberIds: readonly number[],
  { first, selected }: AuthorsAsked,
): Promise<Map<number, Facet>> {
  // Names are read of those only that may come among the first.
  const { rows } = await sql<Omit<Facet, 'buckets'> & { memberId: number; buckets: Bucket[] | null }>`
    with counted as materialized (${counted}), ranked as (
      select *, rank() over (partition by "memberId" order by count desc) as rank from counted where id <> 0
    ), candidate as (
      select "memberId", id from ranked where rank <= ${first}::integer
      union
      select member, a.id from unnest(${memberIds}::integer[]) member cross join author a
      where a.slug = any(${selected}::text[])
    ), named as materialized (
      select "memberId", a.slug as value, a.name as label, coalesce(count, 0) as count,
        a.slug = any(${selected}::text[]) as "isSelected",
        row_number() over (
          partition by "memberId" order by coalesce(count, 0) desc, split_part(a.plain_names, e'\n', 1) collate "C", a.id
        ) as place
      from candidate join author a using (id) left join ranked using ("memberId", id)
    )
    select list as "memberId",
      (select json_agg(json_build_object('value', value, 'label', label, 'count', count, 'isSelected', "isSelected")
         order by place)
       from named where named."memberId" = list and (place <= ${first}::integer or "isSelected")) as buckets,
      coalesce((select count from counted where counted."memberId" = list and id = 0), 0) as missing,
      (select count(*) from counted where counted."memberId" = list and id <> 0) as distinct
    from unnest(${memberIds}::integer[]) list`.execute(db);
  return new Map(
    rows.map(({ memberId, buckets, ...facet }) => [memberId, { ...facet, buckets: buckets ?? [] }]),
  );
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
    select member_kind as "memberKind", member_id as "memberId", kind, ${gathered}
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

import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { type Lists, idsIn, listed } from '../facet/counted.queries.ts';
import type { Tallied, TalliedKind } from '../facet/facet.ts';
import type { StatisticsDimension, StatisticsKey, StatisticsRow } from './statistics.ts';

/** How a dimension is counted and shown; `id` is a value's, 0 where there is none. */
interface Sql {
  kind: TalliedKind | 'author';
  /** The publication's column that has the values. */
  column: string;
  /** What values of the same row have the same of. */
  grouped: (id: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** Where labels are read; null of years, which are their own. */
  table: 'country' | 'region' | 'author' | 'topic' | 'category' | null;
  value: (id: RawBuilder<unknown>, row: string) => RawBuilder<unknown>;
  label: (id: RawBuilder<unknown>, row: string) => RawBuilder<unknown>;
  order: (id: RawBuilder<unknown>, row: string) => RawBuilder<unknown>;
}

const named = (kind: Exclude<Sql['table'], null>, column: string, key = 'slug'): Sql => ({
  kind,
  column,
  grouped: (id) => id,
  table: kind,
  value: (_, row) => sql.ref(`${row}.${key}`),
  label: (_, row) => sql.ref(`${row}.name`),
  order: (_, row) =>
    kind === 'author'
      ? sql`split_part(${sql.ref(`${row}.plain_names`)}, e'\n', 1)`
      : sql.ref(`${row}.sort_key`),
});

const years = (grouped: Sql['grouped'], suffix: RawBuilder<unknown>): Sql => ({
  kind: 'year',
  column: 'year_key',
  grouped,
  table: null,
  value: (id) => sql`nullif(${id}, 0)::text`,
  label: (id) => sql`nullif(${id}, 0)::text || ${suffix}`,
  order: (id) => sql`lpad(${id}::text, 4, '0')`,
});

const SQL: Record<StatisticsDimension, Sql> = {
  YEAR: years((id) => id, sql`''`),
  DECADE: years((id) => sql`${id} / 10 * 10`, sql`'s'`),
  COUNTRY: named('country', 'country_ids', 'code'),
  REGION: named('region', 'within_region_ids'),
  AUTHOR: named('author', 'author_ids'),
  TOPIC: named('topic', 'topic_ids'),
  CATEGORY: named('category', 'category_ids'),
};

/** Which publications are counted: one list. `tallied` says of what it is all there is, as the import tallies it. */
export interface CountedList extends Lists {
  tallied: Tallied | null;
}

/** The rows of combinations, as `select …`: id0, id1, … and count. */
function combinations(list: CountedList, dimensions: readonly Sql[]): RawBuilder<unknown> {
  const ids = (idOf: (i: number) => RawBuilder<unknown>) =>
    sql.join(dimensions.map(({ grouped }, i) => sql`${grouped(idOf(i))} as ${sql.ref(`id${i}`)}`));
  const groups = sql.join(dimensions.map((_, i) => sql.ref(`id${i}`)));
  const tallied = talliedCombinations(list.tallied, dimensions, ids);
  if (tallied) return sql`${tallied} group by ${groups}`;
  const columns = sql.join(
    [...new Set(dimensions.map(({ column }) => column))].map((column) => sql.ref(column)),
  );
  const values = dimensions.map(
    ({ column }, i) => sql`cross join unnest(${idsIn(column)}) ${sql.ref(`value${i}`)} (id)`,
  );
  return sql`
    select ${ids((i) => sql.ref(`value${i}.id`))}, sum(count)::integer as count
    from (select ${columns}, count(*) as count from ${listed(list).from} group by ${columns}) same
    ${sql.join(values, sql` `)}
    group by ${groups}`;
}

/** The same of the import's tally, where that has it: one dimension of a whole member, two of everything. */
function talliedCombinations(
  of: Tallied | null,
  dimensions: readonly Sql[],
  ids: (idOf: (i: number) => RawBuilder<unknown>) => RawBuilder<unknown>,
): RawBuilder<unknown> | null {
  if (!of) return null;
  const [one, other, ...more] = dimensions.map(({ kind }) => kind);
  if (other === undefined && (one !== 'author' || of.kind === 'all'))
    return sql`
      select ${ids(() => sql`id`)}, sum(count)::integer as count from tally
      where member_kind = ${of.kind}::text and member_id = ${of.id}::integer and kind = ${one}::text`;
  if (of.kind !== 'all' || more.length > 0 || one === 'author' || other === 'author') return null;
  return sql`
    select ${ids((i) => (i === 0 ? sql`member_id` : sql`id`))}, sum(count)::integer as count from tally
    where member_kind = ${one}::text and kind = ${other}::text`;
}

/**
 * How many publications of a list have each combination of values.
 * @returns the `first` rows with most of them, and how many rows there are
 */
export async function countCombinations(
  db: Db,
  list: CountedList,
  by: readonly StatisticsDimension[],
  first: number,
): Promise<{ rowCount: number; rows: StatisticsRow[] }> {
  const dimensions = by.map((dimension) => SQL[dimension]);
  const each = <T>(of: (dimension: Sql, id: RawBuilder<unknown>, row: string) => T) =>
    dimensions.map((dimension, i) => of(dimension, sql.ref(`id${i}`), `label${i}`));
  const labels = each(({ table }, id, row) =>
    table ? sql`left join ${sql.table(table)} ${sql.ref(row)} on ${sql.ref(`${row}.id`)} = ${id}` : sql``,
  );
  const keys = each(
    ({ value, label }, id, row) => sql`json_build_array(${value(id, row)}, ${label(id, row)})`,
  );
  const order = each(({ order: of }, id, row) => sql`${id} = 0, ${of(id, row)} collate "C", ${id}`);
  // Labels are read of those rows only that may come among the first.
  const { rows } = await sql<{ rowCount: number; rows: { keys: [string, string][]; count: number }[] }>`
    with combination as materialized (${combinations(list, dimensions)}), ranked as (
      select *, rank() over (order by count desc) as rank from combination
    ), largest as (
      select count, json_build_array(${sql.join(keys)}) as keys,
        row_number() over (order by count desc, ${sql.join(order)}) as place
      from ranked ${sql.join(labels, sql` `)} where rank <= ${first}::integer
    )
    select (select count(*) from combination) as "rowCount",
      (select coalesce(json_agg(json_build_object('keys', keys, 'count', count) order by place), '[]')
       from largest where place <= ${first}::integer) as rows`.execute(db);
  const [found] = rows;
  if (!found) throw new Error('A select without from gave no row.');
  return {
    rowCount: found.rowCount,
    rows: found.rows.map(({ keys: of, count }) => ({
      count,
      keys: of.map(([value, label], i): StatisticsKey => ({
        dimension: by[i] as StatisticsDimension,
        value,
        label,
      })),
    })),
  };
}

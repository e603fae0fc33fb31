import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { type Condition, all } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { type Lists, selectListed, valuesIn } from '../facet/listed.queries.ts';
import { DIMENSIONS, type DimensionSql } from './dimensions.ts';
import type { RowPlace, StatisticsDimension, StatisticsRow } from './statistics.ts';

/** The dimensions to count by. */
export interface CountedBy {
  dimensions: readonly StatisticsDimension[];
  /** Ids of the regions to count; null counts all regions. */
  regionIds: readonly number[] | null;
}

/** A page of rows: the first `size` rows after a place. */
export interface RowPage {
  size: number;
  after: RowPlace | null;
}

/** A combination of values and its count. A value is an id or, for types and languages, a text. */
interface Combination {
  count: number;
  id0: number | string;
  id1: number | string;
  id2: number | string;
}

/** A page of rows with their places, and the number of all rows. */
export interface CountedRows {
  rowCount: number;
  rows: (StatisticsRow & { place: RowPlace })[];
  hasMore: boolean;
}

/** Counts a list's publications by each combination of values. Returns one page of rows, and the number of all rows. */
export async function countCombinations(
  db: Db,
  list: Lists,
  countedBy: CountedBy,
  { size, after }: RowPage,
): Promise<CountedRows> {
  const dimensions = countedBy.dimensions.map((dimension, i) => {
    const fragments = DIMENSIONS[dimension];
    const [id, row] = [sql.ref(`id${i}`), `label${i}`];
    // A row without a value has no label and no sort key.
    const order = sql<string>`coalesce(${fragments.order(id, row)}, '') collate "C"`;
    return { ...fragments, id, row, order, tie: fragments.tie(id) };
  });
  const keys = dimensions.map(
    ({ id, row, order, tie, value, label }) =>
      sql`${value(id, row)}, ${label(id, row)}, ${order}, ${tie}::text`,
  );
  const places = dimensions.flatMap(({ order, tie }) => [sql`${tie} = 0`, order, tie]);
  const most = size + 1;
  const rows = await db
    .with(
      (cte) => cte('combination').materialized(),
      () => selectCombinations(list, countedBy),
    )
    .with('ranked', (queries) =>
      queries
        .selectFrom('combination')
        .selectAll()
        // Rows tied with the last row of the previous page get their own partition, so that all of them are kept: only
        // their labels tell which come after that row.
        .select(
          sql<number>`rank() over (partition by count = ${after?.count ?? 0}::integer order by count desc)`.as(
            'rank',
          ),
        )
        .$if(after !== null, (query) => query.where('count', '<=', after?.count ?? 0)),
    )
    .with('page', (queries) =>
      joinLabels(queries.selectFrom('ranked'), dimensions)
        .select([
          'count',
          sql<(string | null)[]>`array[${sql.join(keys)}]`.as('keys'),
          sql<number>`row_number() over (order by count desc, ${sql.join(places)})`.as('place'),
        ])
        // Labels are read only for rows that can be on the page.
        .where('rank', '<=', most)
        .$if(after !== null, (query) => query.where(isAfter(after as RowPlace, places)))
        .orderBy('place')
        .limit(most),
    )
    .selectFrom((from) =>
      from
        .selectFrom('combination')
        .select(({ fn }) => fn.countAll<number>().as('rowCount'))
        .as('total'),
    )
    .leftJoin('page', (join) => join.onTrue())
    .select(['rowCount', 'page.count', 'page.keys'])
    .orderBy('page.place')
    .execute();
  // If the page has no rows, the left join leaves one row with only the total.
  const page = rows.flatMap(({ count, keys }) => (count === null || keys === null ? [] : [{ count, keys }]));
  return {
    rowCount: rows[0]?.rowCount ?? 0,
    rows: page.slice(0, size).map((row) => toRow(row, countedBy.dimensions)),
    hasMore: page.length > size,
  };
}

/** @param keys four texts for each dimension: value, label, sort key and tie-breaker */
function toRow(
  { count, keys }: { count: number; keys: (string | null)[] },
  dimensions: readonly StatisticsDimension[],
): StatisticsRow & { place: RowPlace } {
  const parts = dimensions.map((dimension, i) => {
    const [value = null, label = null, order = '', id = 0] = keys.slice(4 * i, 4 * i + 4);
    const printed = value === null ? undefined : DIMENSIONS[dimension].print?.(value);
    return { key: { dimension, value, label, ...printed }, place: { order: order ?? '', id: Number(id) } };
  });
  return {
    count,
    keys: parts.map(({ key }) => key),
    place: { count, keys: parts.map(({ place }) => place) },
  };
}

/** Joins the tables with the labels. Their columns are not in the row type, because only SQL fragments read them. */
function joinLabels<Tables, Row>(
  query: SelectQueryBuilder<Tables, keyof Tables, Row>,
  dimensions: readonly { table: DimensionSql['table']; id: RawBuilder<unknown>; row: string }[],
): typeof query {
  return dimensions.reduce(
    (joined, { table, id, row }) =>
      table
        ? (joined.leftJoin(sql.table(table).as(row), (join) =>
            join.on(sql<boolean>`${sql.ref(`${row}.id`)} = ${id}`),
          ) as unknown as typeof query)
        : joined,
    query,
  );
}

/** True for the rows after a place. `places` are the sort expressions without the count. */
function isAfter({ count, keys }: RowPlace, places: readonly RawBuilder<unknown>[]): Condition {
  const values = keys.flatMap(({ order, id }) => [
    sql`${id === 0}::boolean`,
    sql`${order}::text`,
    sql`${id}::integer`,
  ]);
  return sql`(count < ${count}::integer or (${sql.join(places)}) > (${sql.join(values)}))`;
}

/** The combinations of values that occur in a list, with their counts. */
function selectCombinations(list: Lists, countedBy: CountedBy): RawBuilder<Combination> {
  const dimensions = countedBy.dimensions.map((dimension) => DIMENSIONS[dimension]);
  const values = dimensions.map((_, i) => sql.ref(`value${i}`));
  const ids = dimensions.map(
    ({ group: grouped }, i) => sql`${grouped(sql.ref(`value${i}`))} as ${sql.ref(`id${i}`)}`,
  );
  const isCounted = dimensions.map(({ table }, i) =>
    table === 'region' && countedBy.regionIds
      ? sql<boolean>`(${values[i]} = 0 or ${values[i]} = any(${countedBy.regionIds}::integer[]))`
      : null,
  );
  return sql`(
    select ${sql.join(ids)}, count(*)::integer as count
    from ${selectValues(list, dimensions)} value where ${all(isCounted)}
    group by ${sql.join(dimensions.map((_, i) => sql.ref(`id${i}`)))})`;
}

/** Selects a row for each combination of a publication's values: `value0`, `value1`, …. */
function selectValues(list: Lists, dimensions: readonly DimensionSql[]): RawBuilder<unknown> {
  const columns = [...new Set(dimensions.map(({ column }) => column))];
  // One select list would unnest several arrays in parallel, so each array has its own query.
  return dimensions.reduce<RawBuilder<unknown>>(
    (rows, { column }, i) =>
      sql`(select ${sql.ref(`row${i}`)}.*, unnest(${valuesIn(column)}) as ${sql.ref(`value${i}`)} from ${rows} ${sql.ref(`row${i}`)})`,
    selectListed(list, columns),
  );
}

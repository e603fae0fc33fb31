import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { type Condition, all } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { type Lists, selectListed, valuesIn } from '../facet/listed.queries.ts';
import { DIMENSIONS, type Dimension } from './dimensions.ts';
import type { RowPlace, StatisticsDimension, StatisticsRow } from './statistics.ts';

/** What they are counted by. */
export interface CountedBy {
  dimensions: readonly StatisticsDimension[];
  /** The regions that count, by id; null is all. */
  regionIds: readonly number[] | null;
}

/** Which rows: the first `size` after a place. */
export interface RowPage {
  size: number;
  after: RowPlace | null;
}

/** A row of combined values: an id, or a text, for each dimension. */
interface Combination {
  count: number;
  id0: number | string;
  id1: number | string;
  id2: number | string;
}

/** A page of rows with their places. */
export interface RowsCounted {
  rowCount: number;
  rows: (StatisticsRow & { place: RowPlace })[];
  hasMore: boolean;
}

/** How many publications of a list have each combination of values: a page of the rows, and how many rows there are. */
export async function countCombinations(
  db: Db,
  list: Lists,
  by: CountedBy,
  { size, after }: RowPage,
): Promise<RowsCounted> {
  const dimensions = by.dimensions.map((dimension, i) => {
    const sqlOf = DIMENSIONS[dimension];
    const [id, row] = [sql.ref(`id${i}`), `label${i}`];
    // A row without a value has no label, and nothing to be ordered by.
    const order = sql<string>`coalesce(${sqlOf.order(id, row)}, '') collate "C"`;
    return { ...sqlOf, id, row, order, tie: sqlOf.tie(id) };
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
      () => combinations(list, by),
    )
    .with('ranked', (queries) =>
      queries
        .selectFrom('combination')
        .selectAll()
        // All that have the count of the row before, for the labels tell which of them come after it; then the largest.
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
        // Labels are read of those rows only that may come among the first.
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
  // Without a row on the page there is one that has nothing but the total.
  const page = rows.flatMap(({ count, keys }) => (count === null || keys === null ? [] : [{ count, keys }]));
  return {
    rowCount: rows[0]?.rowCount ?? 0,
    rows: page.slice(0, size).map((row) => toRow(row, by.dimensions)),
    hasMore: page.length > size,
  };
}

/** @param keys of each dimension four: the value, its label, what it is ordered by, and what tells equals apart */
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

/** Joins the tables that have the labels. Their columns are not in the type: only fragments of SQL read them. */
function joinLabels<Tables, Row>(
  query: SelectQueryBuilder<Tables, keyof Tables, Row>,
  dimensions: readonly { table: Dimension['table']; id: RawBuilder<unknown>; row: string }[],
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

/** True of the rows after a place, given what places are made of but for the count. */
function isAfter({ count, keys }: RowPlace, places: readonly RawBuilder<unknown>[]): Condition {
  const values = keys.flatMap(({ order, id }) => [
    sql`${id === 0}::boolean`,
    sql`${order}::text`,
    sql`${id}::integer`,
  ]);
  return sql`(count < ${count}::integer or (${sql.join(places)}) > (${sql.join(values)}))`;
}

/** The rows of combinations. */
function combinations(list: Lists, by: CountedBy): RawBuilder<Combination> {
  const dimensions = by.dimensions.map((dimension) => DIMENSIONS[dimension]);
  const values = dimensions.map((_, i) => sql.ref(`value${i}`));
  const ids = dimensions.map(
    ({ grouped }, i) => sql`${grouped(sql.ref(`value${i}`))} as ${sql.ref(`id${i}`)}`,
  );
  const isCounted = dimensions.map(({ table }, i) =>
    table === 'region' && by.regionIds
      ? sql<boolean>`(${values[i]} = 0 or ${values[i]} = any(${by.regionIds}::integer[]))`
      : null,
  );
  return sql`(
    select ${sql.join(ids)}, count(*)::integer as count
    from ${selectValues(list, dimensions)} value where ${all(isCounted)}
    group by ${sql.join(dimensions.map((_, i) => sql.ref(`id${i}`)))})`;
}

/** A row for each combination of values that a publication has: `value0`, `value1`, …. */
function selectValues(list: Lists, dimensions: readonly Dimension[]): RawBuilder<unknown> {
  const columns = [...new Set(dimensions.map(({ column }) => column))];
  // A select list would unnest several arrays side by side: each has a query of its own.
  return dimensions.reduce<RawBuilder<unknown>>(
    (rows, { column }, i) =>
      sql`(select ${sql.ref(`row${i}`)}.*, unnest(${valuesIn(column)}) as ${sql.ref(`value${i}`)} from ${rows} ${sql.ref(`row${i}`)})`,
    selectListed(list, columns),
  );
}

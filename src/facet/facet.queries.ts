import { sql } from 'kysely';
import type { PublicationColumn } from '../counts/copied.ts';
import type { Db } from '../db/database.ts';
import { listedColumn } from '../publication/publication.ts';
import { type TallyKind, findAllCounts } from '../publication/tally.queries.ts';
import type { CountedDimension, Dimension, ValueCounts } from './facet.ts';
import { type Lists, selectListed, valuesIn } from './listed.queries.ts';

/** Ids that stand for "no value" (an id or a text) and for "worldwide". */
const NONE = ['0', ''] as const;
const WORLDWIDE = '-1';

/** The column of `publication` with the values of a dimension. */
export function columnOf({ dimension, reach }: CountedDimension): PublicationColumn {
  switch (dimension) {
    case 'year':
      return 'year_key';
    case 'type':
      return 'type';
    case 'language':
      return 'language_keys';
    default:
      return listedColumn(dimension, reach);
  }
}

/** The key of a result of `countValues`: a member and a dimension. */
export function answerKey(memberId: number, counted: CountedDimension): string {
  return `${memberId} ${columnOf(counted)}`;
}

/**
 * Counts each list's publications by the values of some dimensions.
 * @returns counts by `answerKey`; lists without publications are absent
 */
export async function countValues(
  db: Db,
  lists: Lists,
  dimensions: readonly CountedDimension[],
): Promise<Map<string, ValueCounts>> {
  // Two facets may read the same column, such as `regions` under two aliases.
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
  const rows = await db
    .with(
      // In the column store, reading a column again is faster than materializing it.
      (cte) => (lists.isColumnar ? cte('listed').notMaterialized() : cte('listed').materialized()),
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

/** Counts as two parallel arrays. Sending and reading a row per value would take longer than counting. */
interface GatheredCounts {
  ids: string[];
  counts: number[];
}

function toCounts({ ids, counts: countsOfIds }: GatheredCounts): ValueCounts {
  const counts = new Map(ids.map((id, i) => [id, Number(countsOfIds[i])]));
  const [id, text] = NONE;
  const missing = counts.get(id) ?? counts.get(text) ?? 0;
  const worldwide = counts.get(WORLDWIDE) ?? 0;
  for (const value of [id, text, WORLDWIDE]) counts.delete(value);
  return { counts, missing, worldwide };
}

/** Reads the materialized counts of the whole catalogue, in the form of `countValues`. @returns counts by dimension */
export async function findTallies<Kind extends Dimension & TallyKind>(
  db: Db,
  dimensions: readonly Kind[],
): Promise<Map<Kind, ValueCounts>> {
  const found = await findAllCounts(db, dimensions);
  return new Map(
    [...found].map(([dimension, counts]) => [
      dimension,
      toCounts({ ids: [...counts.keys()].map(String), counts: [...counts.values()] }),
    ]),
  );
}

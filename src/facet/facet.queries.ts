import { sql } from 'kysely';
import type { PublicationColumn } from '../counts/copied.ts';
import type { Db } from '../db/database.ts';
import { listedColumn } from '../publication/publication.ts';
import { type TallyKind, findAllCounts } from '../publication/tally.queries.ts';
import type { Counted, Dimension, ValueCounts } from './facet.ts';
import { type Lists, selectListed, valuesIn } from './listed.queries.ts';

/** Values that stand for "no value", by id or as a text, and for "worldwide". */
const NONE = ['0', ''] as const;
const WORLDWIDE = '-1';

/** The publication's column that has the values. */
export function columnOf({ dimension, reach }: Counted): PublicationColumn {
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
  const [id, text] = NONE;
  const missing = counts.get(id) ?? counts.get(text) ?? 0;
  const worldwide = counts.get(WORLDWIDE) ?? 0;
  for (const value of [id, text, WORLDWIDE]) counts.delete(value);
  return { counts, missing, worldwide };
}

/** The same as `countValues` for the whole catalogue, as the import counted it. @returns by dimension */
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

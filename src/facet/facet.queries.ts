import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { unseen } from '../db/plans.ts';
import { listedColumn } from '../publication/publication.ts';
import { type Lists, idsIn, listed, sameRows } from './counted.queries.ts';
import { type PackedColumn, countPacked, packed } from './packed.ts';
import type { Counted, Dimension, Tallied, TalliedKind, ValueCounts } from './facet.ts';

/** Ids that stand for "no value" and for "worldwide" among those of values. */
const NONE = 0;
const WORLDWIDE = -1;

/** The publication's column that has the values. */
export function columnOf({ dimension, reach }: Counted): string {
  return dimension === 'year' ? 'year_key' : listedColumn(dimension, reach);
}

/** The key of an answer among many: a member's, of one dimension. */
export function answerKey(memberId: number, counted: Counted): string {
  return `${memberId} ${columnOf(counted)}`;
}

/** So many publications are counted in the process at most: it answers nobody else meanwhile, and has them in memory. */
const MOST_PACKED = 50_000;

/** Each column once: two facets may be of one, as regions by two aliases. */
function columnsOf(dimensions: readonly Counted[]): PackedColumn[] {
  const columns = new Map(
    dimensions.map((counted) => [
      columnOf(counted),
      { name: columnOf(counted), isWidened: counted.isWidened },
    ]),
  );
  return [...columns.values()];
}

/**
 * How many publications of each list have each value of some dimensions, counted in this process from the rows that
 * PostgreSQL finds: for few it is the fastest way.
 * @returns by `answerKey`, a list without publications is absent; null if there are more than `most`
 */
export async function countFew(
  db: Db,
  lists: Lists,
  dimensions: readonly Counted[],
  most = MOST_PACKED,
): Promise<Map<string, ValueCounts> | null> {
  const columns = columnsOf(dimensions);
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

/** The same numbers as `countFew`, counted by the database. @returns by `answerKey`; a list without publications is absent */
export async function countMany(
  db: Db,
  lists: Lists,
  dimensions: readonly Counted[],
): Promise<Map<string, ValueCounts>> {
  const columns = columnsOf(dimensions);
  const selected = columns.map(({ name }) => sql.ref(`p.${name}`));
  if (columns.some(({ isWidened }) => isWidened)) selected.push(sql.ref('p.is_worldwide'));
  const parts = columns.map(({ name, isWidened }) => {
    const ids = isWidened
      ? sql`${idsIn(name)} || case when is_worldwide then array[-1] else array[]::integer[] end`
      : idsIn(name);
    const scope = isWidened ? sql`, is_worldwide` : sql``;
    const count = isWidened ? sql`sum(count) filter (where id <= 0 or not is_worldwide)` : sql`sum(count)`;
    return sql`
      select ${name}::text as "column", "memberId", id, coalesce(${count}, 0)::integer as count
      from (select "memberId", count${scope}, unnest(${ids}) as id from same where ${sql.ref(name)} is not null) value
      group by "memberId", id`;
  });
  // The column store reads a column again faster than it keeps it, unless it has to look up ids that were found elsewhere.
  const isReadAgain = lists.isColumnar && lists.isCopied;
  const { rows } = await sql<GatheredCounts & { column: string; memberId: number }>`
    with same as ${isReadAgain ? sql`not materialized` : sql`materialized`} ${
      lists.isColumnar ? sameRows(lists, sql.join(selected)) : sameRowsOfEach(lists, columns, selected)
    }
    select "column", "memberId", ${gathered} from (${sql.join(parts, sql` union all `)}) counted
    group by "column", "memberId"`.execute(db);
  return new Map(rows.map((row) => [`${row.memberId} ${row.column}`, toCounts(row)]));
}

/** Publications with the same values of a column are counted together first. A column is null in the sets of the others. */
function sameRowsOfEach(
  lists: Lists,
  columns: readonly PackedColumn[],
  selected: readonly RawBuilder<unknown>[],
): RawBuilder<unknown> {
  const { memberId, from } = listed(lists);
  const sets = columns.map(
    ({ name, isWidened }) =>
      sql`("memberId", ${sql.ref(`p.${name}`)}${isWidened ? sql`, p.is_worldwide` : sql``})`,
  );
  return sql`(
    select ${memberId} as "memberId", ${sql.join(selected)}, count(*) as count
    from ${from} group by grouping sets (${sql.join(sets)}))`;
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

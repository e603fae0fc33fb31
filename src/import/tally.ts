import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { MEMBERSHIPS, MEMBERSHIP_KINDS, type MembershipKind } from '../publication/memberships.ts';
import { EVERYTHING, type TallyKind } from '../publication/tally.queries.ts';

/** The values of a publication that have counts, as in its row. */
export type TalliedRow = { year: number | null } & {
  readonly [Column in (typeof MEMBERSHIPS)[MembershipKind]['listedColumn']]: readonly number[];
};

/** The columns with these values. */
export const TALLIED_COLUMNS = [
  'year',
  ...MEMBERSHIP_KINDS.map((kind) => MEMBERSHIPS[kind].listedColumn),
] as const;

/** A row of the table `tally`, or the change of one. */
export interface TallyRow {
  kind: TallyKind;
  id: number;
  count: number;
}

/** "No value" has a count too, under the id 0. */
const NONE: readonly number[] = [0];

/** Number of authors from which a tally is written before more are counted. */
const MANY_AUTHORS = 100_000;

/** Number of rows per statement. */
const ROWS_AT_ONCE = 10_000;

/** A run's changes to the table `tally`, the materialized counts of publications by value. */
export class Tally {
  private readonly counts = new Map<TallyKind, Map<number, number>>(
    (['all', 'year', ...MEMBERSHIP_KINDS] as const).map((kind) => [kind, new Map<number, number>()]),
  );

  /** Whether it takes so much memory that it should be written and replaced. */
  get isLarge(): boolean {
    return (this.counts.get('author')?.size ?? 0) > MANY_AUTHORS;
  }

  /** Adds publications (1) or subtracts them (-1). */
  add(rows: readonly TalliedRow[], change: 1 | -1): void {
    for (const row of rows)
      for (const [kind, counts] of this.counts)
        for (const id of idsOf(kind, row)) counts.set(id, (counts.get(id) ?? 0) + change);
  }

  /** The changes that are not zero. */
  *rows(): Generator<TallyRow> {
    for (const [kind, counts] of this.counts)
      for (const [id, count] of counts) if (count !== 0) yield { kind, id, count };
  }
}

function idsOf(kind: TallyKind, row: TalliedRow): readonly number[] {
  if (kind === 'all') return [EVERYTHING];
  if (kind === 'year') return [row.year ?? 0];
  const ids = row[MEMBERSHIPS[kind].listedColumn];
  return ids.length === 0 ? NONE : ids;
}

/** Adds the changes to the table. */
export async function writeTally(db: Db, tally: Tally): Promise<void> {
  const rows = [...tally.rows()];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await addCounts(db, rows.slice(from, from + ROWS_AT_ONCE));
  if (rows.some(({ count }) => count < 0)) await db.deleteFrom('tally').where('count', '=', 0).execute();
}

async function addCounts(db: Db, rows: readonly TallyRow[]): Promise<void> {
  const values = sql<TallyRow>`unnest(
    ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ id }) => id)}::integer[],
    ${rows.map(({ count }) => count)}::integer[])`.as<'changed'>(sql`changed (kind, id, count)`);
  await db
    .insertInto('tally')
    .columns(['kind', 'id', 'count'])
    .expression((from) => from.selectFrom(values).select(['kind', 'id', 'count']))
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'id'])
        .doUpdateSet((row) => ({ count: row('tally.count', '+', row.ref('excluded.count')) })),
    )
    .execute();
}

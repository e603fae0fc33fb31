import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import {
  MEMBERSHIPS,
  MEMBERSHIP_KINDS,
  type MembershipKind,
  TALLIED_MEMBERSHIPS,
} from '../publication/memberships.ts';

type ListedColumn = (typeof MEMBERSHIPS)[MembershipKind]['listedColumn'];

/** The values that a publication counts under, as its row has them. `author_ids` are contributors in any role. */
export type TalliedRow = { year: number | null } & {
  readonly [Column in ListedColumn | 'author_role_ids']: readonly number[];
};

/** The columns of a publication that it counts under. */
export const TALLIED_COLUMNS = [
  'year',
  ...MEMBERSHIP_KINDS.map((kind) => MEMBERSHIPS[kind].listedColumn),
  'author_role_ids',
] as const;

/** A row of the table `tally`, `count` being by how much it changes. */
export interface TallyRow {
  member_kind: string;
  member_id: number;
  kind: string;
  id: number;
  count: number;
}

interface TalliedValue {
  kind: string;
  id: number;
}

const KINDS = ['all', 'year', ...TALLIED_MEMBERSHIPS] as const;

/** Authors are counted of everything only: there are too many to count each beside every other value. */
const AUTHOR_KINDS = ['author', 'author_role'] as const;

/** From how many different values, or authors, on a tally is written before more is counted. */
const MANY_VALUES = 2000;
const MANY_AUTHORS = 100_000;

/** How many rows are written in one statement. */
const ROWS_AT_ONCE = 10_000;

/**
 * What a run changes in the table `tally`: how many publications with a value also have each other. A million
 * publications make some hundred million pairs, so they are counted in arrays, each pair once: `counts[a][b]`, a not
 * before b, of the values in places a and b.
 */
export class Tally {
  private readonly places = KINDS.map(() => new Map<number, number>());
  private readonly values: TalliedValue[] = [];
  private readonly counts: Int32Array[] = [];
  private readonly authors = {
    author: new Map<number, number>(),
    author_role: new Map<number, number>(),
  };

  /** Whether it should be written and begun anew, for it grows with the square of the values. */
  get isLarge(): boolean {
    return this.values.length > MANY_VALUES || this.authors.author.size > MANY_AUTHORS;
  }

  /** Counts publications, or with -1 takes them away. */
  add(rows: readonly TalliedRow[], change: 1 | -1): void {
    for (const row of rows) {
      const places = this.placesOf(row);
      for (let i = 0; i < places.length; i++) {
        const a = places[i] as number;
        for (let j = 0; j <= i; j++) {
          const b = places[j] as number;
          const counts = this.counts[Math.max(a, b)] as Int32Array;
          counts[Math.min(a, b)] = (counts[Math.min(a, b)] as number) + change;
        }
      }
      for (const kind of AUTHOR_KINDS) {
        const counts = this.authors[kind];
        for (const id of orNone(row[`${kind}_ids`])) counts.set(id, (counts.get(id) ?? 0) + change);
      }
    }
  }

  /** What has changed. */
  *rows(): Generator<TallyRow> {
    const row = (member: number, value: number, count: number): TallyRow => {
      const { kind, id } = this.values[member] as TalliedValue;
      return { member_kind: kind, member_id: id, ...(this.values[value] as TalliedValue), count };
    };
    for (const [a, counts] of this.counts.entries())
      for (const [b, count] of counts.entries()) {
        if (count === 0) continue;
        yield row(a, b, count);
        if (a !== b) yield row(b, a, count);
      }
    for (const kind of AUTHOR_KINDS)
      for (const [id, count] of this.authors[kind])
        if (count !== 0) yield { member_kind: 'all', member_id: 0, kind, id, count };
  }

  private placesOf(row: TalliedRow): number[] {
    const places: number[] = [];
    const ids = [
      ALL,
      [row.year ?? 0],
      ...TALLIED_MEMBERSHIPS.map((kind) => row[MEMBERSHIPS[kind].listedColumn]),
    ];
    for (let kind = 0; kind < ids.length; kind++)
      for (const id of orNone(ids[kind] as readonly number[])) places.push(this.placeOf(kind, id));
    return places;
  }

  private placeOf(kind: number, id: number): number {
    const places = this.places[kind] as Map<number, number>;
    const known = places.get(id);
    if (known !== undefined) return known;
    const place = this.values.length;
    places.set(id, place);
    this.values.push({ kind: KINDS[kind] as string, id });
    this.counts.push(new Int32Array(place + 1));
    return place;
  }
}

const ALL: readonly number[] = [0];
const NONE: readonly number[] = [0];

/** "No value" is counted too, under the id 0. */
function orNone(ids: readonly number[]): readonly number[] {
  return ids.length === 0 ? NONE : ids;
}

/** Brings the table to what has changed. */
export async function writeTally(db: Db, tally: Tally): Promise<void> {
  let rows: TallyRow[] = [];
  let isLess = false;
  const write = async () => {
    if (rows.length > 0)
      await sql`
        insert into tally (member_kind, member_id, kind, id, count)
        select * from unnest(
          ${rows.map((row) => row.member_kind)}::text[], ${rows.map((row) => row.member_id)}::integer[],
          ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.id)}::integer[],
          ${rows.map((row) => row.count)}::integer[])
        on conflict (member_kind, member_id, kind, id) do update set count = tally.count + excluded.count`.execute(
        db,
      );
    rows = [];
  };
  for (const row of tally.rows()) {
    rows.push(row);
    isLess ||= row.count < 0;
    if (rows.length >= ROWS_AT_ONCE) await write();
  }
  await write();
  if (isLess) await sql`delete from tally where count = 0`.execute(db);
}

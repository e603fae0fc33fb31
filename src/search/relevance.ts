import { type RawBuilder, sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import type { Matched, Tier } from './search.ts';

const p = columnsOf('publication', 'p');

/** Tiers by how good they are. Part of cursors: a new tier gets a number that no other had. */
const RANKS: Record<Matched, number> = { TITLE_PHRASE: 4, TITLE: 3, NAMES: 2, ABSTRACT: 1 };
const BEST = 4;

/** The factor by which the rank of a tier stands before the year in a key. */
const YEARS = 10_000;

export function rankOf({ matched }: Pick<Tier, 'matched'>): number {
  return matched === null ? 0 : RANKS[matched];
}

/** How well publications of a tier answer, from 0 to 1; 0 if nothing is searched for. */
export function relevanceOf(rank: number): number {
  return rank / BEST;
}

/** The tier's name by its rank, or null if nothing is searched for. */
export function matchedOf(rank: number): Matched | null {
  const found = Object.entries(RANKS).find(([, value]) => value === rank);
  return found ? (found[0] as Matched) : null;
}

/** The rank of the tier that a hit `p` is in. */
export function rankExpression(tiers: readonly Tier[]): RawBuilder<number> {
  const better = tiers.slice(0, -1);
  const last = tiers.at(-1);
  const worst = sql.lit(last ? rankOf(last) : 0);
  if (better.length === 0) return sql<number>`${worst}`;
  const cases = better.map(
    (tier) => sql`when ${p('document')} @@ ${tier.query}::tsquery then ${sql.lit(rankOf(tier))}`,
  );
  return sql<number>`case ${sql.join(cases, sql` `)} else ${worst} end`;
}

/** The order of relevance: the tier, then the year, as one integer. Of the row `p`. */
export function relevanceKey(tiers: readonly Tier[]): RawBuilder<number> {
  return sql<number>`(${rankExpression(tiers)}) * ${sql.lit(YEARS)} + ${p('year_key')}`;
}

/** The key of a publication of a tier. */
export function keyOf(rank: number, yearKey: number): number {
  return rank * YEARS + yearKey;
}

/** What a key is made of. */
export function readKey(key: number): { rank: number; yearKey: number } {
  return { rank: Math.floor(key / YEARS), yearKey: key % YEARS };
}

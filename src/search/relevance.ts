import { type Expression, type RawBuilder, sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import type { Matched, Tier } from './search.ts';

const p = columnsOf('publication', 'p');

/** Rank of each tier; higher is better. Cursors contain ranks, so never reuse a number for another tier. */
const RANKS: Record<Matched, number> = { TITLE_PHRASE: 4, TITLE: 3, NAMES: 2, ABSTRACT: 1 };
const BEST = 4;

/** Factor of the rank in a sort key. It is greater than every year key, so the rank always decides before the year. */
const YEARS = 10_000;

/** Returns the rank of a tier; 0 if nothing is searched for. */
export function rankOf({ matched }: Pick<Tier, 'matched'>): number {
  return matched === null ? 0 : RANKS[matched];
}

/** Converts a rank to a relevance from 0 to 1; 0 if nothing is searched for. */
export function relevanceOf(rank: number): number {
  return rank / BEST;
}

/** Returns the name of the tier with this rank; null if nothing is searched for. */
export function matchedOf(rank: number): Matched | null {
  const found = Object.entries(RANKS).find(([, value]) => value === rank);
  return found ? (found[0] as Matched) : null;
}

/** A tier in a statement. Its query is a value, or a parameter of a compiled query. */
export interface RankedTier extends Pick<Tier, 'matched'> {
  query: string | Expression<string>;
}

/** Makes the SQL expression for the rank of a hit `p`. Expects that `p` is in one of the tiers. */
export function rankExpression(tiers: readonly RankedTier[]): RawBuilder<number> {
  const better = tiers.slice(0, -1);
  const last = tiers.at(-1);
  const worst = sql.lit(last ? rankOf(last) : 0);
  if (better.length === 0) return sql<number>`${worst}`;
  const cases = better.map(
    (tier) => sql`when ${p('document')} @@ ${tier.query}::tsquery then ${sql.lit(rankOf(tier))}`,
  );
  return sql<number>`case ${sql.join(cases, sql` `)} else ${worst} end`;
}

/** Makes the SQL expression for the relevance key of a hit `p`: rank and year in one integer. */
export function relevanceKey(tiers: readonly RankedTier[]): RawBuilder<number> {
  return sql<number>`(${rankExpression(tiers)}) * ${sql.lit(YEARS)} + ${p('year_key')}`;
}

/** Makes the relevance key from a rank and a year key, as `relevanceKey` does in SQL. */
export function keyOf(rank: number, yearKey: number): number {
  return rank * YEARS + yearKey;
}

/** Splits a relevance key into rank and year key. */
export function readKey(key: number): { rank: number; yearKey: number } {
  return { rank: Math.floor(key / YEARS), yearKey: key % YEARS };
}

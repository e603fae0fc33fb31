import { type RawBuilder, sql } from 'kysely';

/** Of the key by which publications are ordered, what is relevance and what is the year, which orders equal ones. */
const YEARS = 10_000;
const STEPS = 100_000;

/**
 * What a list by relevance is ordered by, of the publication's columns: how well its document answers, in whole steps so
 * that a cursor has it exactly, then the year. A stem counts by the best place that it stands at and a little more for
 * each other; stems are added up, wherever they stand: where words must stand together, the query says so.
 */
export function relevanceKey(rank: string | null): RawBuilder<number> {
  if (rank === null) return sql<number>`year_key::integer`;
  return sql<number>`
    least(${STEPS}::integer, (${STEPS}::integer * ts_rank(document, ${rank}::tsquery))::integer) * ${YEARS}::integer
      + year_key`;
}

/** The relevance that a key has, from 0 to 1. */
export function relevanceOf(key: number): number {
  return Math.floor(key / YEARS) / STEPS;
}

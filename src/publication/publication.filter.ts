import { type Condition, all } from '../db/conditions.ts';
import type { Conditions } from '../counts/found.ts';
import type { PublicationFilter } from '../schema.generated.ts';
import { matchesSearch } from '../search/search.conditions.ts';
import { translateSearch } from '../search/search.filter.ts';
import type { Search } from '../search/search.ts';
import { toSql } from './conditions.filter.ts';
import { readsIdsOnly } from './contributors.filter.ts';
import { FILED_PLURALS, hasFieldOf } from './memberships.ts';
import { type NameLookup, type Names, lookUp } from './publication.names.ts';
import type { Membership } from './publication.ts';
import { yearToSql } from './ranges.filter.ts';
import { type Years, limitsYears } from './years.ts';
import { findSoleMembership } from './sole.filter.ts';

/** The SQL conditions of a filter and a search. */
export interface ListConditions extends Conditions {
  /** Condition on the row `p`: `searched` and `filtered`. Null matches all publications. */
  where: Condition | null;
  /** The year filter and the rest of `where`; null if no year is asked for. */
  years: Years | null;
  /**
   * The same condition, split into a membership and the rest, if the filter requires exactly one country, region,
   * author, topic or category. Such a list is read from the membership table, in its order. Null for a search, which
   * has an index of its own.
   */
  sole: { membership: Membership; rest: Condition | null; years: Years | null } | null;
  /** The search. `where` includes it. */
  search: Search | null;
  /** Whether there is a search and no other condition. */
  isSearchAlone: boolean;
  /** Estimate of the number of publications that the search finds; `Infinity` if there is none. */
  countExpected: number;
}

/** Chooses how a list is read: from the membership table if there is a sole membership, otherwise by its condition. */
export function chooseMembership({ where, filtered, years, sole }: ListConditions): {
  membership: Membership | null;
  where: Condition | null;
  filtered: Condition | null;
  years: Years | null;
} {
  return sole
    ? { membership: sole.membership, where: sole.rest, filtered: sole.rest, years: sole.years }
    : { membership: null, where, filtered, years };
}

/**
 * Translates a filter and a search into SQL conditions. Pages, counts, facets, statistics and exports all use them, so
 * that their results agree. Names are resolved first, because the planner estimates better with constant ids.
 * @throws BAD_USER_INPUT naming the argument: for a code, slug or id that does not exist or is of another type, a range
 *   that ends before it starts, or a filter or search that is too large
 */
export async function translateFilter(
  filter: PublicationFilter | null | undefined,
  search: string | null | undefined,
  lookup: NameLookup,
): Promise<ListConditions> {
  const [searched, names] = await Promise.all([
    translateSearch(search, lookup),
    filter ? lookUp(filter, lookup, 'filter') : null,
  ]);
  const filtered = filter && names ? filterToSql(filter, names) : { where: null, years: null };
  const isCopied = readsCopied(filter);
  if (searched === null)
    return {
      ...filtered,
      sole: filter && names ? soleToSql(filter, names) : null,
      searched: null,
      stemClauses: null,
      filtered: filtered.where,
      isCopied,
      search: null,
      isSearchAlone: false,
      countExpected: Infinity,
    };
  const addSearch = (condition: Condition | null) => all([matchesSearch(searched.query), condition]);
  return {
    where: addSearch(filtered.where),
    years: filtered.years && { ...filtered.years, rest: addSearch(filtered.years.rest) },
    // A search is never read from a membership table.
    sole: null,
    searched: matchesSearch(searched.query),
    stemClauses: searched.stemClauses,
    filtered: filtered.where,
    isCopied,
    search: searched,
    isSearchAlone: filtered.where === null,
    countExpected: searched.countExpected,
  };
}

/** The fields of a filter that read only columns of the columnar copy. */
const COPIED_FIELDS: ReadonlySet<string> = new Set<keyof PublicationFilter>([
  ...(['and', 'or', 'not', 'ids', 'slugs', 'year', 'isWorldwide', 'includeWorldwide'] as const),
  ...(['countries', 'regions', 'authors', 'contributors', 'publishers', 'types', 'languages'] as const),
  ...(['hasCountries', 'hasRegions', 'hasAuthors', 'hasContributors', 'hasPublishers'] as const),
  ...(['hasYear', 'hasType', 'hasLanguages'] as const),
  ...FILED_PLURALS.flatMap((plural) => [plural, hasFieldOf(plural)]),
]);

function readsCopied(filter: PublicationFilter | null | undefined): boolean {
  if (!filter) return true;
  const given = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);
  const { authors, contributors, publishers, and, or, not } = filter;
  return (
    given.every(([field]) => COPIED_FIELDS.has(field)) &&
    [authors, contributors, publishers].every((choice) => !choice || readsIdsOnly(choice)) &&
    [...(and ?? []), ...(or ?? []), not].every(readsCopied)
  );
}

function filterToSql(filter: PublicationFilter, names: Names): Pick<ListConditions, 'where' | 'years'> {
  const { year } = filter;
  if (!limitsYears(year)) return { where: toSql(filter, names, 'filter'), years: null };
  const rest = toSql({ ...filter, year: null }, names, 'filter');
  return { where: all([rest, ...yearToSql(year, 'filter.year')]), years: { range: year, rest } };
}

function soleToSql(filter: PublicationFilter, names: Names): ListConditions['sole'] {
  const sole = findSoleMembership(filter, names, 'filter');
  if (sole === null) return null;
  const { where: rest, years } = filterToSql(sole.rest, names);
  return { membership: sole.membership, rest, years };
}

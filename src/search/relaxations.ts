import { type Condition, all } from '../db/conditions.ts';
import type { Context } from '../context.ts';
import { toRfc3339 } from '../graphql/instant.ts';
import type { InstantFilter, PublicationFilter } from '../schema.generated.ts';
import { matchesSearch } from './search.conditions.ts';
import type { Search } from './search.ts';

/** The arguments of a list without one of its conditions, and how many publications they find. */
export interface Relaxation {
  without: string;
  count: number;
  search: string | null;
  filter: PublicationFilter | null;
}

const MOST_TRIED = 10;

/** Counts the publications of a list that match `where`. `without` names the condition that was dropped. */
export type CountWhere = (where: Condition | null, without: string) => Promise<number>;

/** An empty list: its search, its filter, and a function that counts what other conditions find. */
interface EmptyList {
  filter: PublicationFilter;
  /** The search as the client sent it. `search` is its translation. */
  searchText: string | null;
  search: Search | null;
  countWhere: CountWhere;
}

/** A relaxation that is not counted yet. */
interface Attempt extends Omit<Relaxation, 'count'> {
  /** The remaining condition; null if there is none. */
  where: Condition | null;
}

/**
 * For an empty list: drops each condition in turn and counts what the others find.
 * @returns the relaxations that find something, most publications first
 */
export async function findRelaxations(list: EmptyList, context: Context): Promise<Relaxation[]> {
  const ofSearch = await relaxSearch(list, context);
  const ofFilter = await relaxFilter(list, context, MOST_TRIED - ofSearch.length);
  const counted = await Promise.all(
    [...ofSearch, ...ofFilter].map(async ({ where, ...rest }) => ({
      ...rest,
      count: await list.countWhere(where, rest.without),
    })),
  );
  return counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}

/** Drops each condition of the search in turn, unless no other condition of the search or the filter is left. */
async function relaxSearch({ filter, search }: EmptyList, context: Context): Promise<Attempt[]> {
  if (!search) return [];
  const { where } = await context.translateFilter(filter, null);
  return search
    .conditions(MOST_TRIED)
    .filter(({ rest }) => rest !== null || where !== null)
    .map(({ text, rest, restText }) => ({
      without: text,
      where: all([rest === null ? null : matchesSearch(rest), where]),
      search: restText,
      filter: toVariable(filter),
    }));
}

/** Drops each condition of the filter in turn. */
function relaxFilter(
  { filter, search, searchText }: EmptyList,
  context: Context,
  most: number,
): Promise<Attempt[]> {
  const attempts = conditionsOf(filter).slice(0, most);
  return Promise.all(
    attempts.map(async ({ path, rest }) => {
      const { where } = await context.translateFilter(rest, null);
      return {
        without: `filter.${path}`,
        where: search ? all([matchesSearch(search.query), where]) : where,
        search: searchText,
        filter: toVariable(rest),
      };
    }),
  );
}

/** Lists the conditions of a filter, each with the rest of the filter. */
function conditionsOf(filter: PublicationFilter): { path: string; rest: PublicationFilter }[] {
  const fields = Object.keys(filter) as (keyof PublicationFilter)[];
  return fields.flatMap((field): { path: string; rest: PublicationFilter }[] => {
    if (field === 'and')
      return (filter.and ?? []).map((_, dropped) => ({
        path: `and[${dropped}]`,
        rest: { ...filter, and: filter.and?.filter((__, i) => i !== dropped) },
      }));
    return isCondition(filter, field) ? [{ path: field, rest: { ...filter, [field]: null } }] : [];
  });
}

/** Whether a field of a filter narrows the result. `includeWorldwide` is the only field that widens it. */
function isCondition(filter: PublicationFilter, field: keyof PublicationFilter): boolean {
  return filter[field] !== null && filter[field] !== undefined && field !== 'includeWorldwide';
}

/** Converts a coerced filter back to the form of a variable; null if it has no condition. */
function toVariable(filter: PublicationFilter): PublicationFilter | null {
  const { and, or, not, created, updated, ...others } = filter;
  const all = {
    ...others,
    and: and && (and.length > 0 ? and.map((part) => toVariable(part) ?? {}) : null),
    or: or?.map((part) => toVariable(part) ?? {}),
    not: not && (toVariable(not) ?? {}),
    created: created && instantsOf(created),
    updated: updated && instantsOf(updated),
  };
  const given = Object.entries(all).filter(([, value]) => value !== null && value !== undefined);
  return given.length === 0 ? null : Object.fromEntries(given);
}

/** Converts instants from PostgreSQL's form to RFC 3339. */
function instantsOf({ from, before }: InstantFilter): InstantFilter {
  return { ...(from && { from: toRfc3339(from) }), ...(before && { before: toRfc3339(before) }) };
}

import { type RawBuilder, sql } from 'kysely';
import { type Condition, all, any, idAmong, not, overlaps } from '../db/conditions.ts';
import { badInput } from '../graphql/errors.ts';
import { toRfc3339 } from '../graphql/instant.ts';
import type { InstantFilter, PublicationFilter, RegionMatch, YearFilter } from '../schema.generated.ts';
import type { Reference } from '../reference/reference.ts';
import { readRegion } from '../reference/read.ts';
import { found } from '../search/found.ts';
import { understand } from '../search/search.filter.ts';
import type { Search } from '../search/search.ts';
import {
  type Choice,
  type IdsOf,
  type NameLookup,
  type Names,
  authorIds,
  countryIds,
  filedIds,
  lookUp,
  publicationIds,
} from './publication.names.ts';
import { choiceToSql } from './choice.filter.ts';
import { bibliographyToSql } from './bibliography.filter.ts';
import { authorsToSql, contributorsToSql, publishersToSql, readsIdsOnly } from './contributors.filter.ts';
import { type Membership, REACH } from './publication.ts';

/** Which publications. */
export interface Matching {
  /** Of the row `p`; null is every one. */
  where: Condition | null;
  /**
   * The same said in another way, where the filter asks for one country, region, author, topic or category above all
   * else: those of its publications for which `rest` holds. A list of them is read off its own table, in order.
   */
  sole: { membership: Membership; rest: Condition | null } | null;
  /** `where` without the search. */
  filtered: Condition | null;
  /** What is searched for; `where` and `rest` have it. */
  search: Search | null;
  /** Whether that is all that is asked for. */
  isSearchAlone: boolean;
  /** Whether `where` and `rest` read only columns that the copy in the column store has. */
  isCopied: boolean;
}

/**
 * The same as a list of its own: of the membership that is asked for above all else, where there is one. A search has an
 * index of its own, which finds more directly than a table of members does.
 */
export function soleList({ where, sole, search }: Matching): {
  membership: Membership | null;
  where: Condition | null;
} {
  return sole && !search ? { membership: sole.membership, where: sole.rest } : { membership: null, where };
}

/**
 * Which publications a filter and a search find together, as SQL: the one place where that is decided, behind pages,
 * counts, facets and statistics alike. Names are looked up first, for the planner has to see plain ids.
 *
 * @throws BAD_USER_INPUT naming the argument: a code, slug or id that does not exist or is of another type, a range
 *   that ends before it starts, a filter or a search too large
 */
export async function matching(
  filter: PublicationFilter | null | undefined,
  search: string | null | undefined,
  lookup: NameLookup,
): Promise<Matching> {
  const [searched, filtered] = await Promise.all([
    understand(search, lookup),
    filter ? filtering(filter, lookup) : { where: null, sole: null },
  ]);
  if (searched === null)
    return {
      ...filtered,
      filtered: filtered.where,
      search: null,
      isSearchAlone: false,
      isCopied: readsCopied(filter),
    };
  const both = (condition: Condition | null) => all([found(searched.query), condition]);
  return {
    where: both(filtered.where),
    sole: filtered.sole && { ...filtered.sole, rest: both(filtered.sole.rest) },
    filtered: filtered.where,
    search: searched,
    isSearchAlone: filtered.where === null,
    isCopied: false,
  };
}

/** The fields that read only columns of the copy in the column store. */
const COPIED_FIELDS: ReadonlySet<string> = new Set<keyof PublicationFilter>([
  ...(['and', 'or', 'not', 'ids', 'slugs', 'year', 'isWorldwide', 'includeWorldwide'] as const),
  ...(['countries', 'regions', 'authors', 'contributors', 'publishers', 'topics', 'categories'] as const),
  ...(['types', 'languages'] as const),
  ...(['hasCountries', 'hasRegions', 'hasAuthors', 'hasContributors', 'hasTopics', 'hasCategories'] as const),
  ...(['hasYear', 'hasType', 'hasLanguages', 'hasPublishers'] as const),
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

async function filtering(
  filter: PublicationFilter,
  lookup: NameLookup,
): Promise<Pick<Matching, 'where' | 'sole'>> {
  const names = await lookUp(filter, lookup, 'filter');
  const sole = soleMembership(filter, names, 'filter');
  return {
    where: toSql(filter, names, 'filter'),
    sole: sole && { membership: sole.membership, rest: toSql(sole.rest, names, 'filter') },
  };
}

/** The filter as a condition on the row `p`; null where it asks for nothing. */
function toSql(filter: PublicationFilter, names: Names, argument: string): Condition | null {
  const { reference } = names;
  const orWorldwide = (condition: Condition) =>
    filter.includeWorldwide ? any([condition, sql<boolean>`p.is_worldwide`]) : condition;
  const match = filter.regions?.match ?? DEFAULT_MATCH;
  const conditions = [
    ...(filter.and ?? []).map((part, i) => toSql(part, names, `${argument}.and[${i}]`)),
    ...(filter.or
      ? [any(filter.or.map((part, i) => all([toSql(part, names, `${argument}.or[${i}]`)])))]
      : []),
    ...(filter.not ? [not(all([toSql(filter.not, names, `${argument}.not`)]))] : []),
    ...(filter.ids ? [idAmong(sql`p.id`, publicationIds(names, { ids: filter.ids }))] : []),
    ...(filter.slugs ? [idAmong(sql`p.id`, publicationIds(names, { slugs: filter.slugs }))] : []),
    ...(filter.year ? yearToSql(filter.year, `${argument}.year`) : []),
    ...choiceToSql(
      filter.countries,
      (ids) => overlaps(sql`p.country_ids`, ids),
      countryIds(reference),
      `${argument}.countries`,
      orWorldwide,
    ),
    ...choiceToSql(
      filter.regions,
      (ids) => overlaps(sql.ref(REGION_COLUMN[match]), ids),
      regionIds(reference, match),
      `${argument}.regions`,
      orWorldwide,
    ),
    ...authorsToSql(filter.authors, names, `${argument}.authors`),
    ...contributorsToSql(filter.contributors, names, `${argument}.contributors`),
    ...publishersToSql(filter.publishers, names, `${argument}.publishers`),
    ...bibliographyToSql(filter, argument),
    ...choiceToSql(
      filter.topics,
      (ids) => overlaps(sql`p.topic_ids`, ids),
      filedIds(reference, 'topics'),
      `${argument}.topics`,
    ),
    ...choiceToSql(
      filter.categories,
      (ids) => overlaps(sql`p.category_ids`, ids),
      filedIds(reference, 'categories'),
      `${argument}.categories`,
    ),
    is(filter.isWorldwide, sql`p.is_worldwide`),
    is(filter.hasCountries, hasAny(sql`p.country_ids`)),
    is(filter.hasRegions, hasAny(sql.ref(REGION_COLUMN[match]))),
    is(filter.hasAuthors, hasAny(sql`p.author_role_ids`)),
    is(filter.hasContributors, hasAny(sql`p.author_ids`)),
    is(filter.hasTopics, hasAny(sql`p.topic_ids`)),
    is(filter.hasCategories, hasAny(sql`p.category_ids`)),
    is(filter.hasType, sql`p.type is not null`),
    is(filter.hasLanguages, hasAnyText(sql`p.language_keys`)),
    is(filter.hasPublishers, hasAny(sql`p.publisher_ids`)),
    is(filter.hasKeywords, hasAnyText(sql`p.keywords`)),
    is(filter.hasIdentifiers, hasAnyText(sql`p.identifiers`)),
    is(filter.hasYear, sql`p.year_key > 0`),
    is(filter.hasUrl, sql`p.url is not null`),
    is(filter.hasAbstract, sql`p.abstract is not null`),
    ...(filter.created ? instantToSql(sql`p.created_at`, filter.created, `${argument}.created`) : []),
    ...(filter.updated ? instantToSql(sql`p.updated_at`, filter.updated, `${argument}.updated`) : []),
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? null : all(conditions);
}

/** What the schema declares as the default, for a `match` that is given as null. */
const DEFAULT_MATCH: RegionMatch = 'INCLUDING_COUNTRIES';

/**
 * The column that tells which regions a publication is about. A region's subregions are in the query instead, so that one
 * index serves two ways to match.
 */
const REGION_COLUMN: Record<RegionMatch, string> = {
  DIRECT: 'p.region_ids',
  INCLUDING_SUBREGIONS: 'p.region_ids',
  INCLUDING_COUNTRIES: 'p.within_region_ids',
};

function regionIds(reference: Reference, match: RegionMatch): IdsOf {
  return (slug, argument) => {
    const region = readRegion(reference, slug, argument);
    return match === 'INCLUDING_SUBREGIONS' ? region.withinIds : [region.id];
  };
}

function is(wanted: boolean | null | undefined, condition: Condition): Condition | null {
  if (typeof wanted !== 'boolean') return null;
  return wanted ? condition : not(condition);
}

/** True if the array column has an id. */
function hasAny(column: RawBuilder<unknown>): Condition {
  return sql`${column} <> array[]::integer[]`;
}

/** True if the array column has a text. */
function hasAnyText(column: RawBuilder<unknown>): Condition {
  return sql`${column} <> array[]::text[]`;
}

/** Unknown years have the key 0, below every year. */
function yearToSql({ from, to, in: years }: YearFilter, argument: string): Condition[] {
  if (typeof from === 'number' && typeof to === 'number' && from > to)
    throw badInput(argument, `"from" ${from} is after "to" ${to}; give the earlier year as "from".`);
  return [
    ...(typeof from === 'number' ? [sql<boolean>`p.year_key >= ${Math.max(from, 1)}::integer`] : []),
    ...(typeof to === 'number' ? [sql<boolean>`p.year_key between 1 and ${to}::integer`] : []),
    ...(years ? [sql<boolean>`p.year_key = any(${years.filter((year) => year > 0)}::integer[])`] : []),
  ];
}

function instantToSql(
  column: RawBuilder<unknown>,
  { from, before }: InstantFilter,
  argument: string,
): Condition[] {
  const [start, end] = [from, before].map((instant) => instant && toRfc3339(instant));
  if (start && end && Date.parse(start) > Date.parse(end))
    throw badInput(argument, `"from" ${start} is after "before" ${end}; give the earlier instant as "from".`);
  return [
    ...(from ? [sql<boolean>`${column} >= ${from}::timestamptz`] : []),
    ...(before ? [sql<boolean>`${column} < ${before}::timestamptz`] : []),
  ];
}

/** The membership that a filter asks for above all else, the narrowest kind first, and what is left of the filter. */
function soleMembership(
  filter: PublicationFilter,
  names: Names,
  argument: string,
): { membership: Membership; rest: PublicationFilter } | null {
  const { reference } = names;
  const { authors, contributors, topics, categories, countries, regions } = filter;
  const sole = (choice: Choice | null | undefined, idsOf: IdsOf, name: string): number | undefined =>
    choice?.anyOf?.length === 1 ? idsOf(choice.anyOf[0] ?? '', `${argument}.${name}.anyOf[0]`)[0] : undefined;
  const without = (name: 'contributors' | 'topics' | 'categories' | 'countries' | 'regions') => ({
    ...filter,
    [name]: { ...filter[name], anyOf: null },
  });
  const isPlain = !filter.includeWorldwide;
  const match = regions?.match ?? DEFAULT_MATCH;
  const candidates = [
    // The membership is that of contributors in any role: the condition on the role stays.
    { kind: 'author', id: sole(authors, authorIds(names), 'authors'), rest: filter },
    {
      kind: 'author',
      id: sole(contributors, authorIds(names), 'contributors'),
      rest: contributors?.roles ? filter : without('contributors'),
    },
    { kind: 'topic', id: sole(topics, filedIds(reference, 'topics'), 'topics'), rest: without('topics') },
    {
      kind: 'category',
      id: sole(categories, filedIds(reference, 'categories'), 'categories'),
      rest: without('categories'),
    },
    {
      kind: 'country',
      id: isPlain ? sole(countries, countryIds(reference), 'countries') : undefined,
      rest: without('countries'),
    },
    {
      kind: 'region',
      id:
        isPlain && REACH[match] === REACH.INCLUDING_COUNTRIES
          ? sole(regions, regionIds(reference, match), 'regions')
          : undefined,
      rest: without('regions'),
    },
  ] as const;
  for (const { kind, id, rest } of candidates)
    if (id !== undefined) return { membership: { kind, id }, rest };
  return null;
}

import { type RawBuilder, sql } from 'kysely';
import { type Condition, all, any, hasName, not, overlaps } from '../db/conditions.ts';
import { nameGiven } from '../graphql/arguments.ts';
import { badInput } from '../graphql/errors.ts';
import type { AuthorsFilter, PublicationFilter, RegionSlugsFilter, YearFilter } from '../schema.generated.ts';
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
  hasSlug,
  lookUp,
  publicationSlugs,
  slugIds,
} from './publication.names.ts';
import type { Membership } from './publication.ts';

/** Which publications. */
export interface Matching {
  /** Of the row `p`; null is every one. */
  where: Condition | null;
  /**
   * The same said in another way, where the filter asks for one country, region, author, topic or category above all
   * else: those of its publications for which `rest` holds. A list of them is read off its own table, in order.
   */
  sole: { membership: Membership; rest: Condition | null } | null;
  /** What is searched for; `where` and `rest` have it. */
  search: Search | null;
  /** Whether that is all that is asked for. */
  isSearchAlone: boolean;
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
 * @throws BAD_USER_INPUT naming the argument: an id of another type, a country or region that does not exist, a range
 *   that ends before it starts, a filter or a search too large. A slug of an author, topic or category that does not
 *   exist finds nothing instead, for what the catalogue has of them changes.
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
  if (searched === null) return { ...filtered, search: null, isSearchAlone: false };
  const both = (condition: Condition | null) => all([found(searched.query), condition]);
  return {
    where: both(filtered.where),
    sole: filtered.sole && { ...filtered.sole, rest: both(filtered.sole.rest) },
    search: searched,
    isSearchAlone: filtered.where === null,
  };
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
  const is = (value: boolean | null | undefined, condition: Condition) =>
    typeof value === 'boolean' ? [value ? condition : not(condition)] : [];
  const conditions = [
    ...(filter.and ?? []).map((part, i) => toSql(part, names, `${argument}.and[${i}]`)),
    ...(filter.or
      ? [any(filter.or.map((part, i) => all([toSql(part, names, `${argument}.or[${i}]`)])))]
      : []),
    ...(filter.not ? [not(all([toSql(filter.not, names, `${argument}.not`)]))] : []),
    ...(filter.ids ? [hasSlug(names, publicationSlugs(filter.ids, `${argument}.ids`))] : []),
    ...(filter.slugs ? [hasSlug(names, filter.slugs)] : []),
    ...(filter.year ? yearToSql(filter.year, `${argument}.year`) : []),
    ...choiceToSql(
      filter.countries,
      sql`p.country_ids`,
      countryIds(reference),
      `${argument}.countries`,
      orWorldwide,
    ),
    ...regionsToSql(filter.regions, reference, `${argument}.regions`, orWorldwide),
    ...choiceToSql(filter.authors, sql`p.author_ids`, authorIds(names), `${argument}.authors`),
    ...(filter.authors ? contributorToSql(filter.authors, `${argument}.authors`) : []),
    ...choiceToSql(filter.topics, sql`p.topic_ids`, slugIds(reference.topics), `${argument}.topics`),
    ...choiceToSql(
      filter.categories,
      sql`p.category_ids`,
      slugIds(reference.categories),
      `${argument}.categories`,
    ),
    ...is(filter.isWorldwide, sql<boolean>`p.is_worldwide`),
    ...is(filter.hasAbstract, sql<boolean>`p.abstract is not null`),
    ...is(filter.hasAuthors, sql<boolean>`p.author_ids <> '{}'`),
    ...(filter.updatedSince ? [sql<boolean>`p.updated_at >= ${filter.updatedSince}::timestamptz`] : []),
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? null : all(conditions);
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

function choiceToSql(
  choice: Choice | null | undefined,
  column: RawBuilder<unknown>,
  idsOf: IdsOf,
  argument: string,
  widened: (condition: Condition) => Condition = (condition) => condition,
): Condition[] {
  if (!choice) return [];
  const ids = (name: keyof Choice) =>
    (choice[name] ?? []).map((value, i) => idsOf(value, `${argument}.${name}[${i}]`));
  return [
    ...(choice.anyOf ? [widened(overlaps(column, ids('anyOf').flat()))] : []),
    ...(choice.allOf ? [widened(all(ids('allOf').map((of) => overlaps(column, of))))] : []),
    ...(choice.noneOf ? [not(overlaps(column, ids('noneOf').flat()))] : []),
  ];
}

function regionsToSql(
  regions: RegionSlugsFilter | null | undefined,
  reference: Reference,
  argument: string,
  widened: (condition: Condition) => Condition,
): Condition[] {
  const region = (slug: string, of: string) => readRegion(reference, slug, of);
  switch (regions?.match) {
    case undefined:
      return [];
    case 'DIRECT':
      return choiceToSql(regions, sql`p.region_ids`, (slug, of) => [region(slug, of).id], argument, widened);
    case 'INCLUDING_SUBREGIONS':
      return choiceToSql(
        regions,
        sql`p.region_ids`,
        (slug, of) => region(slug, of).withinIds,
        argument,
        widened,
      );
    case 'INCLUDING_COUNTRIES':
      return choiceToSql(
        regions,
        sql`p.within_region_ids`,
        (slug, of) => [region(slug, of).id],
        argument,
        widened,
      );
  }
}

/** One contributor with the name and of the kind that are asked for. */
function contributorToSql({ name, kind }: AuthorsFilter, argument: string): Condition[] {
  const wanted = [
    ...(nameGiven(name, `${argument}.name`) ? [hasName(sql`a.plain_names`, name)] : []),
    ...(kind ? [sql<boolean>`a.kind = ${kind}`] : []),
  ];
  if (wanted.length === 0) return [];
  return [
    sql<boolean>`exists (
      select from contribution c join author a on a.id = c.author_id
      where c.publication_id = p.id and ${all(wanted)})`,
  ];
}

/** The membership that a filter asks for above all else, the narrowest kind first, and what is left of the filter. */
function soleMembership(
  filter: PublicationFilter,
  names: Names,
  argument: string,
): { membership: Membership; rest: PublicationFilter } | null {
  const { reference } = names;
  const sole = (choice: Choice | null | undefined, idsOf: IdsOf, name: string): number | undefined =>
    choice?.anyOf?.length === 1 ? idsOf(choice.anyOf[0] ?? '', `${argument}.${name}.anyOf[0]`)[0] : undefined;
  const candidates = [
    ['authors', 'author', sole(filter.authors, authorIds(names), 'authors')],
    ['topics', 'topic', sole(filter.topics, slugIds(reference.topics), 'topics')],
    ['categories', 'category', sole(filter.categories, slugIds(reference.categories), 'categories')],
    ...(filter.includeWorldwide
      ? []
      : ([
          ['countries', 'country', sole(filter.countries, countryIds(reference), 'countries')],
          [
            'regions',
            'region',
            filter.regions?.match === 'INCLUDING_COUNTRIES'
              ? sole(filter.regions, (slug, of) => [readRegion(reference, slug, of).id], 'regions')
              : undefined,
          ],
        ] as const)),
  ] as const;
  for (const [name, kind, id] of candidates)
    if (id !== undefined)
      return { membership: { kind, id }, rest: { ...filter, [name]: { ...filter[name], anyOf: null } } };
  return null;
}

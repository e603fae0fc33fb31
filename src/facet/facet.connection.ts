import type { Context } from '../context.ts';
import { digestList } from '../graphql/cursor.ts';
import type { PublicationFilter } from '../schema.generated.ts';
import { type ReferencePlural, isPlace } from '../publication/memberships.ts';
import { type ContributionRole, type MemberKind, REACH } from '../publication/publication.ts';
import { chooseMembership } from '../publication/publication.filter.ts';
import { readAuthorSlug } from '../publication/publication.names.ts';
import { readCountry, readFiled, readRegion } from '../reference/read.ts';
import type { Reference } from '../reference/reference.ts';
import { type RegionLevel, findRegionIds } from '../region/region.levels.ts';
import { languageKey } from '../publication/bibliography.filter.ts';
import { type BucketsAsked, type Counted, type Facet, WIDEST, firstBuckets } from './facet.ts';
import { printText } from './texts.ts';
import type { CountedList } from './facet.loaders.ts';

/** A list of publications, as its connection was requested. */
export interface FacetedList {
  /** The member whose list it is; null for the list of the catalogue. */
  member: (MemberKind & { id: number }) | null;
  filter: PublicationFilter;
  search: string | null;
}

/**
 * The facets, each with the fields of the filter that it ignores, so that users still see the other values' counts
 * after choosing one.
 */
const OWN_FIELDS = {
  countries: ['countries', 'hasCountries'],
  regions: ['regions', 'hasRegions'],
  authors: ['authors', 'hasAuthors'],
  contributors: ['contributors', 'hasContributors'],
  topics: ['topics', 'hasTopics'],
  categories: ['categories', 'hasCategories'],
  years: ['year', 'hasYear'],
  types: ['types', 'hasType'],
  languages: ['languages', 'hasLanguages'],
  publishers: ['publishers', 'hasPublishers'],
} as const satisfies Record<string, readonly (keyof PublicationFilter)[]>;
type Key = keyof typeof OWN_FIELDS;

/** The list, matched without the filter fields that the facet ignores. */
async function without(
  facet: Key,
  { member, filter, search }: FacetedList,
  context: Context,
): Promise<CountedList> {
  const rest = { ...filter, ...Object.fromEntries(OWN_FIELDS[facet].map((field) => [field, null])) };
  const key = `${member ? '' : 'root '}${digestList({ rest, search })}`;
  const matching = await context.translateFilter(rest, search);
  const { membership, ...conditions } = member ? { membership: member } : chooseMembership(matching);
  return { ...matching, ...conditions, member: membership, key };
}

/** How each kind of reference data is counted and displayed. */
const KINDS = {
  countries: { dimension: 'country', value: ({ code }: { code: string }) => code },
  regions: { dimension: 'region', value: ({ slug }: { slug: string }) => slug },
  topics: { dimension: 'topic', value: ({ slug }: { slug: string }) => slug },
  categories: { dimension: 'category', value: ({ slug }: { slug: string }) => slug },
} as const satisfies Record<ReferencePlural, object>;

/**
 * Counts a list by country, region, topic or category.
 * @param only ids of the values to count; null counts all
 */
export async function valuesOf<Kind extends keyof typeof KINDS>(
  kind: Kind,
  list: FacetedList,
  asked: BucketsAsked,
  context: Context,
  only: readonly number[] | null = null,
): Promise<Facet> {
  const { dimension, value } = KINDS[kind];
  const counted: Counted = {
    dimension,
    reach: kind === 'regions' ? REACH[list.filter.regions?.match ?? 'INCLUDING_COUNTRIES'] : WIDEST,
    isWidened: isPlace(dimension) && list.filter.includeWorldwide === true,
  };
  const { counts, missing, worldwide } = await countsOf(kind, list, counted, context);
  const selected = new Set(selectedIds(kind, list.filter, context.reference));
  const isCounted = (id: number) => only === null || only.includes(id);
  const ids = [...counts.keys()].map(Number).filter(isCounted);
  const shown = [...new Set([...ids, ...[...selected].filter(isCounted)])];
  const objects = await context.find(kind, shown);
  const buckets = objects.map((object) => ({
    value: value(object as never),
    label: object.name,
    ...('names' in object && { names: object.names }),
    count: (counts.get(String(object.id)) ?? 0) + worldwide,
    isSelected: selected.has(object.id),
  }));
  return {
    buckets: firstBuckets(buckets, asked, ({ isSelected }) => isSelected),
    missing,
    distinct: ids.length,
  };
}

/** Counts a list by region: all regions, or one level of the tree. @throws BAD_USER_INPUT naming `within` or `level` */
export function regions(
  list: FacetedList,
  { within, level, ...asked }: BucketsAsked & RegionLevel,
  context: Context,
): Promise<Facet> {
  const only = findRegionIds(context.reference, { within, level }, { within: 'within', level: 'level' });
  return valuesOf('regions', list, asked, context, only);
}

async function countsOf(facet: Key, list: FacetedList, counted: Counted, context: Context) {
  return context.loaders.facet.values.load({ ...(await without(facet, list, context)), counted });
}

/** The ids of the values that the facet's own filter field selects. */
function selectedIds(kind: keyof typeof KINDS, filter: PublicationFilter, reference: Reference): number[] {
  return named(filter[kind])
    .map((value) => {
      switch (kind) {
        case 'countries':
          return readCountry(reference, value, 'filter.countries');
        case 'regions':
          return readRegion(reference, value, 'filter.regions');
        default:
          return readFiled(reference, kind, value, `filter.${kind}`);
      }
    })
    .map(({ id }) => id);
}

function named(choice: { anyOf?: string[] | null; allOf?: string[] | null } | null | undefined): string[] {
  return [...(choice?.anyOf ?? []), ...(choice?.allOf ?? [])];
}

/** Counts a list by author: a contributor with the role AUTHOR. */
export function authors(list: FacetedList, asked: BucketsAsked, context: Context): Promise<Facet> {
  return contributorsIn('authors', ['AUTHOR'], list, asked, context);
}

/** Counts a list by contributor, in the roles that the filter selects, otherwise in any role. */
export function contributors(list: FacetedList, asked: BucketsAsked, context: Context): Promise<Facet> {
  return contributorsIn('contributors', list.filter.contributors?.roles ?? null, list, asked, context);
}

/** Counts a list by publisher: a contributor with the role PUBLISHER. */
export function publishers(list: FacetedList, asked: BucketsAsked, context: Context): Promise<Facet> {
  return contributorsIn('publishers', ['PUBLISHER'], list, asked, context);
}

async function contributorsIn(
  facet: 'authors' | 'contributors' | 'publishers',
  roles: readonly ContributionRole[] | null,
  list: FacetedList,
  asked: BucketsAsked,
  context: Context,
): Promise<Facet> {
  const selected = named(list.filter[facet]).map((value) => readAuthorSlug(value, `filter.${facet}`));
  const counted = await without(facet, list, context);
  return context.loaders.facet.authors.load({ ...counted, asked: { ...asked, roles, selected } });
}

/** Counts a list by publication type. Values are the enum values of the schema. */
export function types(list: FacetedList, asked: BucketsAsked, context: Context): Promise<Facet> {
  return textsIn('types', { dimension: 'type', selected: named(list.filter.types) }, list, asked, context);
}

/** Counts a list by language. A publication counts for its languages and their broader ranges ("pt" for "pt-BR"). */
export function languages(list: FacetedList, asked: BucketsAsked, context: Context): Promise<Facet> {
  const selected = named(list.filter.languages).map((tag) => languageKey(tag, 'filter.languages'));
  return textsIn('languages', { dimension: 'language', selected }, list, asked, context);
}

/** Counts a list by a text property. */
async function textsIn(
  facet: 'types' | 'languages',
  { dimension, selected }: { dimension: 'type' | 'language'; selected: readonly string[] },
  list: FacetedList,
  asked: BucketsAsked,
  context: Context,
): Promise<Facet> {
  const { counts, missing } = await countsOf(
    facet,
    list,
    { dimension, reach: WIDEST, isWidened: false },
    context,
  );
  const buckets = [...new Set([...counts.keys(), ...selected])].sort().map((text) => ({
    ...printText(dimension, text),
    count: counts.get(text) ?? 0,
    isSelected: selected.includes(text),
  }));
  return {
    buckets: firstBuckets(buckets, asked, ({ isSelected }) => isSelected),
    missing,
    distinct: counts.size,
  };
}

/** Counts a list by spans of `width` years. */
export async function years(
  list: FacetedList,
  { width, ...asked }: BucketsAsked & { width: number },
  context: Context,
): Promise<Facet> {
  const counted: Counted = { dimension: 'year', reach: WIDEST, isWidened: false };
  const { counts, missing } = await countsOf('years', list, counted, context);
  const { from, to, in: among } = list.filter.year ?? {};
  const isAsked = (year: number) =>
    year >= (from ?? -Infinity) && year <= (to ?? Infinity) && (among?.includes(year) ?? true);
  const isSelected = (start: number) =>
    (from ?? to ?? among ?? null) !== null &&
    Array.from({ length: width }, (_, i) => start + i).some(isAsked);
  const startOf = (year: number) => year - (year % width);
  const spans = new Map<number, number>(
    (among ?? []).filter((year) => year > 0).map((year) => [startOf(year), 0]),
  );
  const isNamed = new Set(spans.keys());
  for (const [id, count] of counts) {
    const start = startOf(Number(id));
    spans.set(start, (spans.get(start) ?? 0) + count);
  }
  const buckets = [...spans]
    .sort(([a], [b]) => a - b)
    .map(([start, count]) => ({
      value: String(start),
      label: width === 1 ? String(start) : `${start}–${start + width - 1}`,
      count,
      isSelected: isSelected(start),
      from: start,
      to: start + width - 1,
    }));
  return {
    buckets: firstBuckets(buckets, asked, ({ value }) => isNamed.has(Number(value))),
    missing,
    distinct: buckets.filter(({ count }) => count > 0).length,
  };
}

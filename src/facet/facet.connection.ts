import type { Context } from '../context.ts';
import { digestList } from '../graphql/cursor.ts';
import type { PublicationFilter } from '../schema.generated.ts';
import {
  KIND_OF_PLURAL,
  type ReferencePlural,
  hasFieldOf,
  isPlace,
  mapFiled,
} from '../publication/memberships.ts';
import { type ContributionRole, type MemberKind, REACH } from '../publication/publication.ts';
import { chooseMembership } from '../publication/publication.filter.ts';
import { readAuthorSlug } from '../publication/publication.names.ts';
import { readCountry, readFiled, readRegion } from '../reference/read.ts';
import type { Reference } from '../reference/reference.ts';
import { type RegionLevel, findRegionIds } from '../region/region.levels.ts';
import { languageKey } from '../publication/bibliography.filter.ts';
import { type BucketRequest, type CountedDimension, type Facet, WIDEST, firstBuckets } from './facet.ts';
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
  ...mapFiled((plural) => [plural, hasFieldOf(plural)] as const),
  years: ['year', 'hasYear'],
  types: ['types', 'hasType'],
  languages: ['languages', 'hasLanguages'],
  publishers: ['publishers', 'hasPublishers'],
} as const satisfies Record<string, readonly (keyof PublicationFilter)[]>;
type Key = keyof typeof OWN_FIELDS;

/** The list, matched without the filter fields that the facet ignores. */
async function matchWithoutOwnFields(
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

/**
 * Counts a list by country, region, topic or category.
 * @param only ids of the values to count; null counts all
 */
export async function countByMember(
  kind: ReferencePlural,
  list: FacetedList,
  request: BucketRequest,
  context: Context,
  only: readonly number[] | null = null,
): Promise<Facet> {
  const dimension = KIND_OF_PLURAL[kind];
  const counted: CountedDimension = {
    dimension,
    reach: kind === 'regions' ? REACH[list.filter.regions?.match ?? 'INCLUDING_COUNTRIES'] : WIDEST,
    isWidened: isPlace(dimension) && list.filter.includeWorldwide === true,
  };
  const { counts, missing, worldwide } = await loadCounts(kind, list, counted, context);
  const selected = new Set(selectedIds(kind, list.filter, context.reference));
  const isCounted = (id: number) => only === null || only.includes(id);
  const ids = [...counts.keys()].map(Number).filter(isCounted);
  const shown = [...new Set([...ids, ...[...selected].filter(isCounted)])];
  const objects = await context.find(kind, shown);
  const buckets = objects.map((object) => ({
    value: 'code' in object ? object.code : object.slug,
    label: object.name,
    ...('names' in object && { names: object.names }),
    count: (counts.get(String(object.id)) ?? 0) + worldwide,
    isSelected: selected.has(object.id),
  }));
  return {
    buckets: firstBuckets(buckets, request, ({ isSelected }) => isSelected),
    missing,
    distinct: ids.length,
  };
}

/** Counts a list by region: all regions, or one level of the tree. @throws BAD_USER_INPUT naming `within` or `level` */
export function countByRegion(
  list: FacetedList,
  { within, level, ...request }: BucketRequest & RegionLevel,
  context: Context,
): Promise<Facet> {
  const only = findRegionIds(context.reference, { within, level }, { within: 'within', level: 'level' });
  return countByMember('regions', list, request, context, only);
}

async function loadCounts(facet: Key, list: FacetedList, counted: CountedDimension, context: Context) {
  return context.loaders.facet.values.load({
    ...(await matchWithoutOwnFields(facet, list, context)),
    counted,
  });
}

/** The ids of the values that the facet's own filter field selects. */
function selectedIds(kind: ReferencePlural, filter: PublicationFilter, reference: Reference): number[] {
  return listChosen(filter[kind])
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

function listChosen(
  choice: { anyOf?: string[] | null; allOf?: string[] | null } | null | undefined,
): string[] {
  return [...(choice?.anyOf ?? []), ...(choice?.allOf ?? [])];
}

/** Counts a list by author: a contributor with the role AUTHOR. */
export function countByAuthor(list: FacetedList, request: BucketRequest, context: Context): Promise<Facet> {
  return countByRole('authors', ['AUTHOR'], list, request, context);
}

/** Counts a list by contributor, in the roles that the filter selects, otherwise in any role. */
export function countByContributor(
  list: FacetedList,
  request: BucketRequest,
  context: Context,
): Promise<Facet> {
  return countByRole('contributors', list.filter.contributors?.roles ?? null, list, request, context);
}

/** Counts a list by publisher: a contributor with the role PUBLISHER. */
export function countByPublisher(
  list: FacetedList,
  request: BucketRequest,
  context: Context,
): Promise<Facet> {
  return countByRole('publishers', ['PUBLISHER'], list, request, context);
}

async function countByRole(
  facet: 'authors' | 'contributors' | 'publishers',
  roles: readonly ContributionRole[] | null,
  list: FacetedList,
  request: BucketRequest,
  context: Context,
): Promise<Facet> {
  const selected = listChosen(list.filter[facet]).map((value) => readAuthorSlug(value, `filter.${facet}`));
  const counted = await matchWithoutOwnFields(facet, list, context);
  return context.loaders.facet.authors.load({ ...counted, request: { ...request, roles, selected } });
}

/** Counts a list by publication type. Values are the enum values of the schema. */
export function countByType(list: FacetedList, request: BucketRequest, context: Context): Promise<Facet> {
  return countByText(
    'types',
    { dimension: 'type', selected: listChosen(list.filter.types) },
    list,
    request,
    context,
  );
}

/** Counts a list by language. A publication counts for its languages and their broader ranges ("pt" for "pt-BR"). */
export function countByLanguage(list: FacetedList, request: BucketRequest, context: Context): Promise<Facet> {
  const selected = listChosen(list.filter.languages).map((tag) => languageKey(tag, 'filter.languages'));
  return countByText('languages', { dimension: 'language', selected }, list, request, context);
}

/** Counts a list by a text property. */
async function countByText(
  facet: 'types' | 'languages',
  { dimension, selected }: { dimension: 'type' | 'language'; selected: readonly string[] },
  list: FacetedList,
  request: BucketRequest,
  context: Context,
): Promise<Facet> {
  const { counts, missing } = await loadCounts(
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
    buckets: firstBuckets(buckets, request, ({ isSelected }) => isSelected),
    missing,
    distinct: counts.size,
  };
}

/** Counts a list by spans of `width` years. */
export async function countByYear(
  list: FacetedList,
  { width, ...request }: BucketRequest & { width: number },
  context: Context,
): Promise<Facet> {
  const counted: CountedDimension = { dimension: 'year', reach: WIDEST, isWidened: false };
  const { counts, missing } = await loadCounts('years', list, counted, context);
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
    buckets: firstBuckets(buckets, request, ({ value }) => isNamed.has(Number(value))),
    missing,
    distinct: buckets.filter(({ count }) => count > 0).length,
  };
}

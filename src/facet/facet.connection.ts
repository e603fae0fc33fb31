import type { Context } from '../api/context.ts';
import { listDigest } from '../graphql/cursor.ts';
import type { PublicationFilter } from '../schema.generated.ts';
import { type MemberKind, REACH } from '../publication/publication.ts';
import { soleList } from '../publication/publication.filter.ts';
import { authorSlug } from '../publication/publication.names.ts';
import { readCountry, readRegion } from '../reference/read.ts';
import type { Reference } from '../reference/reference.ts';
import { type Counted, type Facet, WIDEST, largest, wholeList } from './facet.ts';
import type { CountedList } from './facet.loaders.ts';

/** A list of publications as its connection was asked for. */
export interface FacetedList {
  /** What the list is of; null of the catalogue's own. */
  member: (MemberKind & { id: number }) | null;
  filter: PublicationFilter;
  search: string | null;
}

type Field = 'countries' | 'regions' | 'authors' | 'topics' | 'categories' | 'year';

/** The list without the filter's own field. */
async function without(
  field: Field,
  { member, filter, search }: FacetedList,
  context: Context,
): Promise<CountedList> {
  const rest = { ...filter, [field]: null };
  const key = `${member ? '' : 'root '}${listDigest({ rest, search })}`;
  const matching = await context.matching(rest, search);
  const { membership, where } = member ? { membership: member, where: matching.where } : soleList(matching);
  const tallied = wholeList(membership, where === null);
  return { member: membership, where, isSearched: matching.search !== null, key, tallied };
}

/** How each kind of reference data is counted and shown. */
const KINDS = {
  countries: { dimension: 'country', value: ({ code }: { code: string }) => code },
  regions: { dimension: 'region', value: ({ slug }: { slug: string }) => slug },
  topics: { dimension: 'topic', value: ({ slug }: { slug: string }) => slug },
  categories: { dimension: 'category', value: ({ slug }: { slug: string }) => slug },
} as const;

/** By country, region, topic or category. */
export async function valuesOf<Kind extends keyof typeof KINDS>(
  kind: Kind,
  list: FacetedList,
  first: number,
  context: Context,
): Promise<Facet> {
  const { dimension, value } = KINDS[kind];
  const isPlace = kind === 'countries' || kind === 'regions';
  const counted: Counted = {
    dimension,
    reach: kind === 'regions' ? REACH[list.filter.regions?.match ?? 'INCLUDING_COUNTRIES'] : WIDEST,
    isWidened: isPlace && list.filter.includeWorldwide === true,
  };
  const { counts, missing, worldwide } = await countsOf(kind, list, counted, context);
  const selected = new Set(selectedIds(kind, list.filter, context.reference));
  const objects = await context.find(kind, [...new Set([...counts.keys(), ...selected])]);
  const buckets = objects.map((object) => ({
    value: value(object as never),
    label: object.name,
    ...('names' in object && { names: object.names }),
    count: (counts.get(object.id) ?? 0) + worldwide,
    isSelected: selected.has(object.id),
  }));
  return { buckets: largest(buckets, first, ({ isSelected }) => isSelected), missing, distinct: counts.size };
}

async function countsOf(field: Field, list: FacetedList, counted: Counted, context: Context) {
  const of = await without(field, list, context);
  const isTallied = !counted.isWidened && counted.reach === WIDEST;
  return context.loaders.facet.values.load({ ...of, counted, tallied: isTallied ? of.tallied : null });
}

/** The ids of what the filter's own field names, as far as the catalogue has it. */
function selectedIds(kind: keyof typeof KINDS, filter: PublicationFilter, reference: Reference): number[] {
  return named(filter[kind])
    .map((value) => {
      switch (kind) {
        case 'countries':
          return readCountry(reference, value, 'filter.countries');
        case 'regions':
          return readRegion(reference, value, 'filter.regions');
        default:
          return reference[kind].byName(value);
      }
    })
    .filter((object) => object !== undefined)
    .map(({ id }) => id);
}

function named(choice: { anyOf?: string[] | null; allOf?: string[] | null } | null | undefined): string[] {
  return [...(choice?.anyOf ?? []), ...(choice?.allOf ?? [])];
}

/** By contributor. */
export async function authors(list: FacetedList, first: number, context: Context): Promise<Facet> {
  const selected = named(list.filter.authors).map((value) => authorSlug(value, 'filter.authors'));
  const of = await without('authors', list, context);
  return context.loaders.facet.authors.load({ ...of, asked: { first, selected } });
}

/** By spans of `width` years. */
export async function years(
  list: FacetedList,
  first: number,
  width: number,
  context: Context,
): Promise<Facet> {
  const counted: Counted = { dimension: 'year', reach: WIDEST, isWidened: false };
  const { counts, missing } = await countsOf('year', list, counted, context);
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
  for (const [year, count] of counts) spans.set(startOf(year), (spans.get(startOf(year)) ?? 0) + count);
  const buckets = [...spans]
    .sort(([a], [b]) => a - b)
    .map(([start, count]) => ({
      value: String(start),
      label: width === 1 ? String(start) : `${start}–${start + width - 1}`,
      count,
      isSelected: isSelected(start),
    }));
  return {
    buckets: largest(buckets, first, ({ value }) => isNamed.has(Number(value))),
    missing,
    distinct: buckets.filter(({ count }) => count > 0).length,
  };
}

import type { Lookup } from '../reference/lookup.ts';
import type { Reference } from '../reference/reference.ts';
import { digest } from '../text/digest.ts';
import { slugify } from '../text/plain.ts';
import { titleKey } from './identify.ts';
import type { Ids, NamedIds } from './names.ts';
import type { PublicationRecord } from './record.ts';

/** A publication's row, but for what the database fills in. */
export function toPublicationRow(
  { id, slug, record }: { id: number; slug: string; record: PublicationRecord },
  names: NamedIds,
  reference: Reference,
) {
  const countries = named(reference.countries, record.countries);
  const regions = named(reference.regions, record.regions);
  const world = reference.regions.all.find(({ parentId }) => parentId === null);
  const around = regions.flatMap(({ aroundIds }) => aroundIds);
  const within = [
    ...around,
    ...countries.flatMap(({ regionIds }) => regionIds),
    ...(countries[0] && world ? [world.id] : []),
  ];
  return {
    id,
    slug,
    title: record.title,
    title_key: titleKey(record.title),
    abstract: record.abstract,
    year: record.year,
    url: record.url,
    is_worldwide: record.isWorldwide,
    host_title: record.partOf?.title ?? null,
    host_publisher: record.partOf?.publisher ?? null,
    host_place: record.partOf?.place ?? null,
    host_year: record.partOf?.year ?? null,
    country_ids: countries.map((country) => country.id),
    region_ids: regions.map((region) => region.id),
    around_region_ids: unique(around),
    within_region_ids: unique(within),
    topic_ids: idsOf(names.topics, record.topics),
    category_ids: idsOf(names.categories, record.categories),
    author_ids: idsOf(
      names.authors,
      record.contributions.map(({ author }) => author.name),
    ),
    content_hash: digest(record),
  };
}

/** The columns that an update writes. */
export const PUBLICATION_COLUMNS = [
  'title',
  'title_key',
  'abstract',
  'year',
  'url',
  'is_worldwide',
  'host_title',
  'host_publisher',
  'host_place',
  'host_year',
  'country_ids',
  'region_ids',
  'around_region_ids',
  'within_region_ids',
  'topic_ids',
  'category_ids',
  'author_ids',
  'content_hash',
] as const satisfies (keyof ReturnType<typeof toPublicationRow>)[];

/** The rows of a publication's contributors, in printed order. */
export function toContributionRows(id: number, { contributions }: PublicationRecord, authors: Ids) {
  return contributions.map(({ author, role, printedAs }, i) => ({
    publication_id: id,
    position: i + 1,
    author_id: idOf(authors, author.name),
    role,
    printed_as: printedAs,
  }));
}

/** @throws where the reference data lacks a name that the import read from it: they are not of one version */
function named<T extends { id: number }>(objects: Lookup<T>, names: readonly string[]): T[] {
  return [
    ...new Set(
      names.map((name) => {
        const object = objects.byName(name);
        if (object === undefined)
          throw new Error(`The database does not have ${name}: its reference data is older.`);
        return object;
      }),
    ),
  ];
}

function idOf(ids: Ids, name: string): number {
  const id = ids.get(slugify(name));
  if (id === undefined) throw new Error(`${name} was not created.`);
  return id;
}

function idsOf(ids: Ids, names: readonly string[]): number[] {
  return unique(names.map((name) => idOf(ids, name)));
}

function unique(ids: readonly number[]): number[] {
  return [...new Set(ids)];
}

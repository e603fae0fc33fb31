import { sql } from 'kysely';
import { readCountryReferences } from '../../src/country/country.reference.ts';
import { toGlobalId, readGlobalIdOf } from '../../src/graphql/global-id.ts';
import type { ContributorsFilter, InstantFilter, PublicationFilter } from '../../src/schema.generated.ts';
import { readRegionReferences } from '../../src/region/region.reference.ts';
import type { PublicationType } from '../../src/publication/publication.ts';
import { plain, slugify } from '../../src/text/plain.ts';
import type { TestCatalogue } from './catalogue.ts';
import { seededRandom } from './random.ts';

// Makes catalogues with few distinct values, so that most publications tie with many others in every order. Also
// decides in plain JavaScript which publications a filter finds. That code shares nothing with the server's filter, so
// tests can compare the two.

export interface MadeAuthor {
  name: string;
  kind: 'PERSON' | 'ORGANIZATION' | 'UNKNOWN';
  acronym: string | null;
  aliases: string[];
}

export interface Made {
  slug: string;
  title: string;
  abstract: string | null;
  year: number | null;
  url: string | null;
  isWorldwide: boolean;
  countries: string[];
  regions: string[];
  contributions: { author: MadeAuthor; role: string }[];
  topics: string[];
  categories: string[];
  type: PublicationType | null;
  languages: string[];
}

/** A publication with the values that the database assigned. */
export interface Placed extends Made {
  id: number;
  createdAt: string;
  updatedAt: string;
}

export const COUNTRIES = ['NG', 'GH', 'ML', 'TD', 'KE', 'ET', 'BA', 'RS', 'XK', 'ANHH', 'JM', 'US'];
export const REGIONS = [
  ...['west-africa', 'africa', 'horn-of-africa', 'sahel', 'europe', 'south-eastern-europe'],
  ...['western-balkans', 'caribbean', 'americas', 'world'],
];
const author = (
  name: string,
  kind: MadeAuthor['kind'],
  acronym: string | null = null,
  aliases: string[] = [],
) => ({ name, kind, acronym, aliases });
export const AUTHORS: MadeAuthor[] = [
  author('Ana Díaz', 'PERSON'),
  author('Diaz Foundation', 'ORGANIZATION', 'DF', ['Fundación Díaz']),
  author('Bo Li', 'PERSON', null, ['Li Bo']),
  author('Chi Office', 'ORGANIZATION', 'CO'),
  author('Dora O’Hara', 'PERSON'),
  author('E. Unknown', 'UNKNOWN'),
  author('Fay Gray', 'PERSON'),
];
export const TOPICS = ['Capacity Building', 'Law Enforcement', 'Natural Disaster', 'Health'];
export const CATEGORIES = ['Handbooks', 'Studies', 'Training Curriculum'];
export const YEARS = [1999, 2009, 2010, 2011, 2020];
export const TYPES: PublicationType[] = ['REPORT', 'BOOK', 'CONFERENCE_PAPER'];
export const LANGUAGES = ['en', 'pt', 'pt-BR', 'zh-Hant-TW'];
const TITLES = ['Émigré papers', 'Emigre notes', 'A study', 'a Study!', 'Zones', '50% of_all "cases"'];

export type Random = ReturnType<typeof seededRandom>;

/** Picks a random value. */
export const pick = <T>(random: Random, values: readonly T[]): T =>
  values[Math.floor(random() * values.length)] as T;

/** Picks up to `most` different values. */
export function some<T>(random: Random, values: readonly T[], most: number): T[] {
  const count = Math.floor(random() * (most + 1));
  return [...new Set(Array.from({ length: count }, () => pick(random, values)))];
}

/** Makes publications. Equal seeds make equal publications. */
export function make(count: number, seed: number, prefix = 'p'): Made[] {
  const random = seededRandom(seed);
  // A separate generator, so that the values of the other fields don't change.
  const bibliography = seededRandom(seed + 1000);
  return Array.from({ length: count }, (_, i) => ({
    slug: `${prefix}-${i}`,
    title: pick(random, TITLES),
    abstract: random() < 0.5 ? null : `About ${i}.`,
    year: random() < 0.25 ? null : pick(random, YEARS),
    url: i % 3 === 0 ? null : `https://example.org/${prefix}-${i}`,
    isWorldwide: random() < 0.2,
    countries: random() < 0.4 ? [] : some(random, COUNTRIES, 3),
    regions: random() < 0.5 ? [] : some(random, REGIONS, 2),
    contributions: some(random, AUTHORS, 3).map((author) => ({
      author,
      role: makeRole(random()),
    })),
    topics: some(random, TOPICS, 2),
    categories: some(random, CATEGORIES, 1),
    type: bibliography() < 0.3 ? null : pick(bibliography, TYPES),
    languages: some(bibliography, LANGUAGES, 2),
  })).map((publication) => ({
    ...publication,
    // The import reads the region "world" as worldwide scope.
    isWorldwide: publication.isWorldwide || publication.regions.includes('world'),
    regions: publication.regions.filter((slug) => slug !== 'world'),
  }));
}

function makeRole(chance: number): string {
  return chance < 0.7 ? 'AUTHOR' : chance < 0.85 ? 'EDITOR' : 'PUBLISHER';
}

/** Writes publications as JSON Lines, for an import. */
export const toLines = (made: readonly Made[]) =>
  made.map((publication) => JSON.stringify(publication)).join('\n');

/**
 * Imports publications in several runs, changes some of them in another run, and reads the values that the database
 * assigned.
 */
export async function fill(catalogue: TestCatalogue, made: Made[]): Promise<Placed[]> {
  const quarter = Math.ceil(made.length / 4);
  for (let from = 0; from < made.length; from += quarter)
    await catalogue.importTexts({ [`${from}.jsonl`]: toLines(made.slice(from, from + quarter)) });
  const changed = made.filter((_, i) => i % 7 === 0);
  for (const publication of changed) publication.abstract = `Rewritten, ${publication.slug}.`;
  await catalogue.importTexts({ 'changed.jsonl': toLines(changed) });
  return read(catalogue, made);
}

async function read(catalogue: TestCatalogue, made: readonly Made[]): Promise<Placed[]> {
  const { rows } = await sql<{ id: number; slug: string; createdAt: string; updatedAt: string }>`
    select id, slug, created_at as "createdAt", updated_at as "updatedAt" from publication`.execute(
    catalogue.db,
  );
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  return made.map((publication) => ({
    ...publication,
    ...(bySlug.get(publication.slug) as (typeof rows)[number]),
  }));
}

const allCountries = readCountryReferences();
const allRegions = new Map(readRegionReferences().map((region) => [region.slug, region]));

/** All codes that name a country of the made catalogue in an argument. */
export const CODES = COUNTRIES.flatMap((code) => {
  const { alpha3, numericCode } = allCountries.find(
    (country) => country.code === code,
  ) as (typeof allCountries)[number];
  return [code, code.toLowerCase(), alpha3, ...(numericCode === null ? [] : [numericCode])];
});

function codeOf(given: string): string {
  const upper = given.toUpperCase();
  const found = allCountries.find(
    ({ code, alpha3, numericCode }) => code === upper || alpha3 === upper || numericCode === upper,
  );
  return (found as NonNullable<typeof found>).code;
}

function liesIn(region: string, around: string): boolean {
  if (region === around) return true;
  const parent = allRegions.get(region)?.parent;
  return typeof parent === 'string' && liesIn(parent, around);
}

/** Whether a publication is related to a region, as `RegionMatch` in the SDL defines it. */
export function isAbout(publication: Made, region: string, match: string): boolean {
  if (publication.regions.includes(region)) return true;
  if (match === 'DIRECT') return false;
  if (publication.regions.some((within) => liesIn(within, region))) return true;
  if (match === 'INCLUDING_SUBREGIONS') return false;
  if (region === 'world') return publication.countries.length > 0;
  return [...allRegions.values()].some(
    ({ slug, countries }) =>
      liesIn(slug, region) && publication.countries.some((code) => countries.includes(code)),
  );
}

interface Choice {
  anyOf?: string[] | null;
  allOf?: string[] | null;
  noneOf?: string[] | null;
}

function chosen(
  choice: Choice | null | undefined,
  has: (value: string) => boolean,
  always: boolean,
): boolean {
  if (!choice) return true;
  return (
    (!choice.anyOf || always || choice.anyOf.some(has)) &&
    (!choice.allOf || always || choice.allOf.every(has)) &&
    (!choice.noneOf || !choice.noneOf.some(has))
  );
}

/** The language ranges that match a publication's languages, in lower case. */
export function rangesOf({ languages }: Made): string[] {
  return languages.flatMap((tag) => {
    const parts = tag.toLowerCase().split('-');
    return parts.map((_, i) => parts.slice(0, i + 1).join('-'));
  });
}

type Contribution = Made['contributions'][number];

/** Whether a publication's contributors match a filter. */
function contributed(filter: ContributorsFilter | null | undefined, all: Contribution[]): boolean {
  if (!filter) return true;
  const { name, kinds, roles } = filter;
  const counted = all.filter(({ role }) => !roles || (roles as string[]).includes(role));
  const isAlone = [filter.anyOf, filter.allOf, filter.noneOf, name, kinds].every((list) => list == null);
  const isNamed = ({ author: { name: given, acronym, aliases } }: Contribution) =>
    [given, acronym ?? '', ...aliases].some((text) => plain(text).includes(plain(name ?? '')));
  return (
    chosen(filter, (value) => counted.some(({ author }) => isAuthor(author, value)), false) &&
    ((name == null && kinds == null) ||
      counted.some(
        (contribution) => isNamed(contribution) && (!kinds || kinds.includes(contribution.author.kind)),
      )) &&
    (!roles || roles.length > 0) &&
    (!roles || !isAlone || counted.length > 0)
  );
}

function isAuthor({ name }: MadeAuthor, value: string): boolean {
  return slugify(name) === value || toGlobalId('Author', slugify(name)) === value;
}

/** Whether an instant is in a range. Converts to the database's text form, in which instants compare as texts. */
function isBetween(filter: InstantFilter | null | undefined, instant: string): boolean {
  const inDatabase = (text: string) => text.replace('T', ' ').replace('Z', '+00');
  return (
    (!filter?.from || instant >= inDatabase(filter.from)) &&
    (!filter?.before || instant < inDatabase(filter.before))
  );
}

/** Whether a filter finds a publication, according to the descriptions in the SDL. */
export function finds(filter: PublicationFilter, publication: Placed): boolean {
  const anywhere = filter.includeWorldwide === true && publication.isWorldwide;
  const authors = publication.contributions.filter(({ role }) => role === 'AUTHOR');
  const publishers = publication.contributions.filter(({ role }) => role === 'PUBLISHER');
  const asks = (given: boolean | null | undefined, is: boolean) =>
    given === null || given === undefined || given === is;
  const { year } = filter;
  const match = filter.regions?.match ?? 'INCLUDING_COUNTRIES';
  return (
    (filter.and ?? []).every((part) => finds(part, publication)) &&
    (!filter.or || filter.or.some((part) => finds(part, publication))) &&
    (!filter.not || !finds(filter.not, publication)) &&
    (!filter.ids || filter.ids.some((id) => readGlobalIdOf('Publication', id, 'ids') === publication.slug)) &&
    (!filter.slugs || filter.slugs.includes(publication.slug)) &&
    (typeof year?.from !== 'number' || (publication.year !== null && publication.year >= year.from)) &&
    (typeof year?.to !== 'number' || (publication.year !== null && publication.year <= year.to)) &&
    (!year?.in || (publication.year !== null && year.in.includes(publication.year))) &&
    chosen(filter.countries, (code) => publication.countries.includes(codeOf(code)), anywhere) &&
    chosen(filter.regions, (slug) => isAbout(publication, slug, match), anywhere) &&
    contributed(filter.authors, authors) &&
    contributed(filter.contributors, publication.contributions) &&
    contributed(filter.publishers, publishers) &&
    chosen(filter.types, (type) => publication.type === type, false) &&
    chosen(filter.languages, (tag) => rangesOf(publication).includes(tag.toLowerCase()), false) &&
    chosen(filter.topics, (slug) => publication.topics.some((name) => slugify(name) === slug), false) &&
    chosen(
      filter.categories,
      (slug) => publication.categories.some((name) => slugify(name) === slug),
      false,
    ) &&
    asks(filter.isWorldwide, publication.isWorldwide) &&
    asks(filter.hasCountries, publication.countries.length > 0) &&
    asks(
      filter.hasRegions,
      [...allRegions.keys()].some((slug) => isAbout(publication, slug, match)),
    ) &&
    asks(filter.hasAuthors, authors.length > 0) &&
    asks(filter.hasContributors, publication.contributions.length > 0) &&
    asks(filter.hasPublishers, publishers.length > 0) &&
    asks(filter.hasType, publication.type !== null) &&
    asks(filter.hasLanguages, publication.languages.length > 0) &&
    asks(filter.hasTopics, publication.topics.length > 0) &&
    asks(filter.hasCategories, publication.categories.length > 0) &&
    asks(filter.hasYear, publication.year !== null) &&
    asks(filter.hasUrl, publication.url !== null) &&
    asks(filter.hasAbstract, publication.abstract !== null) &&
    isBetween(filter.created, publication.createdAt) &&
    isBetween(filter.updated, publication.updatedAt)
  );
}

export const ORDERS = ['YEAR', 'TITLE', 'CREATED_AT', 'UPDATED_AT'].flatMap((field) =>
  ['ASC', 'DESC'].map((direction) => ({ field, direction })),
);
export type Order = (typeof ORDERS)[number];

/** Sorts publications by an order's key, then by id, both in the order's direction. */
export function sorted(publications: readonly Placed[], { field, direction }: Order): Placed[] {
  const descending = direction === 'DESC';
  const key = (publication: Placed): string | number => {
    switch (field) {
      case 'YEAR':
        return publication.year ?? (descending ? 0 : 9999);
      case 'TITLE':
        return plain(publication.title);
      case 'CREATED_AT':
        return publication.createdAt;
      default:
        return publication.updatedAt;
    }
  };
  const ascending = (a: Placed, b: Placed) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id - b.id);
  return [...publications].sort((a, b) => (descending ? ascending(b, a) : ascending(a, b)));
}

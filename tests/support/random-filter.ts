import { toGlobalId } from '../../src/graphql/global-id.ts';
import type { PublicationFilter, RegionMatch } from '../../src/schema.generated.ts';
import { slugify } from '../../src/text/plain.ts';
import {
  AUTHORS,
  CATEGORIES,
  CODES,
  COUNTRIES,
  LANGUAGES,
  type Placed,
  REGIONS,
  type Random,
  TOPICS,
  TYPES,
  YEARS,
  isAbout,
  pick,
  some,
} from './generated.ts';

// Makes random lists and filters of the generated catalogue.

export const MATCHES = ['DIRECT', 'INCLUDING_SUBREGIONS', 'INCLUDING_COUNTRIES'] as const;

/** A list of publications: of the whole catalogue, or of an object. */
export interface List {
  /** The GraphQL fields that select the list. */
  field: string;
  has: (publication: Placed) => boolean;
  /** Whether the list belongs to a place. Such lists include worldwide publications if the filter says so. */
  isOfPlace?: boolean;
}

/** Whether a list contains a publication. The filter may add worldwide publications to the list. */
export function listHas(list: List, filter: PublicationFilter, publication: Placed): boolean {
  return (
    list.has(publication) ||
    (list.isOfPlace === true && filter.includeWorldwide === true && publication.isWorldwide)
  );
}

/** The list of the whole catalogue. */
export const ROOT: List = { field: '', has: () => true };
/** Makers of lists of random objects, one for each type. */
export const PARENTS: ((random: Random) => List)[] = [
  (random) => {
    const code = pick(random, COUNTRIES);
    return {
      field: `country(code: "${code}")`,
      has: (publication) => publication.countries.includes(code),
      isOfPlace: true,
    };
  },
  (random) => {
    const slug = pick(random, REGIONS);
    const match = pick(random, MATCHES);
    return {
      field: `region(slug: "${slug}") ${match}`,
      has: (publication) => isAbout(publication, slug, match),
      isOfPlace: true,
    };
  },
  (random) => {
    const { name } = pick(random, AUTHORS);
    return {
      field: `author(slug: "${slugify(name)}")`,
      has: (publication) => publication.contributions.some(({ author }) => author.name === name),
    };
  },
  (random) => {
    const topic = pick(random, TOPICS);
    return {
      field: `topic(slug: "${slugify(topic)}")`,
      has: (publication) => publication.topics.includes(topic),
    };
  },
  (random) => {
    const category = pick(random, CATEGORIES);
    return {
      field: `category(slug: "${slugify(category)}")`,
      has: (publication) => publication.categories.includes(category),
    };
  },
];

function randomChoice<Value extends string>(random: Random, values: readonly Value[]) {
  return {
    ...(random() < 0.6 && { anyOf: some(random, values, 3) }),
    ...(random() < 0.2 && { allOf: some(random, values, 2) }),
    ...(random() < 0.2 && { noneOf: some(random, values, 2) }),
  };
}

const AUTHOR_NAMES = AUTHORS.map(({ name }) => slugify(name)).flatMap((slug) => [
  slug,
  toGlobalId('Author', slug),
]);

function randomContributors(random: Random) {
  const maybe = <T>(make: () => T): T | null => (random() < 0.3 ? make() : null);
  return {
    ...randomChoice(random, AUTHOR_NAMES),
    name: maybe(() => pick(random, ['díaz', 'LI', 'o', 'DF', 'o hara'])),
    kinds: maybe(() => some(random, AUTHORS, 2).map(({ kind }) => kind)),
  };
}

function randomInstants(random: Random, instants: readonly string[]) {
  const [from, before] = [pick(random, instants), pick(random, instants)]
    .sort()
    .map((time) => time.replace(' ', 'T').replace('+00', 'Z'));
  return { from: random() < 0.6 ? from : null, before: random() < 0.4 ? before : null };
}

/** The boolean fields of a filter that ask whether a publication has some value. */
export const HAS = [
  ...(['hasCountries', 'hasRegions', 'hasAuthors', 'hasContributors', 'hasTopics'] as const),
  ...(['hasCategories', 'hasYear', 'hasUrl', 'hasAbstract'] as const),
  ...(['hasType', 'hasLanguages', 'hasPublishers'] as const),
];

/** Makes a filter of the generated catalogue, nested up to `depth` levels deep. */
export function randomFilter(random: Random, depth: number, all: readonly Placed[]): PublicationFilter {
  const one = <T>(chance: number, make: () => T): T | undefined => (random() < chance ? make() : undefined);
  const parts = (most: number) =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, () => randomFilter(random, depth - 1, all));
  const filter: PublicationFilter = {
    and: depth > 1 ? one(0.2, () => parts(3)) : undefined,
    or: depth > 1 ? one(0.35, () => parts(3)) : undefined,
    not: depth > 1 ? one(0.25, () => randomFilter(random, depth - 1, all)) : undefined,
    ids: one(0.04, () => some(random, all, 40).map(({ slug }) => toGlobalId('Publication', slug))),
    slugs: one(0.04, () => some(random, all, 40).map(({ slug }) => slug)),
    year: one(0.2, () => {
      const [from, to] = [pick(random, YEARS), pick(random, YEARS)].sort((a, b) => a - b);
      return {
        from: one(0.5, () => from) ?? null,
        to: one(0.5, () => to) ?? null,
        in: one(0.3, () => some(random, [...YEARS, 0, -5, 1], 3)) ?? null,
      };
    }),
    countries: one(0.2, () => randomChoice(random, CODES)),
    regions: one(0.2, () => ({
      ...randomChoice(random, REGIONS),
      ...(random() < 0.7 && { match: pick<RegionMatch | null>(random, [...MATCHES, null]) }),
    })),
    authors: one(0.15, () => randomContributors(random)),
    contributors: one(0.15, () => ({
      ...randomContributors(random),
      roles:
        one(0.5, () => some(random, ['AUTHOR', 'EDITOR', 'PUBLISHER', 'TRANSLATOR'] as const, 2)) ?? null,
    })),
    topics: one(0.15, () =>
      randomChoice(
        random,
        TOPICS.map((topic) => slugify(topic)),
      ),
    ),
    categories: one(0.1, () =>
      randomChoice(
        random,
        CATEGORIES.map((category) => slugify(category)),
      ),
    ),
    publishers: one(0.08, () => randomChoice(random, AUTHOR_NAMES)),
    types: one(0.08, () => randomChoice(random, TYPES)),
    languages: one(0.08, () => randomChoice(random, [...LANGUAGES, 'PT-br', 'zh', 'fr'])),
    isWorldwide: one(0.1, () => random() < 0.5),
    includeWorldwide: one(0.3, () => random() < 0.8),
    hasAbstract: one(0.1, () => random() < 0.5),
    ...Object.fromEntries(HAS.map((field) => [field, one(0.03, () => random() < 0.5)])),
    created: one(0.05, () =>
      randomInstants(
        random,
        all.map(({ createdAt }) => createdAt),
      ),
    ),
    updated: one(0.1, () =>
      randomInstants(
        random,
        all.map(({ updatedAt }) => updatedAt),
      ),
    ),
  };
  return filter;
}

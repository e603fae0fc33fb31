import { globalId } from '../../src/graphql/global-id.ts';
import type { PublicationFilter, RegionMatch } from '../../src/schema.generated.ts';
import { slugify } from '../../src/text/plain.ts';
import {
  AUTHORS,
  CATEGORIES,
  CODES,
  COUNTRIES,
  type Placed,
  REGIONS,
  type Random,
  TOPICS,
  YEARS,
  isAbout,
  pick,
  some,
} from './generated.ts';

/** Random questions to the made catalogue: lists, and filters of them. */

export const MATCHES = ['DIRECT', 'INCLUDING_SUBREGIONS', 'INCLUDING_COUNTRIES'] as const;

/** A list of publications: all, or those of an object. */
export interface List {
  /** The GraphQL that leads to it. */
  field: string;
  has: (of: Placed) => boolean;
}

export const ROOT: List = { field: '', has: () => true };
export const PARENTS: ((random: Random) => List)[] = [
  (random) => {
    const code = pick(random, COUNTRIES);
    return { field: `country(code: "${code}")`, has: (of) => of.countries.includes(code) };
  },
  (random) => {
    const slug = pick(random, REGIONS);
    const match = pick(random, MATCHES);
    return { field: `region(slug: "${slug}") ${match}`, has: (of) => isAbout(of, slug, match) };
  },
  (random) => {
    const { name } = pick(random, AUTHORS);
    return {
      field: `author(slug: "${slugify(name)}")`,
      has: (of) => of.contributions.some(({ author }) => author.name === name),
    };
  },
  (random) => {
    const topic = pick(random, TOPICS);
    return { field: `topic(slug: "${slugify(topic)}")`, has: (of) => of.topics.includes(topic) };
  },
  (random) => {
    const category = pick(random, CATEGORIES);
    return {
      field: `category(slug: "${slugify(category)}")`,
      has: (of) => of.categories.includes(category),
    };
  },
];

function randomChoice(random: Random, values: readonly string[]) {
  return {
    ...(random() < 0.6 && { anyOf: some(random, values, 3) }),
    ...(random() < 0.2 && { allOf: some(random, values, 2) }),
    ...(random() < 0.2 && { noneOf: some(random, values, 2) }),
  };
}

const AUTHOR_NAMES = AUTHORS.map(({ name }) => slugify(name)).flatMap((slug) => [
  slug,
  globalId('Author', slug),
]);

/** A filter that nests `depth` levels deep, of publications of the made catalogue. */
export function randomFilter(random: Random, depth: number, all: readonly Placed[]): PublicationFilter {
  const one = <T>(chance: number, make: () => T): T | undefined => (random() < chance ? make() : undefined);
  const parts = (most: number) =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, () => randomFilter(random, depth - 1, all));
  const filter: PublicationFilter = {
    and: depth > 1 ? one(0.2, () => parts(3)) : undefined,
    or: depth > 1 ? one(0.35, () => parts(3)) : undefined,
    not: depth > 1 ? one(0.25, () => randomFilter(random, depth - 1, all)) : undefined,
    ids: one(0.04, () => some(random, all, 40).map(({ slug }) => globalId('Publication', slug))),
    slugs: one(0.04, () => [...some(random, all, 40).map(({ slug }) => slug), 'no-such-slug']),
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
      ...(random() < 0.7 && { match: pick<RegionMatch>(random, MATCHES) }),
    })) as PublicationFilter['regions'],
    authors: one(0.2, () => ({
      ...randomChoice(random, [...AUTHOR_NAMES, 'nobody-of-this-name']),
      name: one(0.3, () => pick(random, ['díaz', 'LI', 'o', 'DF', 'o hara'])) ?? null,
      kind: one(0.3, () => pick(random, AUTHORS).kind) ?? null,
    })),
    topics: one(0.15, () => randomChoice(random, [...TOPICS.map((of) => slugify(of)), 'no-topic'])),
    categories: one(0.1, () => randomChoice(random, [...CATEGORIES.map((of) => slugify(of)), 'none'])),
    isWorldwide: one(0.1, () => random() < 0.5),
    includeWorldwide: one(0.3, () => random() < 0.8),
    hasAbstract: one(0.1, () => random() < 0.5),
    hasAuthors: one(0.1, () => random() < 0.5),
    updatedSince: one(0.1, () => pick(random, all).updatedAt.replace(' ', 'T').replace('+00', 'Z')),
  };
  return filter;
}

import type { Answers, Bucket, Variables, WorkloadName } from '../workloads.ts';
import { type Operations, operation } from './contender.ts';

interface Publication {
  title: string;
  year: number;
  abstract: string;
  countries: { code: string }[];
  regions: { slug: string }[];
  authors: { name: string }[];
}
interface Page<Node> {
  nodes: Node[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** The operations in pubatlas's schema. The servers that are written for the benchmark have the same fields. */
const queries: Record<WorkloadName, string> = {
  W1: `query W1($slug: String!) {
    publication(slug: $slug) { title abstract year countries { code name } regions { slug name } authors { name } }
  }`,
  W2: `query W2($code: String!, $after: String) {
    country(code: $code) {
      publications(first: 20, after: $after) {
        nodes { title year countries { code name } regions { slug name } authors { name } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  W3: `query W3($codes: [String!]!) {
    countries(filter: { codes: $codes }) {
      nodes {
        name
        publications(first: 10) {
          nodes { title authors { name publications(first: 3) { nodes { title } } } }
        }
      }
    }
  }`,
  W4: `query W4($words: String!) {
    publications(search: $words, first: 20) { nodes { title year authors { name } } }
  }`,
  W5: `query W5($topics: [String!], $word: String) {
    publications(filter: { topics: { anyOf: $topics } }, search: $word, first: 0) {
      facets {
        countries(first: 10) { buckets { value count } }
        regions(first: 10) { buckets { value count } }
        years(first: 10) { buckets { value count } }
      }
    }
  }`,
  W6: `query W6($topic: String!, $after: String) {
    topic(slug: $topic) {
      publications(first: 20, after: $after) {
        totalCount
        nodes { title countries { code name } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  W7: `query W7($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on Publication { title year countries { code name } } }
  }`,
};

/** The operations as GraphQL requests. */
export const graphqlOperations: Operations = operationsOf((name, variables) => ({
  query: queries[name],
  variables,
}));

/** Makes the operations for a given form of request. The answers must have the form of pubatlas's answers. */
export function operationsOf(
  toRequest: (name: WorkloadName, variables: Record<string, unknown>) => object,
): Operations {
  return {
    W1: operation({
      request: (variables) => toRequest('W1', variables),
      read: ({ publication }: { publication: Publication }) => ({
        ...listed(publication),
        abstract: publication.abstract,
      }),
    }),
    W2: operation({
      request: ({ code }, after) => toRequest('W2', { code, after }),
      read: ({ country: { publications } }: { country: { publications: Page<Publication> } }) => ({
        hasNextPage: publications.pageInfo.hasNextPage,
        nodes: publications.nodes.map(listed),
      }),
      cursor: ({ country }) => nextOf(country.publications),
    }),
    W3: operation({
      request: (variables) => toRequest('W3', variables),
      read: ({ countries }: { countries: Pick<Page<W3Country>, 'nodes'> }) =>
        byName(countries.nodes).map(({ name, publications }) => ({
          name,
          publications: publications.nodes.map(({ title, authors }) => ({
            title,
            authors: authors.map((author) => ({
              name: author.name,
              titles: author.publications.nodes.map((publication) => publication.title),
            })),
          })),
        })),
    }),
    W4: operation({
      request: (variables) => toRequest('W4', variables),
      read: ({ publications }: { publications: Pick<Page<Publication>, 'nodes'> }) =>
        publications.nodes.map(({ title, year, authors }) => ({
          title,
          year,
          authors: authors.map(({ name }) => ({ name })),
        })),
    }),
    W5: operation({
      request: ({ topic, word }) => toRequest('W5', { topics: topic === null ? null : [topic], word }),
      read: ({ publications: { facets } }: { publications: { facets: Facets } }) => ({
        countries: untied(facets.countries.buckets),
        regions: untied(facets.regions.buckets),
        years: untied(facets.years.buckets),
      }),
    }),
    W6: operation({
      request: ({ topic }, after) => toRequest('W6', { topic, after }),
      read: ({ topic: { publications } }: { topic: { publications: Page<Publication> } }) => ({
        totalCount: publications.totalCount,
        nodes: publications.nodes.map(({ title, countries }) => ({ title, countries: codes(countries) })),
      }),
      cursor: ({ topic }) => nextOf(topic.publications),
    }),
    W7: operation({
      request: (variables) => toRequest('W7', representations(variables)),
      read: ({ _entities }: { _entities: Publication[] }): Answers['W7'] =>
        byTitle(
          _entities.map(({ title, year, countries }) => ({ title, year, countries: codes(countries) })),
        ),
    }),
  };
}

type Facets = Record<'countries' | 'regions' | 'years', { buckets: Bucket[] }>;

interface W3Country {
  name: string;
  publications: {
    nodes: { title: string; authors: { name: string; publications: { nodes: { title: string }[] } }[] }[];
  };
}

function representations({ slugs }: Variables['W7']): { representations: object[] } {
  return { representations: slugs.map((slug) => ({ __typename: 'Publication', slug })) };
}

function listed({ title, year, countries, regions, authors }: Publication) {
  return {
    title,
    year,
    countries: codes(countries),
    regions: regions.map(({ slug }) => slug).sort(),
    authors: authors.map(({ name }) => ({ name })),
  };
}

function codes(countries: readonly { code: string }[]): string[] {
  return countries.map(({ code }) => code).sort();
}

export function byName<T extends { name: string }>(named: readonly T[]): T[] {
  return [...named].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Drops buckets with the lowest count, because ties at the end of a facet may be cut differently. */
export function untied(buckets: readonly Bucket[]): Bucket[] {
  const least = Math.min(...buckets.map(({ count }) => count));
  return buckets
    .filter(({ count }) => count > least)
    .map(({ value, count }) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Sorts by title, for contenders that return entities in any order. */
export function byTitle<T extends { title: string }>(titled: readonly T[]): T[] {
  return [...titled].sort((a, b) => (a.title < b.title ? -1 : 1));
}

function nextOf({ pageInfo }: Page<unknown>): string | null {
  return pageInfo.hasNextPage ? pageInfo.endCursor : null;
}

import { useQuery } from 'urql';
import { graphql, readFragment } from '../generated/index.ts';
import type { PublicationFilter } from '../generated/graphql.ts';
import { HAS } from '../state.ts';
import { useDebounced } from './useDebounced.ts';

const NAMES = graphql(`
  query FacetNames(
    $name: String!
    $isCountries: Boolean!
    $isTopics: Boolean!
    $isCategories: Boolean!
    $isAuthors: Boolean!
  ) {
    countries(filter: { name: $name }, orderBy: { field: PUBLICATION_COUNT }, first: 50)
      @include(if: $isCountries) {
      nodes {
        id
        value: code
      }
    }
    topics(filter: { name: $name }, orderBy: { field: PUBLICATION_COUNT }, first: 50)
      @include(if: $isTopics) {
      nodes {
        id
        value: slug
      }
    }
    categories(filter: { name: $name }, orderBy: { field: PUBLICATION_COUNT }, first: 50)
      @include(if: $isCategories) {
      nodes {
        id
        value: slug
      }
    }
    authors(filter: { name: $name }, orderBy: { field: PUBLICATION_COUNT }, first: 50)
      @include(if: $isAuthors) {
      nodes {
        id
        value: slug
      }
    }
  }
`);

const FACET = graphql(`
  fragment FacetCounts on PublicationFacet {
    buckets {
      value
      label
      count
    }
  }
`);

const COUNTS = graphql(`
  query CountFacetValues(
    $search: String
    $filter: PublicationFilter
    $isCountries: Boolean!
    $isTopics: Boolean!
    $isCategories: Boolean!
    $isContributors: Boolean!
    $isPublishers: Boolean!
  ) {
    publications(search: $search, filter: $filter, first: 0) {
      facets {
        countries(first: 0) @include(if: $isCountries) {
          ...FacetCounts
        }
        topics(first: 0) @include(if: $isTopics) {
          ...FacetCounts
        }
        categories(first: 0) @include(if: $isCategories) {
          ...FacetCounts
        }
        contributors(first: 0) @include(if: $isContributors) {
          ...FacetCounts
        }
        publishers(first: 0) @include(if: $isPublishers) {
          ...FacetCounts
        }
      }
    }
  }
`);

/** Facets that can have more values than the API returns. */
const SEARCHED = ['countries', 'topics', 'categories', 'contributors', 'publishers'] as const;

const isSearched = (name: string): name is (typeof SEARCHED)[number] =>
  (SEARCHED as readonly string[]).includes(name);

/** Milliseconds without typing before names are requested. */
const PAUSE = 200;

/**
 * Finds values of a facet by name, including infrequent ones. A facet always contains the values that its own filter
 * names, so the counts come from a facet whose filter names the values that were found.
 * @param text a part of the name; empty for no search
 * @returns the values with their counts in the list, the largest first; null while loading
 */
export function useFacetSearch(
  name: string,
  text: string,
  { search, filter }: { search: string | null; filter: PublicationFilter | null },
): { value: string; label: string; count: number }[] | null {
  const typed = useDebounced(text, PAUSE);
  const isPaused = text === '' || typed === '' || !isSearched(name);
  const [{ data: found }] = useQuery({
    query: NAMES,
    variables: {
      name: typed,
      isCountries: name === 'countries',
      isTopics: name === 'topics',
      isCategories: name === 'categories',
      isAuthors: name === 'contributors' || name === 'publishers',
    },
    pause: isPaused,
  });
  const nodes = (found?.countries ?? found?.topics ?? found?.categories ?? found?.authors)?.nodes;
  const values = nodes?.map(({ value }) => value) ?? [];
  const [{ data: counted }] = useQuery({
    query: COUNTS,
    variables: {
      search,
      filter: isSearched(name) ? { ...filter, [HAS[name]]: undefined, [name]: { anyOf: values } } : filter,
      isCountries: name === 'countries',
      isTopics: name === 'topics',
      isCategories: name === 'categories',
      isContributors: name === 'contributors',
      isPublishers: name === 'publishers',
    },
    pause: isPaused || values.length === 0,
  });
  if (isPaused || !nodes) return null;
  if (values.length === 0) return [];
  const facet = readFragment(FACET, isSearched(name) ? counted?.publications?.facets?.[name] : null);
  return (
    facet?.buckets
      .filter(({ value, count }) => values.includes(value) && count > 0)
      .sort((a, b) => b.count - a.count) ?? null
  );
}

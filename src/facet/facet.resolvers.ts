import { within } from '../graphql/arguments.ts';
import { nameIn } from '../country/country.ts';
import type { Resolvers } from '../schema.generated.ts';
import { authors, valuesOf, years } from './facet.connection.ts';

const MOST_BUCKETS = 100;
const MOST_YEARS = 1000;

const size = (first: number) => within(first, 0, MOST_BUCKETS, 'first');

export const facetResolvers: Resolvers = {
  FacetBucket: {
    label: ({ label, names = {} }, { language }) => nameIn({ name: label, names }, language),
  },
  PublicationFacets: {
    countries: (list, { first }, context) => valuesOf('countries', list, size(first), context),
    regions: (list, { first }, context) => valuesOf('regions', list, size(first), context),
    authors: (list, { first }, context) => authors(list, size(first), context),
    topics: (list, { first }, context) => valuesOf('topics', list, size(first), context),
    categories: (list, { first }, context) => valuesOf('categories', list, size(first), context),
    years: (list, { first, width }, context) =>
      years(list, size(first), within(width, 1, MOST_YEARS, 'width'), context),
  },
};

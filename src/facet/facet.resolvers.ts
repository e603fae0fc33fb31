import { nameIn } from '../country/country.ts';
import { checkRange } from '../graphql/arguments.ts';
import type { PublicationFacetsResolvers, Resolvers } from '../schema.generated.ts';
import {
  authors,
  contributors,
  languages,
  publishers,
  regions,
  types,
  valuesOf,
  years,
} from './facet.connection.ts';
import type { BucketsAsked } from './facet.ts';

const MOST_BUCKETS = 100;
const MOST_YEARS = 1000;

/** @throws BAD_USER_INPUT naming `first` if it is out of range */
const asked = ({ first, orderBy }: BucketsAsked): BucketsAsked => ({
  first: checkRange(first, 0, MOST_BUCKETS, 'first'),
  orderBy,
});

export const facetResolvers: Resolvers = {
  FacetBucket: {
    label: ({ label, names = {} }, { language }) => nameIn({ name: label, names }, language),
  },
  PublicationFacets: {
    countries: (list, args, context) => valuesOf('countries', list, asked(args), context),
    regions: (list, { within, level, ...args }, context) =>
      regions(list, { ...asked(args), within, level }, context),
    authors: (list, args, context) => authors(list, asked(args), context),
    contributors: (list, args, context) => contributors(list, asked(args), context),
    publishers: (list, args, context) => publishers(list, asked(args), context),
    types: (list, args, context) => types(list, asked(args), context),
    languages: (list, args, context) => languages(list, asked(args), context),
    topics: (list, args, context) => valuesOf('topics', list, asked(args), context),
    categories: (list, args, context) => valuesOf('categories', list, asked(args), context),
    years: (list, { width, ...args }, context) =>
      years(list, { ...asked(args), width: checkRange(width, 1, MOST_YEARS, 'width') }, context),
  } satisfies Required<PublicationFacetsResolvers>,
};

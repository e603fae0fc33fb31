import { nameIn } from '../country/country.ts';
import { checkRange } from '../graphql/arguments.ts';
import { type FiledPlural, mapFiled } from '../publication/memberships.ts';
import type { PublicationFacetsResolvers, Resolvers } from '../schema.generated.ts';
import {
  countByAuthor,
  countByContributor,
  countByLanguage,
  countByPublisher,
  countByRegion,
  countByType,
  countByMember,
  countByYear,
} from './facet.connection.ts';
import type { BucketRequest } from './facet.ts';

const MOST_BUCKETS = 100;
const MOST_YEARS = 1000;

/** @throws BAD_USER_INPUT naming `first` if it is out of range */
const readRequest = ({ first, orderBy }: BucketRequest): BucketRequest => ({
  first: checkRange(first, 0, MOST_BUCKETS, 'first'),
  orderBy,
});

export const facetResolvers: Resolvers = {
  FacetBucket: {
    label: ({ label, names = {} }, { language }) => nameIn({ name: label, names }, language),
  },
  PublicationFacets: {
    countries: (list, args, context) => countByMember('countries', list, readRequest(args), context),
    regions: (list, { within, level, ...args }, context) =>
      countByRegion(list, { ...readRequest(args), within, level }, context),
    authors: (list, args, context) => countByAuthor(list, readRequest(args), context),
    contributors: (list, args, context) => countByContributor(list, readRequest(args), context),
    publishers: (list, args, context) => countByPublisher(list, readRequest(args), context),
    types: (list, args, context) => countByType(list, readRequest(args), context),
    languages: (list, args, context) => countByLanguage(list, readRequest(args), context),
    ...mapFiled(
      (plural): Required<PublicationFacetsResolvers>[FiledPlural] =>
        (list, args, context) =>
          countByMember(plural, list, readRequest(args), context),
    ),
    years: (list, { width, ...args }, context) =>
      countByYear(list, { ...readRequest(args), width: checkRange(width, 1, MOST_YEARS, 'width') }, context),
  } satisfies Required<PublicationFacetsResolvers>,
};

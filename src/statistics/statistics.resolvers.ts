import { wholeList } from '../facet/facet.ts';
import { nameIn } from '../country/country.ts';
import { within } from '../graphql/arguments.ts';
import { badInput } from '../graphql/errors.ts';
import type { Resolvers } from '../schema.generated.ts';
import { soleList } from '../publication/publication.filter.ts';
import { countPublications } from '../publication/publication.queries.ts';
import { EVERYTHING } from '../publication/tally.queries.ts';
import { countCombinations } from './statistics.queries.ts';
import type { StatisticsDimension } from './statistics.ts';

const MOST_DIMENSIONS = 3;
const MOST_ROWS = 1000;

const PLACES: Partial<Record<StatisticsDimension, 'countries' | 'regions'>> = {
  COUNTRY: 'countries',
  REGION: 'regions',
};

export const statisticsResolvers: Resolvers = {
  StatisticsKey: {
    label({ dimension, value, label }, { language }, { reference }) {
      const kind = PLACES[dimension];
      const place = kind && reference[kind].byName(value ?? '');
      return place ? nameIn(place, language) : label;
    },
  },
  Query: {
    async publicationStatistics(_, { search, filter, by, first }, context) {
      checkDimensions(by);
      const most = within(first, 0, MOST_ROWS, 'first');
      const matching = await context.matching(filter, search);
      const { membership, where } = soleList(matching);
      const list = {
        member: membership,
        memberIds: [membership?.id ?? EVERYTHING],
        where,
        isSearched: matching.search !== null,
        tallied: wholeList(membership, where === null),
      };
      let counted: ReturnType<typeof countCombinations> | undefined;
      const combinations = () => (counted ??= countCombinations(context.heavyDb, list, by, most));
      return {
        publicationCount: () =>
          countPublications(context.heavyDb, { membership, where, search: matching.search }),
        rowCount: async () => (await combinations()).rowCount,
        rows: async () => (await combinations()).rows,
      };
    },
  },
};

function checkDimensions(by: readonly StatisticsDimension[]): void {
  if (by.length < 1 || by.length > MOST_DIMENSIONS)
    throw badInput('by', `${by.length} dimensions are given; give 1 to ${MOST_DIMENSIONS}.`);
  if (new Set(by).size < by.length)
    throw badInput('by', `${by.join()} has one twice; give different dimensions.`);
}

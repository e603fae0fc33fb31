import { nameIn } from '../country/country.ts';
import type { Resolvers } from '../schema.generated.ts';
import { countStatistics } from './statistics.connection.ts';
import type { StatisticsDimension } from './statistics.ts';

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
    publicationStatistics: (_, args, context) => countStatistics(args, context),
  },
};

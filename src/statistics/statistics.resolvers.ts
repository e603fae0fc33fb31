import type { Resolvers } from '../schema.generated.ts';
import { statistics } from './statistics.connection.ts';

export const statisticsResolvers: Resolvers = {
  Query: {
    publicationStatistics: (_, args, context) => statistics(args, context),
  },
};

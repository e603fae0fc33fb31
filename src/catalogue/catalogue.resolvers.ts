import type { Resolvers } from '../graphql/schema.generated.ts';
import { version } from '../project.ts';
import { countUnresolved, findCatalogueSize, findLastImport } from './catalogue.queries.ts';

export const catalogueResolvers: Resolvers = {
  Query: {
    catalogue: (_, __, { db }) => findCatalogueSize(db),
  },
  Catalogue: {
    lastImport: (_, __, { db }) => findLastImport(db),
    unresolved: (_, __, { db }) => countUnresolved(db),
    version: () => version,
  },
};

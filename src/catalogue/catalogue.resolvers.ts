import type { Resolvers } from '../schema.generated.ts';
import { version } from '../project.ts';
import { countUnresolved, findCatalogueSize, findLastImport, findRevision } from './catalogue.queries.ts';

/** The global id of the only catalogue, in the form of other global ids. */
const CATALOGUE_ID = Buffer.from('Catalogue:').toString('base64url');

export const catalogueResolvers: Resolvers = {
  Query: {
    catalogue(_, __, { db }) {
      let counted: ReturnType<typeof findCatalogueSize> | undefined;
      return { size: () => (counted ??= findCatalogueSize(db)) };
    },
  },
  Catalogue: {
    id: () => CATALOGUE_ID,
    revision: (_, __, { db }) => findRevision(db),
    publicationCount: async ({ size }) => (await size()).publicationCount,
    countryCount: async ({ size }) => (await size()).countryCount,
    regionCount: async ({ size }) => (await size()).regionCount,
    authorCount: async ({ size }) => (await size()).authorCount,
    topicCount: async ({ size }) => (await size()).topicCount,
    categoryCount: async ({ size }) => (await size()).categoryCount,
    years: async ({ size }) => (await size()).years,
    lastImport: (_, __, { db }) => findLastImport(db),
    unresolved: (_, __, { db }) => countUnresolved(db),
    version: () => version,
  },
};

import type { CatalogueResolvers, Resolvers } from '../schema.generated.ts';
import { MEMBERSHIP_KINDS, type MembershipKind, mapNames } from '../publication/memberships.ts';
import { version } from '../project.ts';
import type { Catalogue } from './catalogue.ts';
import { countUnresolved, findCatalogueSize, findLastImport, findRevision } from './catalogue.queries.ts';

/** The global id of the only catalogue, in the form of other global ids. */
const CATALOGUE_ID = Buffer.from('Catalogue:').toString('base64url');

type CountField = `${MembershipKind}Count`;

const toCountField = (kind: MembershipKind): CountField => `${kind}Count`;

/** Resolves `Catalogue.topicCount`. */
const createCountField =
  (kind: MembershipKind) =>
  async ({ size }: Catalogue) =>
    (await size())[toCountField(kind)];

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
    ...(mapNames(MEMBERSHIP_KINDS, toCountField, createCountField) satisfies Pick<
      CatalogueResolvers,
      CountField
    >),
    years: async ({ size }) => (await size()).years,
    lastImport: (_, __, { db }) => findLastImport(db),
    unresolved: (_, __, { db }) => countUnresolved(db),
    version: () => version,
  },
};

import { toGlobalId } from '../graphql/global-id.ts';
import type { Resolvers } from '../schema.generated.ts';
import { toLocalizedNames, nameIn } from '../country/country.ts';
import { REACH } from '../publication/publication.ts';
import { createMemberConnection } from '../publication/publication.connection.ts';
import { createReferenceConnection } from '../reference/reference.connection.ts';
import { regionFilterToSql } from './region.filter.ts';

const SORT_KEYS = { NAME: 'sort_key', M49: 'm49', PUBLICATION_COUNT: 'publication_count' } as const;

export const regionResolvers: Resolvers = {
  Query: {
    region: async (_, { slug }, context) => (await context.findNamed('regions', slug)) ?? null,
    regions: (_, args, context) =>
      createReferenceConnection(
        'region',
        args,
        regionFilterToSql,
        SORT_KEYS[args.orderBy?.field ?? 'NAME'],
        context,
      ),
  },
  Region: {
    id: ({ slug }) => toGlobalId('Region', slug),
    name: (region, { language }) => nameIn(region, language),
    names: (region) => toLocalizedNames(region),
    parent: ({ parentId }, _, { reference }) =>
      parentId === null ? null : (reference.regions.byId(parentId) ?? null),
    children: ({ childIds }, _, context) => context.find('regions', childIds),
    countries: ({ countryIds, allCountryIds }, { transitive }, context) =>
      context.find('countries', transitive ? allCountryIds : countryIds),
    publications: ({ id }, args, context, info) =>
      createMemberConnection(
        { kind: 'region', id, reach: REACH[args.match ?? 'INCLUDING_COUNTRIES'] },
        args,
        context,
        info,
      ),
  },
};

import { toGlobalId } from '../graphql/global-id.ts';
import type { Resolvers } from '../schema.generated.ts';
import { createMemberConnection } from '../publication/publication.connection.ts';
import { createReferenceConnection } from '../reference/reference.connection.ts';
import { countryFilterToSql } from './country.filter.ts';
import { toLocalizedNames, nameIn } from './country.ts';

const SORT_KEYS = { NAME: 'sort_key', CODE: 'code', PUBLICATION_COUNT: 'publication_count' } as const;

export const countryResolvers: Resolvers = {
  Query: {
    country: async (_, { code }, context) => (await context.findNamed('countries', code)) ?? null,
    countries: (_, args, context) =>
      createReferenceConnection(
        'country',
        args,
        countryFilterToSql,
        SORT_KEYS[args.orderBy?.field ?? 'NAME'],
        context,
      ),
  },
  Country: {
    id: ({ code }) => toGlobalId('Country', code),
    name: (country, { language }) => nameIn(country, language),
    names: (country) => toLocalizedNames(country),
    successors: ({ successorIds }, _, context) => context.find('countries', successorIds),
    predecessors: ({ predecessorIds }, _, context) => context.find('countries', predecessorIds),
    regions: ({ regionIds }, _, { reference }) =>
      regionIds.map((id) => reference.regions.byId(id)).filter((region) => region !== undefined),
    publications: ({ id }, args, context, info) =>
      createMemberConnection({ kind: 'country', id }, args, context, info),
  },
};

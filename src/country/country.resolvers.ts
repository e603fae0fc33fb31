import { sql } from 'kysely';
import { type Condition, all, hasName } from '../db/conditions.ts';
import { nameGiven } from '../graphql/arguments.ts';
import { globalId } from '../graphql/global-id.ts';
import type { CountryFilter, Resolvers } from '../graphql/schema.generated.ts';
import { publicationsOf } from '../publication/publication.connection.ts';
import { readCountry, readRegion } from '../reference/read.ts';
import { referenceConnection } from '../reference/reference.connection.ts';
import { filed, idIn } from '../reference/reference.filter.ts';
import type { Reference } from '../reference/reference.ts';
import { nameIn } from './country.ts';

export const countryResolvers: Resolvers = {
  Query: {
    country: async (_, { code }, context) =>
      (await context.findNamed('countries', code.toUpperCase())) ?? null,
    countries: (_, args, context) =>
      referenceConnection(
        'country',
        args,
        matchingCountries(args.filter, context.reference),
        args.orderBy?.field === 'CODE' ? 'code' : 'sort_key',
        context,
      ),
  },
  Country: {
    id: ({ code }) => globalId('Country', code),
    name: (country, { language }) => nameIn(country, language),
    successors: ({ successorIds }, _, context) => context.find('countries', successorIds),
    predecessors: ({ predecessorIds }, _, context) => context.find('countries', predecessorIds),
    regions: ({ regionIds }, _, { reference }) =>
      regionIds.map((id) => reference.regions.byId(id)).filter((region) => region !== undefined),
    publications: ({ id }, args, context) => publicationsOf({ kind: 'country', id }, args, context),
  },
};

/** Which countries a filter finds, of the row `t`; null is every one. */
function matchingCountries(filter: CountryFilter | null | undefined, reference: Reference): Condition | null {
  const { codes, regions, status, name, hasPublications } = filter ?? {};
  return all([
    codes ? idIn(codes.map((code, i) => readCountry(reference, code, `filter.codes[${i}]`).id)) : null,
    regions
      ? idIn(regions.flatMap((slug, i) => readRegion(reference, slug, `filter.regions[${i}]`).allCountryIds))
      : null,
    status ? sql<boolean>`t.status = any(${status}::text[])` : null,
    nameGiven(name, 'filter.name') ? hasName(sql`t.plain_names`, name) : null,
    filed('country', hasPublications),
  ]);
}

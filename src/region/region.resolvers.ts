import { sql } from 'kysely';
import { type Condition, all, hasName } from '../db/conditions.ts';
import { nameGiven } from '../graphql/arguments.ts';
import { globalId } from '../graphql/global-id.ts';
import type { RegionFilter, Resolvers } from '../graphql/schema.generated.ts';
import { nameIn } from '../country/country.ts';
import { REACH } from '../publication/publication.ts';
import { publicationsOf } from '../publication/publication.connection.ts';
import { readRegion } from '../reference/read.ts';
import { referenceConnection } from '../reference/reference.connection.ts';
import { filed, idIn } from '../reference/reference.filter.ts';
import type { Reference } from '../reference/reference.ts';

export const regionResolvers: Resolvers = {
  Query: {
    region: async (_, { slug }, context) => (await context.findNamed('regions', slug.toLowerCase())) ?? null,
    regions: (_, args, context) =>
      referenceConnection(
        'region',
        args,
        matchingRegions(args.filter, context.reference),
        args.orderBy?.field === 'M49' ? 'm49' : 'sort_key',
        context,
      ),
  },
  Region: {
    id: ({ slug }) => globalId('Region', slug),
    name: (region, { language }) => nameIn(region, language),
    parent: ({ parentId }, _, { reference }) =>
      parentId === null ? null : (reference.regions.byId(parentId) ?? null),
    children: ({ childIds }, _, context) => context.find('regions', childIds),
    countries: ({ countryIds, allCountryIds }, { transitive }, context) =>
      context.find('countries', transitive ? allCountryIds : countryIds),
    publications: ({ id }, { match, ...args }, context) =>
      publicationsOf({ kind: 'region', id, reach: REACH[match] }, args, context),
  },
};

/** Which regions a filter finds, of the row `t`; null is every one. */
function matchingRegions(filter: RegionFilter | null | undefined, reference: Reference): Condition | null {
  const { slugs, within, name, hasPublications } = filter ?? {};
  return all([
    slugs ? idIn(slugs.map((slug, i) => readRegion(reference, slug, `filter.slugs[${i}]`).id)) : null,
    within
      ? idIn(
          within.flatMap((slug, i) => {
            const region = readRegion(reference, slug, `filter.within[${i}]`);
            return region.withinIds.filter((id) => id !== region.id);
          }),
        )
      : null,
    nameGiven(name, 'filter.name') ? hasName(sql`t.plain_names`, name) : null,
    filed('region', hasPublications),
  ]);
}

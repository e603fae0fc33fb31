import { eitherOf } from '../graphql/arguments.ts';
import { globalId, readGlobalIdOf } from '../graphql/global-id.ts';
import type { Resolvers } from '../graphql/schema.generated.ts';
import { publications } from './publication.connection.ts';
import { authorsOf } from './publication.ts';

export const publicationResolvers: Resolvers = {
  Query: {
    publication(_, args, { loaders }) {
      const by = eitherOf(args.id, args.slug);
      return loaders.publication.bySlug.load(
        'id' in by ? readGlobalIdOf('Publication', by.id, 'id') : by.slug,
      );
    },
    publications: (_, args, context) => publications(args, context),
  },
  Publication: {
    id: ({ slug }) => globalId('Publication', slug),
    abstract: ({ id, abstract }, _, { loaders }) =>
      abstract === undefined ? loaders.publication.abstract.load(id) : abstract,
    countries: ({ countryIds }, _, context) => context.find('countries', countryIds),
    regions: ({ regionIds }, _, context) => context.find('regions', regionIds),
    topics: ({ topicIds }, _, context) => context.find('topics', topicIds),
    categories: ({ categoryIds }, _, context) => context.find('categories', categoryIds),
    contributions: ({ id, hasContributions }, _, { loaders }) =>
      hasContributions ? loaders.publication.contributions.load(id) : [],
    authors: async ({ id, hasContributions }, _, { loaders }) => {
      if (!hasContributions) return [];
      const contributions = await loaders.publication.contributions.load(id);
      return authorsOf(contributions);
    },
    partOf: ({ hostTitle, hostPublisher, hostPlace, hostYear }) =>
      hostTitle === null
        ? null
        : { title: hostTitle, publisher: hostPublisher, place: hostPlace, year: hostYear },
  },
};

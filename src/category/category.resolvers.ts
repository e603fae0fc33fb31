import { toGlobalId } from '../graphql/global-id.ts';
import type { Resolvers } from '../schema.generated.ts';
import { createMemberConnection } from '../publication/publication.connection.ts';
import { createReferenceConnection } from '../reference/reference.connection.ts';
import { filedFilterToSql } from '../reference/reference.filter.ts';

const SORT_KEYS = { NAME: 'sort_key', PUBLICATION_COUNT: 'publication_count' } as const;

export const categoryResolvers: Resolvers = {
  Query: {
    category: async (_, { slug }, context) => (await context.findNamed('categories', slug)) ?? null,
    categories: (_, args, context) =>
      createReferenceConnection(
        'category',
        args,
        filedFilterToSql('categories'),
        SORT_KEYS[args.orderBy?.field ?? 'NAME'],
        context,
      ),
  },
  Category: {
    id: ({ slug }) => toGlobalId('Category', slug),
    publications: ({ id }, args, context, info) =>
      createMemberConnection({ kind: 'category', id }, args, context, info),
  },
};

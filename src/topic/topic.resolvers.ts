import { toGlobalId } from '../graphql/global-id.ts';
import type { Resolvers } from '../schema.generated.ts';
import { createMemberConnection } from '../publication/publication.connection.ts';
import { createReferenceConnection } from '../reference/reference.connection.ts';
import { filedFilterToSql } from '../reference/reference.filter.ts';

const SORT_KEYS = { NAME: 'sort_key', PUBLICATION_COUNT: 'publication_count' } as const;

export const topicResolvers: Resolvers = {
  Query: {
    topic: async (_, { slug }, context) => (await context.findNamed('topics', slug)) ?? null,
    topics: (_, args, context) =>
      createReferenceConnection(
        'topic',
        args,
        filedFilterToSql('topics'),
        SORT_KEYS[args.orderBy?.field ?? 'NAME'],
        context,
      ),
  },
  Topic: {
    id: ({ slug }) => toGlobalId('Topic', slug),
    publications: ({ id }, args, context, info) =>
      createMemberConnection({ kind: 'topic', id }, args, context, info),
  },
};

import { demandModest, eitherOf, within } from '../graphql/arguments.ts';
import { connection } from '../graphql/connection.ts';
import { listDigest, readPage } from '../graphql/cursor.ts';
import { globalId, readGlobalIdOf } from '../graphql/global-id.ts';
import type { Resolvers } from '../schema.generated.ts';
import { publicationsOf } from '../publication/publication.connection.ts';
import { matchingAuthors } from './author.filter.ts';
import { countAuthors, listAuthors } from './author.queries.ts';

export const authorResolvers: Resolvers = {
  Query: {
    author(_, args, { loaders }) {
      const by = eitherOf(args.id, args.slug);
      return loaders.author.bySlug.load('id' in by ? readGlobalIdOf('Author', by.id, 'id') : by.slug);
    },
    async authors(_, args, { db, heavyDb, limits }) {
      demandModest(args.filter, 'filter', limits);
      const descending = args.orderBy?.direction === 'DESC';
      const digest = listDigest({
        table: 'author',
        filter: args.filter ?? {},
        search: args.search,
        descending,
      });
      const page = readPage(args, { digest: () => digest, sortType: 'text' }, limits);
      const where = await matchingAuthors(args.filter, args.search, { db, limits });
      return connection({
        page,
        digest: () => digest,
        fetch: () => listAuthors(args.search || args.filter ? heavyDb : db, { where, descending }, page),
        count: () => countAuthors(heavyDb, where),
      });
    },
  },
  Author: {
    id: ({ slug }) => globalId('Author', slug),
    publications: ({ id }, args, context, info) =>
      publicationsOf({ kind: 'author', id }, args, context, info),
    coAuthors: ({ id }, { first }, { loaders, limits }) =>
      loaders.author.coAuthors.load({ id, first: within(first, 0, limits.pageSize, 'first') }),
  },
};

import { checkFilterSize, readIdOrSlug, checkRange } from '../graphql/arguments.ts';
import { createConnection } from '../graphql/connection.ts';
import { digestList, readPage } from '../graphql/cursor.ts';
import { toGlobalId, readGlobalIdOf } from '../graphql/global-id.ts';
import { type AuthorScheme, unpackIdentifier } from '../identifier/identifier.ts';
import type { Resolvers } from '../schema.generated.ts';
import { createMemberConnection } from '../publication/publication.connection.ts';
import { authorFilterToSql } from './author.filter.ts';
import { AUTHOR_SORT_TYPES, type AuthorSort, countAuthors, listAuthors } from './author.queries.ts';

export const authorResolvers: Resolvers = {
  Query: {
    author(_, args, { loaders }) {
      const given = readIdOrSlug(args.id, args.slug);
      return loaders.author.bySlug.load(
        'id' in given ? readGlobalIdOf('Author', given.id, 'id') : given.slug,
      );
    },
    async authors(_, args, { db, heavyDb, session, limits }) {
      checkFilterSize(args.filter, 'filter', limits);
      const sort: AuthorSort = args.orderBy?.field === 'PUBLICATION_COUNT' ? 'publicationCount' : 'name';
      const descending =
        (args.orderBy?.direction ?? (sort === 'publicationCount' ? 'DESC' : 'ASC')) === 'DESC';
      const digest = digestList({
        table: 'author',
        filter: args.filter ?? {},
        search: args.search,
        sort,
        descending,
      });
      const page = readPage(args, { digest: () => digest, sortType: AUTHOR_SORT_TYPES[sort] }, limits);
      const where = await authorFilterToSql(args.filter, args.search, { db, limits });
      return createConnection({
        page,
        digest: () => digest,
        fetch: () =>
          listAuthors(args.search || args.filter ? heavyDb : db, { where, sort, descending }, page),
        count: () => countAuthors(session.countDb, where),
      });
    },
  },
  Author: {
    id: ({ slug }) => toGlobalId('Author', slug),
    identifiers: ({ identifiers }) => identifiers.map((packed) => unpackIdentifier<AuthorScheme>(packed)),
    publications: ({ id }, args, context, info) =>
      createMemberConnection({ kind: 'author', id }, args, context, info),
    coAuthors: ({ id }, { first }, { loaders, limits }) =>
      loaders.author.coAuthors.load({ id, first: checkRange(first, 0, limits.pageSize, 'first') }),
  },
};

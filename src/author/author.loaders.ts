import DataLoader from 'dataloader';
import { batched } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import type { Author, CoAuthor } from './author.ts';
import { findAuthorsBySlugs, findCoAuthors } from './author.queries.ts';

/** Batching for one request. */
export function authorLoaders(db: Db) {
  return {
    bySlug: new DataLoader<string, Author | null>(async (slugs) => {
      const found = new Map((await findAuthorsBySlugs(db, slugs)).map((author) => [author.slug, author]));
      return slugs.map((slug) => found.get(slug) ?? null);
    }),

    coAuthors: new DataLoader<{ id: number; first: number }, CoAuthor[], string>(
      batched(
        ({ first }) => first,
        ({ first }, ids) => findCoAuthors(db, ids, first),
        () => [],
      ),
      { cacheKeyFn: ({ id, first }) => `${id} ${first}` },
    ),
  };
}

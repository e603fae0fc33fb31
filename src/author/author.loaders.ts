import DataLoader from 'dataloader';
import { batchBy, findBySlugs } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import type { Session } from '../db/sessions.ts';
import { findCurrentSlugs } from '../reference/slug.queries.ts';
import type { Author, CoAuthor } from './author.ts';
import { findAuthorsBySlugs, findCoAuthors } from './author.queries.ts';

/** Batches reads of authors within a request. Lookups by slug are also coalesced with those of other requests. */
export function authorLoaders(session: Session) {
  return {
    bySlug: new DataLoader<string, Author | null>((slugs) =>
      session.coalesce('authors by slugs', slugs, answerSlugs),
    ),

    coAuthors: new DataLoader<{ id: number; first: number }, CoAuthor[], string>(
      batchBy(
        ({ first }) => first,
        ({ first }, ids) => findCoAuthors(session.heavyDb, ids, first),
        () => [],
      ),
      { cacheKeyFn: ({ id, first }) => `${id} ${first}` },
    ),
  };
}

async function answerSlugs(db: Db, lists: readonly (readonly string[])[]): Promise<(Author | null)[][]> {
  return findBySlugs(
    lists,
    (slugs) => findAuthorsBySlugs(db, slugs),
    (slugs) => findCurrentSlugs(db, 'author', slugs),
  );
}

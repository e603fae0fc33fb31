import DataLoader from 'dataloader';
import { batched } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import type { Session } from '../db/sessions.ts';
import type { Author, CoAuthor } from './author.ts';
import { findAuthorsBySlugs, findCoAuthors } from './author.queries.ts';

/** Batching for one request; authors are looked up with those of others. */
export function authorLoaders(session: Session) {
  return {
    bySlug: new DataLoader<string, Author | null>((slugs) =>
      session.together('authors by slugs', slugs, answerSlugs),
    ),

    coAuthors: new DataLoader<{ id: number; first: number }, CoAuthor[], string>(
      batched(
        ({ first }) => first,
        ({ first }, ids) => findCoAuthors(session.db, ids, first),
        () => [],
      ),
      { cacheKeyFn: ({ id, first }) => `${id} ${first}` },
    ),
  };
}

async function answerSlugs(db: Db, asked: readonly (readonly string[])[]): Promise<(Author | null)[][]> {
  const found = new Map(
    (await findAuthorsBySlugs(db, [...new Set(asked.flat())])).map((author) => [author.slug, author]),
  );
  return asked.map((slugs) => slugs.map((slug) => found.get(slug) ?? null));
}

import { sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import { type Condition, all, hasName, idAmong, oneOf } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { checkSearchLength, isNameGiven } from '../graphql/arguments.ts';
import type { Limits } from '../graphql/limits.ts';
import { checkSlugs } from '../reference/read.ts';
import type { AuthorFilter } from '../schema.generated.ts';
import { findAuthorIdsBySlugs } from './author.queries.ts';
import { findNearestAuthorSlug } from './name.queries.ts';
import { findCorrections } from '../search/corrections.ts';
import { findUnknownBeginnings } from '../search/beginnings.queries.ts';
import { plain } from '../text/plain.ts';

const a = columnsOf('author', 'a');

/**
 * Translates a filter and a search into a condition on the row `a`.
 * @throws BAD_USER_INPUT naming a slug that does not exist, a search that is too long, or a name without a word
 */
export async function authorFilterToSql(
  filter: AuthorFilter | null | undefined,
  search: string | null | undefined,
  { db, limits }: { db: Db; limits: Limits },
): Promise<Condition> {
  const { slugs, name, kinds } = filter ?? {};
  checkSearchLength(search ?? '', limits);
  const [ids, words] = await Promise.all([slugs ? findIds(slugs, db) : null, searchToSql(search ?? '', db)]);
  return all([
    ...words,
    ids ? idAmong(a('id'), ids) : null,
    isNameGiven(name, 'filter.name') ? hasName(a('plain_names'), name) : null,
    kinds ? oneOf(a('kind'), kinds) : null,
  ]);
}

async function findIds(slugs: readonly string[], db: Db): Promise<number[]> {
  const known = await findAuthorIdsBySlugs(db, slugs);
  await checkSlugs(
    'author',
    slugs.map((slug, i) => ({ slug, value: slug, at: `filter.slugs[${i}]` })),
    known,
    (slug) => findNearestAuthorSlug(db, slug),
  );
  return [...known.values()];
}

/** The maximum number of words of a search. All of them have to match. */
const MOST_WORDS = 10;

/** For each word, a condition that a word of the author's names begins with it or with one of its corrections. */
async function searchToSql(search: string, db: Db): Promise<Condition[]> {
  const words = plain(search)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
  const corrections = await findCorrections(db, await findUnknownBeginnings(db, words));
  return words.map((word) => {
    const beginnings = [word, ...(corrections.get(word) ?? []).map((correction) => correction.word)];
    // Plain words have only letters and digits, so they need no escaping.
    return sql<boolean>`${a('plain_names')} ~ ${`\\m(${beginnings.join('|')})`}::text`;
  });
}

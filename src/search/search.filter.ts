import { sql } from 'kysely';
import { groupBy } from '../db/batch.ts';
import type { Condition } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { badInput } from '../graphql/errors.ts';
import type { Limits } from '../graphql/limits.ts';
import { type Query, parseSearch } from './search.parse.ts';
import type { Search } from './search.ts';
import { type Meaning, type Meanings, toRank, toTsquery, withoutStopWords } from './search.tsquery.ts';
import { corrected, inWords } from './search.words.ts';
import { distance, mostMistakes } from './spelling.ts';
import { type SimilarWord, findShorterStems, findSimilarWords, findWords } from './vocabulary.queries.ts';

/** How many words of a search are corrected at most, and by how many others each. */
const MOST_CORRECTED = 10;
const MOST_CORRECTIONS = 3;

/**
 * What a search means in this catalogue; null where there is nothing to search for.
 * @throws BAD_USER_INPUT where the text is too long
 */
export async function understand(
  search: string | null | undefined,
  { db, limits }: { db: Db; limits: Limits },
): Promise<Search | null> {
  if (search === null || search === undefined) return null;
  if (search.length > limits.searchLength)
    throw badInput(
      'search',
      `${search.length} characters are too many; give ${limits.searchLength} at most.`,
    );
  const written = parseSearch(search);
  if (written.clauses.length + written.excluded.length === 0) return null;
  const meanings = await findMeanings(written, db);
  const query = withoutStopWords(written, meanings);
  return {
    query: toTsquery(query, meanings),
    rank: toRank(query, meanings),
    understoodAs: inWords(query, meanings),
    didYouMean: corrected(query, meanings),
  };
}

/** Which publications a search finds, as a condition on the row `p`. */
export function found({ query }: Search): Condition {
  return sql<boolean>`p.document @@ ${query}::tsquery`;
}

async function findMeanings({ clauses, excluded }: Query, db: Db): Promise<Meanings> {
  const terms = [...clauses.flat(), ...excluded];
  const prefixes = new Set(
    terms.filter(({ isPrefix }) => isPrefix).map(({ words }) => words.at(-1)?.word ?? ''),
  );
  const words = new Set(terms.flatMap((term) => term.words.map(({ word }) => word)));
  const [found, shorter] = await Promise.all([
    findWords(db, [...words]),
    findShorterStems(db, [...prefixes]),
  ]);
  const unknown = found
    .filter(
      ({ word, isKnown }) =>
        !isKnown && !prefixes.has(word) && /\p{L}/u.test(word) && mostMistakes(word.length) > 0,
    )
    .slice(0, MOST_CORRECTED);
  const similar = groupBy(
    await findSimilarWords(
      db,
      unknown.map(({ word }) => word),
    ),
    ({ to }) => to,
  );
  const stems = groupBy(shorter, ({ prefix }) => prefix);
  return new Map(
    found.map(({ word, stem, isStop }): [string, Meaning] => [
      word,
      {
        stem,
        isStop,
        corrections: corrections(word, similar.get(word) ?? []),
        shorterStems: (stems.get(word) ?? []).map((of) => of.stem),
      },
    ]),
  );
}

/** Those of the similar words that the fewest letters tell apart, where they are few. */
function corrections(word: string, similar: readonly SimilarWord[]): SimilarWord[] {
  const apart = similar.map((of) => ({ of, mistakes: distance(word, of.word) }));
  const fewest = Math.min(mostMistakes(word.length), ...apart.map(({ mistakes }) => mistakes));
  return apart
    .filter(({ mistakes }) => mistakes === fewest)
    .slice(0, MOST_CORRECTIONS)
    .map(({ of }) => of);
}

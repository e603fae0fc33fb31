import { type Expression, sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import type { Db } from '../db/database.ts';
import { transpositions } from '../text/spelling.ts';
import { formsOf } from './vocabulary.queries.ts';

const w = columnsOf('search_word', 'w');

/** A word of the vocabulary whose spelling is similar to the word `to`. */
export interface SimilarWord {
  to: string;
  word: string;
  stem: string;
  forms: string[];
  /** Number of publications with its stem. */
  documents: number;
}

/**
 * Finds similar words for each word by trigram similarity, most similar first, then most frequent. Words with two
 * neighbouring letters exchanged are looked up separately, because a transposition in a short word changes most
 * trigrams.
 */
export async function findSimilarWords(db: Db, words: readonly string[]): Promise<SimilarWord[]> {
  if (words.length === 0) return [];
  const swaps = words.flatMap((word) => transpositions(word).map((swapped) => ({ word, swapped })));
  const similarity = (a: Expression<string>, b: Expression<string>) => sql<number>`similarity(${a}, ${b})`;
  const alike = db
    .selectFrom(sql<{ word: string }>`unnest(${words}::text[])`.as<'q'>(sql`q (word)`))
    .crossJoinLateral(({ ref, selectFrom }) =>
      selectFrom('search_word as w')
        .select(['w.word', 'w.stem'])
        .where(sql<boolean>`${w('word')} % ${ref('q.word')}`)
        .orderBy(similarity(w('word'), ref('q.word')), 'desc')
        .orderBy('w.word')
        .limit(sql.lit(50))
        .as('s'),
    )
    .select(['q.word as to', 's.word', 's.stem']);
  const [typed, swapped] = [swaps.map(({ word }) => word), swaps.map((swap) => swap.swapped)];
  const transposed = db
    .selectFrom(
      sql<{ word: string; swapped: string }>`unnest(${typed}::text[], ${swapped}::text[])`.as<'q'>(
        sql`q (word, swapped)`,
      ),
    )
    .innerJoin('search_word as w', 'w.word', 'q.swapped')
    .select(['q.word as to', 'w.word', 'w.stem']);
  return db
    .selectFrom(alike.union(transposed).as('s'))
    .leftJoin('search_stem as c', 'c.stem', 's.stem')
    .selectAll('s')
    .select((eb) => [
      formsOf(db, eb.ref('s.stem')).as('forms'),
      eb.fn.coalesce('c.documents', sql<number>`0`).as('documents'),
    ])
    .orderBy(({ ref }) => similarity(ref('s.word'), ref('s.to')), 'desc')
    .orderBy('documents', 'desc')
    .orderBy('s.word')
    .execute();
}

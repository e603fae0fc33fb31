import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

/** Changes of the vocabulary by an import. */
export interface VocabularyChange {
  /** Words that documents use, with their stems. */
  words: ReadonlyMap<string, string>;
  /** Change of the number of documents per stem. */
  documents: ReadonlyMap<string, number>;
}

/** Applies changes to the vocabulary. Stems without documents are deleted together with their words. */
export async function changeVocabulary(db: Db, { words, documents }: VocabularyChange): Promise<void> {
  const changes = [...documents].filter(([, change]) => change !== 0);
  if (words.size > 0) await insertWords(db, words);
  // A document that was added and removed within one change leaves words that no document has.
  const even = [...documents].filter(([, change]) => change === 0).map(([stem]) => stem);
  if (even.length > 0) await deleteWordsWithoutStem(db, even);
  if (changes.length === 0) return;
  await addToStems(db, changes);
  const fewer = changes.filter(([, change]) => change < 0).map(([stem]) => stem);
  if (fewer.length > 0) await deleteUnusedStems(db, fewer);
}

async function insertWords(db: Db, words: ReadonlyMap<string, string>): Promise<void> {
  const table = sql<{
    word: string;
    stem: string;
  }>`unnest(${[...words.keys()]}::text[], ${[...words.values()]}::text[])`;
  await db
    .insertInto('search_word')
    .columns(['word', 'stem'])
    .expression(db.selectFrom(table.as<'t'>(sql`t (word, stem)`)).select(['t.word', 't.stem']))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function deleteWordsWithoutStem(db: Db, stems: readonly string[]): Promise<void> {
  await db
    .deleteFrom('search_word as w')
    .where(({ ref }) => sql<boolean>`${ref('w.stem')} = any(${stems}::text[])`)
    .where(({ not, exists, selectFrom, lit }) =>
      not(
        exists(selectFrom('search_stem as s').select(lit(1).as('found')).whereRef('s.stem', '=', 'w.stem')),
      ),
    )
    .execute();
}

async function addToStems(
  db: Db,
  changes: readonly (readonly [stem: string, change: number])[],
): Promise<void> {
  const [stems, counts] = [changes.map(([stem]) => stem), changes.map(([, change]) => change)];
  const table = sql<{ stem: string; documents: number }>`unnest(${stems}::text[], ${counts}::integer[])`;
  await db
    .insertInto('search_stem')
    .columns(['stem', 'documents'])
    .expression(db.selectFrom(table.as<'t'>(sql`t (stem, documents)`)).select(['t.stem', 't.documents']))
    .onConflict((conflict) =>
      conflict.column('stem').doUpdateSet(({ ref }) => ({
        documents: sql<number>`${ref('search_stem.documents')} + ${ref('excluded.documents')}`,
      })),
    )
    .execute();
}

async function deleteUnusedStems(db: Db, stems: readonly string[]): Promise<void> {
  await db
    .with('gone', (query) =>
      query
        .deleteFrom('search_stem')
        .where(({ ref }) => sql<boolean>`${ref('stem')} = any(${stems}::text[])`)
        .where('documents', '=', 0)
        .returning('stem'),
    )
    .deleteFrom('search_word')
    .where('stem', 'in', (query) => query.selectFrom('gone').select('gone.stem'))
    .execute();
}

/** Deletes all words and stems. Call it before rebuilding all documents. */
export async function emptyVocabulary(db: Db): Promise<void> {
  await db.deleteFrom('search_word').execute();
  await db.deleteFrom('search_stem').execute();
}

/** Counts, for each stem, how many of these publications' documents contain it. */
export async function countStems(db: Db, publicationIds: readonly number[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('publication as p')
    .crossJoinLateral(({ ref }) =>
      sql<{ lexeme: string }>`unnest(${ref('p.document')})`.as<'word'>(
        sql`word (lexeme, positions, weights)`,
      ),
    )
    .select(({ fn }) => ['word.lexeme as stem', fn.countAll<number>().as('count')])
    .where(({ ref }) => sql<boolean>`${ref('p.id')} = any(${publicationIds}::integer[])`)
    .groupBy('word.lexeme')
    .execute();
  return new Map(rows.map(({ stem, count }) => [stem, count]));
}

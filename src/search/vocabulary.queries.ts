import { type Expression, type RawBuilder, sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import { type Parameter, compileOnce } from '../db/compile.ts';
import { beginsWith } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { hideFromPlanner } from '../db/plans.ts';
import { EVERYTHING, publicationCount } from '../publication/tally.queries.ts';
import { transpositions } from '../text/spelling.ts';

const w = columnsOf('search_word', 'w');

/** A word of a text or a query with its stem. */
export interface Word {
  word: string;
  /** The stem by the rules of one language per script: Arabic, Russian for Cyrillic, otherwise English. */
  stem: string;
  isStop: boolean;
}

/** Makes the SQL expression for the lexemes of a word: one, or none for a stop word. */
function lexemesOf(word: Expression<string>): RawBuilder<string[]> {
  return sql`case when ${word} ~ '[\u0621-\u064a]' then ts_lexize('pg_catalog.arabic_stem', ${word})
    when ${word} ~ '[\u0400-\u04ff]' then ts_lexize('pg_catalog.russian_stem', ${word})
    else ts_lexize('pg_catalog.english_stem', ${word}) end`;
}

function selectStems(db: Db, words: Expression<readonly string[]>) {
  const table = sql<{ word: string }>`unnest(${hideFromPlanner(sql`${words}::text[]`)})`;
  return db
    .selectFrom(table.as<'w'>(sql`w (word)`))
    .crossJoinLateral(({ ref }) => db.selectNoFrom(lexemesOf(ref('w.word')).as('lexemes')).as('found'))
    .select(({ ref }) => [
      'w.word',
      sql<string>`coalesce(nullif(${ref('found.lexemes')}[1], ''), ${ref('w.word')})`.as('stem'),
      sql<boolean>`${ref('found.lexemes')} = '{}'`.as('isStop'),
    ]);
}

/** Stems words. The result is unordered. */
export async function stemWords(db: Db, words: readonly string[]): Promise<Word[]> {
  if (words.length === 0) return [];
  return selectStems(db, sql`${words}`).execute();
}

/**
 * A word of a query, with the vocabulary's words of the same stem; `forms` is empty if the catalogue lacks the word.
 */
export interface FoundWord extends Word {
  forms: string[];
  /** How many publications have the stem; 0 if the vocabulary doesn't count it. */
  documents: number;
  /** How many publications the catalogue has. */
  publications: number;
}

const readWords = compileOnce(
  () => '',
  (db, _: null, parameter: Parameter<{ words: readonly string[] }>) =>
    db
      .selectFrom(selectStems(db, parameter('words')).as('stemmed'))
      .selectAll('stemmed')
      .select((eb) => [
        formsOf(db, eb.ref('stemmed.stem')).as('forms'),
        eb.fn
          .coalesce(
            eb.selectFrom('search_stem as s').select('s.documents').whereRef('s.stem', '=', 'stemmed.stem'),
            sql<number>`0`,
          )
          .as('documents'),
        publicationCount('all', sql`${EVERYTHING}::integer`).as('publications'),
      ]),
);

/** Stems the words of a query and looks the stems up in the vocabulary. The result is unordered. */
export async function findWords(db: Db, words: readonly string[]): Promise<FoundWord[]> {
  return words.length === 0 ? [] : readWords(db, null, { words });
}

/** Makes the SQL expression for the words of a stem, at most 50. */
function formsOf(db: Db, stem: Expression<string>): RawBuilder<string[]> {
  const words = db
    .selectFrom('search_word as f')
    .select('f.word')
    .where('f.stem', '=', stem)
    .orderBy('f.word')
    .limit(sql.lit(50));
  return sql`array(${words})`;
}

/** Maximum number of words that are read per prefix. */
const MOST_BEGINNINGS = 1000;

/** A prefix and the vocabulary's data about the words that begin with it. */
export interface Prefix {
  prefix: string;
  /** An upper bound of the publications with one of the words; null if there are too many words to add up. */
  documents: number | null;
  /** The stems that don't begin with the prefix themselves. */
  stems: string[];
}

/**
 * Selects the stems of up to `most` words that begin with a text, each with its number of these words and of
 * publications.
 */
function selectStemsBeginning(db: Db, text: Expression<string>, most: number) {
  const words = db
    .selectFrom('search_word as w')
    .select('w.stem')
    .where(beginsWith(w('word'), text))
    .limit(sql<number>`${most}::integer`);
  return db
    .selectFrom(words.as('w'))
    .select((eb) => [
      'w.stem',
      eb.fn.countAll<number>().as('words'),
      eb
        .selectFrom('search_stem as s')
        .select('s.documents')
        .whereRef('s.stem', '=', 'w.stem')
        .as('documents'),
    ])
    .groupBy('w.stem');
}

/** Looks up prefixes in the vocabulary. A prefix without words is absent from the result. */
export async function findPrefixes(db: Db, prefixes: readonly string[]): Promise<Prefix[]> {
  if (prefixes.length === 0) return [];
  // Sum over stems, not words: several words can share a stem, whose publications must count once.
  return db
    .selectFrom(sql<{ prefix: string }>`unnest(${prefixes}::text[])`.as<'p'>(sql`p (prefix)`))
    .crossJoinLateral(({ ref }) => selectStemsBeginning(db, ref('p.prefix'), MOST_BEGINNINGS).as('s'))
    .select(({ ref }) => [
      'p.prefix',
      sql<number | null>`case when sum(${ref('s.words')}) < ${MOST_BEGINNINGS}::integer
        then sum(${ref('s.documents')})::integer end`.as('documents'),
      sql<string[]>`coalesce(array_agg(${ref('s.stem')})
        filter (where not starts_with(${ref('s.stem')}, ${ref('p.prefix')})), '{}')`.as('stems'),
    ])
    .groupBy('p.prefix')
    .execute();
}

/** Returns the texts with which no word of the vocabulary begins. */
export async function findUnknownBeginnings(db: Db, texts: readonly string[]): Promise<string[]> {
  if (texts.length === 0) return [];
  const rows = await db
    .selectFrom(sql<{ text: string }>`unnest(${texts}::text[])`.as<'t'>(sql`t (text)`))
    .select('t.text')
    .where(({ ref, not, exists, selectFrom, lit }) =>
      not(
        exists(
          selectFrom('search_word as w')
            .select(lit(1).as('found'))
            .where(beginsWith(w('word'), ref('t.text'))),
        ),
      ),
    )
    .execute();
  return rows.map(({ text }) => text);
}

/** A text and the vocabulary's data about the words that begin with it. */
export interface Beginning {
  text: string;
  /** Number of words that were read; at most `mostWords`. */
  words: number;
  /** The stems of these words. */
  stems: string[];
  /** An upper bound of the publications with one of these words. */
  documents: number;
}

/**
 * Looks up the words that begin with each text.
 * @param mostWords maximum number of words that are read per text
 * @returns unordered; a text without words is absent
 */
export async function findBeginnings(
  db: Db,
  texts: readonly string[],
  mostWords: number,
): Promise<Beginning[]> {
  if (texts.length === 0) return [];
  return db
    .selectFrom(sql<{ text: string }>`unnest(${texts}::text[])`.as<'t'>(sql`t (text)`))
    .crossJoinLateral(({ ref }) => selectStemsBeginning(db, ref('t.text'), mostWords).as('s'))
    .select(({ ref }) => [
      't.text',
      sql<number>`sum(${ref('s.words')})::integer`.as('words'),
      sql<string[]>`array_agg(${ref('s.stem')})`.as('stems'),
      sql<number>`sum(${ref('s.documents')})::integer`.as('documents'),
    ])
    .groupBy('t.text')
    .execute();
}

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

/** Whether the vocabulary contains a word or stem. Numbers are left out, because they are not corrected. */
export function isCounted(stem: string): boolean {
  return /\D/.test(stem);
}

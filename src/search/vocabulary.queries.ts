import { type Expression, type RawBuilder, sql } from 'kysely';
import { type Parameter, compileOnce } from '../db/compile.ts';
import type { Db } from '../db/database.ts';
import { hideFromPlanner } from '../db/plans.ts';
import { EVERYTHING, publicationCount } from '../publication/tally.queries.ts';

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

/** Makes the SQL expression for the words with a stem, at most 50. */
export function formsOf(db: Db, stem: Expression<string>): RawBuilder<string[]> {
  const words = db
    .selectFrom('search_word as f')
    .select('f.word')
    .where('f.stem', '=', stem)
    .orderBy('f.word')
    .limit(sql.lit(50));
  return sql`array(${words})`;
}

/** Whether the vocabulary contains a word or stem. Numbers are left out, because they are not corrected. */
export function isCounted(stem: string): boolean {
  return /\D/.test(stem);
}

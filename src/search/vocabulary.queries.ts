import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/database.ts';

/** A word of a text or a query, as the vocabulary has it. */
export interface Word {
  word: string;
  /** What its forms have in common, by the rules of the language that its script is most written in. */
  stem: string;
  isStop: boolean;
}

/** Lexemes of the words `w (word)`: one, or none of a word that is too frequent to tell texts apart. */
const lexemes = sql`
  case when word ~ '[\u0621-\u064a]' then ts_lexize('pg_catalog.arabic_stem', word)
    when word ~ '[\u0400-\u04ff]' then ts_lexize('pg_catalog.russian_stem', word)
    else ts_lexize('pg_catalog.english_stem', word) end`;

function stemmed(words: readonly string[]): RawBuilder<unknown> {
  return sql`
    select word, coalesce(nullif(lexemes[1], ''), word) as stem, lexemes = '{}' as "isStop"
    from unnest(${words}::text[]) w (word) cross join lateral (select ${lexemes} as lexemes) l`;
}

/** The stems of words, in no order; the words are added to the vocabulary. */
export async function learnWords(db: Db, words: readonly string[]): Promise<Word[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<Word>`
    with stemmed as materialized (${stemmed(words)}),
    learnt as (
      insert into search_word (word, stem) select word, stem from stemmed where word ~ '\\D' on conflict do nothing)
    select * from stemmed`.execute(db);
  return rows;
}

/** The same of a query's words, and whether any word of the vocabulary has the stem. */
export async function findWords(db: Db, words: readonly string[]): Promise<(Word & { isKnown: boolean })[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<Word & { isKnown: boolean }>`
    select stemmed.*, exists (select from search_word s where s.stem = stemmed.stem) as "isKnown"
    from (${stemmed(words)}) stemmed`.execute(db);
  return rows;
}

/** The stems of the words that begin like one of these and have a stem that does not. */
export async function findShorterStems(
  db: Db,
  prefixes: readonly string[],
): Promise<{ prefix: string; stem: string }[]> {
  if (prefixes.length === 0) return [];
  const { rows } = await sql<{ prefix: string; stem: string }>`
    select distinct prefix, s.stem from unnest(${prefixes}::text[]) p (prefix)
    cross join lateral (
      select stem from search_word
      where word >= prefix and word < prefix || U&'\\+10FFFF' and not starts_with(stem, prefix)
      limit 1000
    ) s`.execute(db);
  return rows;
}

/** A word of the vocabulary that is spelt much like another. */
export interface SimilarWord {
  to: string;
  word: string;
  stem: string;
}

/** The words that are spelt most like each of these, the likest first. */
export async function findSimilarWords(db: Db, words: readonly string[]): Promise<SimilarWord[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<SimilarWord>`
    select q.word as "to", s.word, s.stem from unnest(${words}::text[]) q (word)
    cross join lateral (
      select word, stem from search_word where search_word.word % q.word
      order by similarity(search_word.word, q.word) desc, word
      limit 50
    ) s`.execute(db);
  return rows;
}

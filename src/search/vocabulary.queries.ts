import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { unseen } from '../db/plans.ts';
import { transpositions } from '../text/spelling.ts';

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
    from unnest(${unseen(sql`${words}::text[]`)}) w (word) cross join lateral (select ${lexemes} as lexemes) l`;
}

/** The stems of words, in no order. */
export async function stemWords(db: Db, words: readonly string[]): Promise<Word[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<Word>`${stemmed(words)}`.execute(db);
  return rows;
}

/** Of a query's word also the vocabulary's words of the same stem; none where the catalogue does not have it. */
export interface FoundWord extends Word {
  forms: string[];
  /** How many publications have the stem; 0 if the vocabulary doesn't count it. */
  documents: number;
}

/** Words of a query, each with its stem and with what the vocabulary has of that; in no order. */
export async function findWords(db: Db, words: readonly string[]): Promise<FoundWord[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<FoundWord>`
    select stemmed.*, ${formsOf(sql`stemmed.stem`)} as forms,
      coalesce((select documents from search_stem s where s.stem = stemmed.stem), 0) as documents from (${stemmed(words)}) stemmed`.execute(
    db,
  );
  return rows;
}

function formsOf(stem: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`array(select f.word from search_word f where f.stem = ${stem} order by f.word limit 50)`;
}

/** How many words that begin alike are looked at. */
const MOST_BEGINNINGS = 1000;

/** What the vocabulary has of words that begin alike. */
export interface Prefix {
  prefix: string;
  /** How many publications have one of the words, at most; null if the words are too many to add up. */
  documents: number | null;
  /** The stems that do not begin like their words. */
  stems: string[];
}

/** What the vocabulary has of each prefix; one that no word begins with is absent. */
export async function findPrefixes(db: Db, prefixes: readonly string[]): Promise<Prefix[]> {
  if (prefixes.length === 0) return [];
  // One stem stands for several words: "distinct" counts its publications once.
  const { rows } = await sql<Prefix>`
    select prefix,
      case when sum(words) < ${MOST_BEGINNINGS}::integer then sum(documents)::integer end as documents,
      coalesce(array_agg(stem) filter (where not starts_with(stem, prefix)), '{}') as stems
    from unnest(${prefixes}::text[]) p (prefix) cross join lateral (
      select stem, count(*) as words, (select documents from search_stem s where s.stem = w.stem) as documents from (
        select stem from search_word where word >= prefix and word < prefix || U&'\\+10FFFF'
        limit ${MOST_BEGINNINGS}::integer
      ) w group by stem
    ) s
    group by prefix`.execute(db);
  return rows;
}

/** Those of the texts that no word of the vocabulary begins with. */
export async function findUnknownBeginnings(db: Db, texts: readonly string[]): Promise<string[]> {
  if (texts.length === 0) return [];
  const { rows } = await sql<{ text: string }>`
    select text from unnest(${texts}::text[]) text
    where not exists (select from search_word where word >= text and word < text || U&'\\+10FFFF')`.execute(
    db,
  );
  return rows.map(({ text }) => text);
}

/** What the vocabulary has of words that begin with a text. */
export interface Beginning {
  text: string;
  /** How many words it was that were looked at. */
  words: number;
  /** What these words are searched as, and how many publications have one of them, at most. */
  stems: string[];
  documents: number;
}

/** What the vocabulary has of words that begin with each of these, of at most so many; a text that none begins with is absent. */
export async function findBeginnings(
  db: Db,
  texts: readonly string[],
  mostWords: number,
): Promise<Beginning[]> {
  if (texts.length === 0) return [];
  const { rows } = await sql<Beginning>`
    select text, sum(words)::integer as words, array_agg(stem) as stems,
      sum((select documents from search_stem s where s.stem = found.stem))::integer as documents
    from unnest(${texts}::text[]) text cross join lateral (
      select stem, count(*) as words from (
        select stem from search_word where word >= text and word < text || U&'\\+10FFFF' limit ${mostWords}::integer
      ) w group by stem
    ) found
    group by text`.execute(db);
  return rows;
}

/** A word of the vocabulary that is spelt much like another. */
export interface SimilarWord {
  to: string;
  word: string;
  stem: string;
  forms: string[];
  /** How many publications have its stem. */
  documents: number;
}

/**
 * The words that are spelt most like each of these, the likest first, of equally like ones the most frequent. Also those with two
 * neighbouring letters exchanged: in a short word they leave hardly a trigram the same.
 */
export async function findSimilarWords(db: Db, words: readonly string[]): Promise<SimilarWord[]> {
  if (words.length === 0) return [];
  const swaps = words.flatMap((word) => transpositions(word).map((swapped) => ({ word, swapped })));
  const { rows } = await sql<SimilarWord>`
    with candidate as (
      select q.word as "to", s.word, s.stem from unnest(${words}::text[]) q (word) cross join lateral (
        select w.word, w.stem from search_word w where w.word % q.word
        order by similarity(w.word, q.word) desc, w.word limit 50
      ) s
      union select q.word, w.word, w.stem
      from unnest(${swaps.map(({ word }) => word)}::text[], ${swaps.map(({ swapped }) => swapped)}::text[]) q (word, swapped)
      join search_word w on w.word = q.swapped
    )
    select s.*, ${formsOf(sql`s.stem`)} as forms, coalesce(c.documents, 0) as documents
    from candidate s left join search_stem c on c.stem = s.stem
    order by similarity(s.word, s."to") desc, documents desc, s.word`.execute(db);
  return rows;
}

/** What an import changed in the vocabulary. */
export interface VocabularyChange {
  /** Words that documents use now, with their stems. */
  words: ReadonlyMap<string, string>;
  /** By how many documents more (or less) have a stem. */
  documents: ReadonlyMap<string, number>;
}

/** Brings the vocabulary to what the documents have; a stem that none has any more goes with its words. */
export async function changeVocabulary(db: Db, { words, documents }: VocabularyChange): Promise<void> {
  const changes = [...documents].filter(([, by]) => by !== 0);
  if (words.size > 0)
    await sql`
      insert into search_word (word, stem)
      select * from unnest(${[...words.keys()]}::text[], ${[...words.values()]}::text[]) on conflict do nothing`.execute(
      db,
    );
  // A document that was written and taken back in between brought words that no document has.
  const even = [...documents].filter(([, by]) => by === 0).map(([stem]) => stem);
  if (even.length > 0)
    await sql`
      delete from search_word w
      where stem = any(${even}::text[]) and not exists (select from search_stem s where s.stem = w.stem)`.execute(
      db,
    );
  if (changes.length === 0) return;
  await sql`
    insert into search_stem as s (stem, documents)
    select * from unnest(${changes.map(([stem]) => stem)}::text[], ${changes.map(([, by]) => by)}::integer[])
    on conflict (stem) do update set documents = s.documents + excluded.documents`.execute(db);
  const fewer = changes.filter(([, by]) => by < 0).map(([stem]) => stem);
  if (fewer.length === 0) return;
  await sql`
    with gone as (delete from search_stem where stem = any(${fewer}::text[]) and documents = 0 returning stem)
    delete from search_word where stem in (select stem from gone)`.execute(db);
}

/** Forgets every word and stem, for who makes all documents anew. */
export async function emptyVocabulary(db: Db): Promise<void> {
  await sql`delete from search_word`.execute(db);
  await sql`delete from search_stem`.execute(db);
}

/** How many of these publications' documents have each stem. */
export async function countStems(db: Db, publicationIds: readonly number[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ stem: string; count: number }>`
    select lexeme as stem, count(*) as count from publication p cross join unnest(p.document)
    where p.id = any(${publicationIds}::integer[]) group by lexeme`.execute(db);
  return new Map(rows.map(({ stem, count }) => [stem, count]));
}

/** Whether the vocabulary counts a stem: not a number, which is no misspelling of another. */
export function isCounted(stem: string): boolean {
  return /\D/.test(stem);
}

import { type Expression, sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import { beginsWith } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';

const w = columnsOf('search_word', 'w');

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

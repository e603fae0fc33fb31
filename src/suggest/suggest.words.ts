import type { Db } from '../db/database.ts';
import { findCorrections } from '../search/corrections.ts';
import { findBeginnings, findUnknownBeginnings } from '../search/beginnings.queries.ts';
import { isCounted } from '../search/vocabulary.queries.ts';
import { plain } from '../text/plain.ts';
import { transpositions } from '../text/spelling.ts';
import { foldWord, printedTexts } from '../text/words.ts';
import { toComparable } from './suggest.ts';

/** For each word of a text, its alternatives. A name matches if one of its words begins with one of them. */
export type Beginnings = readonly (readonly string[])[];

/** A text that is being typed. */
export interface Typed {
  /** The text in plain form. */
  text: string;
  /** Its words in plain form, to match names. */
  words: Beginnings;
  /** Its words in the form of the search index, to match publications. In most scripts they equal `words`. */
  searched: Beginnings;
}

/** The maximum number of words to look up in the search index. Further words only filter the results. */
const MOST_SEARCHED = 10;

/** Splits a text into words, as typed. */
export function readTyped(printed: string): Typed {
  const text = toComparable(printed);
  const searched = printedTexts(printed).map(foldWord);
  return {
    text,
    words: text.split(' ').map((word) => [word]),
    searched: [...new Set(searched)]
      .filter((word) => word !== '')
      .slice(0, MOST_SEARCHED)
      .map((word) => [word]),
  };
}

/** Replaces words that no word of the catalogue begins with by similar words. Null if no word can be replaced. */
export async function correctTyped({ text, words, searched }: Typed, db: Db): Promise<Typed | null> {
  const unknown = await findUnknownBeginnings(db, searched.flat());
  const corrections = await findCorrections(db, unknown);
  const instead = new Map([
    ...[...corrections].map(([word, similar]) => [word, similar.map((other) => other.word)] as const),
    ...(await findTransposed(
      db,
      unknown.filter((word) => !corrections.get(word)?.length),
    )),
  ]);
  if (instead.size === 0) return null;
  const insteadPlain = new Map([...instead].map(([word, others]) => [plain(word), others.map(plain)]));
  const replace = (all: Beginnings, replacements: ReadonlyMap<string, string[]>) =>
    all.map((beginnings) => beginnings.flatMap((word) => replacements.get(word) ?? [word]));
  return { text, words: replace(words, insteadPlain), searched: replace(searched, instead) };
}

/** The minimum length of a word whose letters may be transposed. */
const SHORTEST_TRANSPOSED = 3;

/**
 * Finds transposition errors in incomplete words: swaps two neighbouring letters if words of the catalogue begin with
 * the result.
 */
async function findTransposed(db: Db, words: readonly string[]): Promise<Map<string, string[]>> {
  const swaps = new Map(
    words
      .filter((word) => [...word].length >= SHORTEST_TRANSPOSED && isCounted(word))
      .map((word) => [word, transpositions(word)]),
  );
  const unknown = new Set(await findUnknownBeginnings(db, [...swaps.values()].flat()));
  const known = [...swaps].map(
    ([word, others]) => [word, others.filter((other) => !unknown.has(other))] as const,
  );
  return new Map(known.filter(([, others]) => others.length > 0));
}

/** Limits for rare words: the publications that have a word with this beginning, and the number of such words. */
export const RARE = { publications: 3000, words: 300 } as const;

/**
 * The stems of the rarest word of a text. Every publication with all words of the text has one of these stems. Empty if
 * the catalogue has no word with one of the beginnings. Null if no word is rare. Numbers never count as rare, because
 * their frequency is unknown.
 */
export async function findRareStems({ searched }: Typed, db: Db): Promise<string[] | null> {
  const beginnings = new Map(
    (await findBeginnings(db, searched.flat(), RARE.words + 1)).map((beginning) => [
      beginning.text,
      beginning,
    ]),
  );
  const words = searched
    .filter((alternatives) => !alternatives.every((word) => /^[0-9]+$/.test(word)))
    .map((alternatives) => alternatives.flatMap((word) => beginnings.get(word) ?? []))
    .map((found) => ({
      isRare: found.every(({ words }) => words <= RARE.words),
      publications: found.reduce((sum, { documents }) => sum + documents, 0),
      stems: found.flatMap(({ stems }) => stems),
    }));
  const [rarest] = words
    .filter(({ isRare, publications }) => isRare && publications <= RARE.publications)
    .sort((a, b) => a.publications - b.publications);
  return rarest?.stems ?? null;
}

import type { Db } from '../db/database.ts';
import { findCorrections } from '../search/corrections.ts';
import { findBeginnings, findUnknownBeginnings, isCounted } from '../search/vocabulary.queries.ts';
import { plain } from '../text/plain.ts';
import { transpositions } from '../text/spelling.ts';
import { foldWord, printedTexts } from '../text/words.ts';
import { toComparable } from './suggest.ts';

/** Of each word of a text the beginnings, of which one has to begin a word of a name. */
export type Beginnings = readonly (readonly string[])[];

/** A text that is being typed. */
export interface Typed {
  /** Plain. */
  text: string;
  /** Its plain words, by which names are told. */
  words: Beginnings;
  /** The words that publications are searched by: the same in most scripts. */
  searched: Beginnings;
}

/** For how many of a text's words publications are searched: the others are only looked for in what is found. */
const MOST_SEARCHED = 10;

/** Reads a text as it was typed. */
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

/** Replaces words that no word of the catalogue begins with by similar ones; null if there is nothing to replace. */
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

/** The shortest word whose letters are taken to be exchanged. */
const SHORTEST_TRANSPOSED = 3;

/** For words that are still being typed: the same with two neighbouring letters exchanged, if words of the catalogue begin so. */
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

/** A word is rare where publications with words that begin so are no more than these, and such words no more than these. */
export const RARE = { publications: 3000, words: 300 } as const;

/**
 * What the rarest word of a text is searched as: each publication that has all its words has one of these stems. Empty where
 * a word is none of the catalogue's; null where no word is rare, or known to be (of numbers nobody knows).
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

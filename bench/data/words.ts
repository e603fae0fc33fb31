import { between, pick, seededRandom, zipf } from '../random.ts';

const ONSETS = [
  'b',
  'br',
  'c',
  'd',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou'];
const CODAS = ['', '', 'k', 'l', 'm', 'n', 'r', 't', 'x'];

/** Number of words of the artificial language. */
const VOCABULARY_SIZE = 8000;

/** The words of an artificial language, most frequent first. Texts draw them by Zipf's law, like words of a real language. */
export const vocabulary: readonly string[] = makeVocabulary();

/** Draws the rank of the next word of a text. */
export const wordRank = zipf(VOCABULARY_SIZE);

function makeVocabulary(): string[] {
  const random = seededRandom(1);
  const words = new Set<string>();
  while (words.size < VOCABULARY_SIZE)
    words.add(
      Array.from({ length: between(random, 2, 3) }, () => syllable(random)).join('') + pick(random, CODAS),
    );
  return [...words];
}

function syllable(random: () => number): string {
  return pick(random, ONSETS) + pick(random, VOWELS);
}

/** Returns a different name for each number. */
export function personName(number: number): string {
  const [firsts, lasts] = [97, 2039];
  const middle = Math.floor(number / (firsts * lasts));
  return [number % firsts, ...(middle > 0 ? [middle] : []), Math.floor(number / firsts) % lasts]
    .map((rank) => capital(vocabulary[rank] as string))
    .join(' ');
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

import { plain } from '../text/plain.ts';
import { isNearBeginning, mostMistakes } from '../text/spelling.ts';

export type SuggestionKind = 'COUNTRY' | 'REGION' | 'TOPIC' | 'CATEGORY' | 'AUTHOR' | 'PUBLICATION';

/** In the order in which equally good ones take turns. */
export const SUGGESTION_KINDS: readonly SuggestionKind[] = [
  'COUNTRY',
  'REGION',
  'TOPIC',
  'CATEGORY',
  'AUTHOR',
  'PUBLICATION',
];

/** How well a name answers to a text; less is better. */
export const MATCH = { WHOLE: 0, BEGINNING: 1, WORDS: 2, MISSPELT: 3 } as const;
export type Match = (typeof MATCH)[keyof typeof MATCH];

/** Something that a text may mean. */
export interface Suggestion {
  kind: SuggestionKind;
  /** The natural key. */
  value: string;
  label: string;
  matched: string | null;
  hint: string;
}

/** A suggestion with what decides its place. Those of one kind and match come in their order. */
export interface Candidate extends Suggestion {
  match: Match;
}

/** How well a plain name answers to a plain text as it was typed; null where it does not. */
export function matchOf(name: string, text: string): Match | null {
  if (name.startsWith(text)) return name.length === text.length ? MATCH.WHOLE : MATCH.BEGINNING;
  return text.split(' ').every((word) => beginsWord(name, word)) ? MATCH.WORDS : null;
}

function beginsWord(name: string, word: string): boolean {
  return name.startsWith(word) || name.includes(` ${word}`);
}

/** The name that answers best to a plain text, the first of equal ones; null where none does. */
export function bestName(
  names: readonly string[],
  text: string,
  plainOf: (name: string) => string = plain,
): { printed: string; match: Match } | null {
  let best: { printed: string; match: Match } | null = null;
  for (const printed of names) {
    const match = matchOf(plainOf(printed), text);
    if (match !== null && (best === null || match < best.match)) best = { printed, match };
  }
  return best;
}

/** Which letters a text has, a bit for each; of other scripts than Latin, some letters share theirs. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** Whether the beginning of a name is a likely misspelling of a text. Texts of up to three letters have none. */
export function isMisspelt(name: string, text: string, letters = lettersOf(name)): boolean {
  const most = mostMistakes(text.length);
  // Each letter that the name doesn't have is a mistake, which excludes most names at once.
  if (most === 0 || countBits(lettersOf(text) & ~letters) > most) return false;
  return isNearBeginning(text, name, most);
}

/** Chooses the `first` best; kinds take turns if they are equally good. */
export function chooseBest(candidates: readonly Candidate[], first: number): Candidate[] {
  const turns = new Map<string, number>();
  return candidates
    .map((candidate) => {
      const key = `${candidate.match} ${candidate.kind}`;
      const turn = turns.get(key) ?? 0;
      turns.set(key, turn + 1);
      return { candidate, turn };
    })
    .sort(
      (a, b) =>
        a.candidate.match - b.candidate.match ||
        a.turn - b.turn ||
        SUGGESTION_KINDS.indexOf(a.candidate.kind) - SUGGESTION_KINDS.indexOf(b.candidate.kind),
    )
    .slice(0, first)
    .map(({ candidate }) => candidate);
}

const MOST_CHARACTERS = 200;

/** A text in the form that names are compared in. */
export function toComparable(text: string): string {
  return plain(text.slice(0, MOST_CHARACTERS)).slice(0, MOST_CHARACTERS).trim();
}

import { plain } from '../text/plain.ts';

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

/** How many letters of a text may be wrong. */
function mostMistakes(text: string): number {
  return text.length < 4 ? 0 : text.length < 8 ? 1 : 2;
}

/** Which letters a text has, a bit for each; of other scripts than Latin, some letters share theirs. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31);
  return letters;
}

function bits(of: number): number {
  let count = 0;
  for (let left = of; left !== 0; left &= left - 1) count++;
  return count;
}

/**
 * Whether the beginning of a name is spelt much like a text: letters missing, too many, wrong, or exchanged with their
 * neighbours (the restricted Damerau–Levenshtein distance to the nearest beginning).
 */
export function isMisspelt(name: string, text: string, letters = lettersOf(name)): boolean {
  const most = mostMistakes(text);
  // Each letter that the name does not have is a mistake: that tells most names apart at once.
  if (most === 0 || bits(lettersOf(text) & ~letters) > most) return false;
  const length = Math.min(name.length, text.length + most);
  let before: number[] = [];
  let last = Array.from({ length: length + 1 }, (_, j) => j);
  for (let i = 1; i <= text.length; i++) {
    const row = [i];
    for (let j = 1; j <= length; j++) {
      const isSame = text[i - 1] === name[j - 1];
      const isExchanged = i > 1 && j > 1 && text[i - 1] === name[j - 2] && text[i - 2] === name[j - 1];
      row[j] = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (isSame ? 0 : 1),
        isExchanged ? (before[j - 2] as number) + 1 : Infinity,
      );
    }
    if (Math.min(...row) > most) return false;
    [before, last] = [last, row];
  }
  return Math.min(...last) <= most;
}

/** The `first` best, kinds taking turns where they are equally good. */
export function best(candidates: readonly Candidate[], first: number): Candidate[] {
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

/** A text as names are compared with it. */
export function typed(text: string): string {
  return plain(text.slice(0, MOST_CHARACTERS)).slice(0, MOST_CHARACTERS).trim();
}

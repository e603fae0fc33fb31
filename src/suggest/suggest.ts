import { type MembershipKind, REFERENCE_KINDS } from '../publication/memberships.ts';
import { upperCase } from '../text/capitalize.ts';
import { plain } from '../text/plain.ts';
import { isNearBeginning, mostMistakes } from '../text/spelling.ts';

export type SuggestionKind = Uppercase<MembershipKind> | 'PUBLICATION';

/** The kinds, in the order in which equally good suggestions take turns. */
export const SUGGESTION_KINDS: readonly SuggestionKind[] = [
  ...REFERENCE_KINDS.map((kind) => upperCase(kind)),
  'AUTHOR',
  'PUBLICATION',
];

/** How well a name matches a text. Lower is better. */
export const MATCH = { WHOLE: 0, BEGINNING: 1, WORDS: 2, MISSPELT: 3 } as const;
export type Match = (typeof MATCH)[keyof typeof MATCH];

/** An object that matches a text. */
export interface Suggestion {
  kind: SuggestionKind;
  /** The natural key: a code or slug. */
  value: string;
  label: string;
  matched: string | null;
  hint: string;
}

/** A suggestion and how well it matches. Candidates of the same kind and match are already in order. */
export interface Candidate extends Suggestion {
  match: Match;
}

/** How well a plain name matches a plain text as typed. Null if it does not match. */
export function matchName(name: string, text: string): Match | null {
  if (name.startsWith(text)) return name.length === text.length ? MATCH.WHOLE : MATCH.BEGINNING;
  return text.split(' ').every((word) => beginsWord(name, word)) ? MATCH.WORDS : null;
}

function beginsWord(name: string, word: string): boolean {
  return name.startsWith(word) || name.includes(` ${word}`);
}

/** The name that matches a plain text best; the first of equally good names. Null if none matches. */
export function findBestName(
  names: readonly string[],
  text: string,
  plainOf: (name: string) => string = plain,
): { printed: string; match: Match } | null {
  let best: { printed: string; match: Match } | null = null;
  for (const printed of names) {
    const match = matchName(plainOf(printed), text);
    if (match !== null && (best === null || match < best.match)) best = { printed, match };
  }
  return best;
}

/** The letters of a text as a bit set. Outside a to z, several letters share a bit. */
export function toLetterSet(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/**
 * Whether the beginning of a name is a likely misspelling of a text. Texts of up to three letters have no misspellings.
 */
export function isMisspelt(name: string, text: string, letters = toLetterSet(name)): boolean {
  const most = mostMistakes(text.length);
  // Each letter that the name lacks is a mistake. This cheap check excludes most names.
  if (most === 0 || countBits(toLetterSet(text) & ~letters) > most) return false;
  return isNearBeginning(text, name, most);
}

/** Chooses the `first` best candidates. Kinds take turns among equally good ones. */
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

/** The plain form of a text, as names are compared. Long texts are cut. */
export function toComparable(text: string): string {
  return plain(text.slice(0, MOST_CHARACTERS)).slice(0, MOST_CHARACTERS).trim();
}

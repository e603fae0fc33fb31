import { wordsOf } from '../words.ts';
import { AMBIGUOUS_NAMES, GIVEN_NAMES } from './given-name-lists.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

// Frequent given names that are seldom surnames. They identify the given name of two words: "Mann", "Lori".
const GIVEN = setOf(GIVEN_NAMES);

// Given names that are also frequent surnames or common words. They show that a name is a person's, but not the order
// of its words.
const AMBIGUOUS = setOf(AMBIGUOUS_NAMES);

/** Whether a piece consists of frequent given names: "Lori", "Jean-Pierre". */
export function isGivenName(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.every((word) => GIVEN.has(word));
}

/** Whether a piece may be a given name, although it is often something else: "James", "Grace", "Hope". */
export function mayBeGivenName(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.every((word) => GIVEN.has(word) || AMBIGUOUS.has(word));
}

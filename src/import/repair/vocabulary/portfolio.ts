import { wordsOf } from '../words.ts';
import { HEAD_WORDS, QUALIFIERS, SUBJECTS } from './institution-words.ts';
import {
  FUNCTION_WORDS,
  isBeforeWeak,
  isHeadWord,
  isSubject,
  isSubjectNoun,
  ROMANCE,
  setOf,
} from './name-words.ts';

const PEOPLE = setOf(
  'advocates artists citizens doctors farmers fathers journalists judges lawyers mothers nurses parents physicians students survivors teachers volunteers women workers youth',
);

/**
 * Whether a piece consists only of subjects of an office ("Social Affairs", "Tropical Medicine"), or of one general
 * head noun ("Police"). Such a piece names nobody.
 */
export function isPortfolio(text: string): boolean {
  const words = wordsOf(text);
  const [word = ''] = words;
  if (words.length === 1 && HEAD_WORDS.has(word)) return true;
  if (isWholeName(words)) return false;
  if (words.length > 1 && isSubjectPhrase(words)) return true;
  return words.some(isSubject) && words.every((word) => isSubject(word) || ROMANCE.has(word));
}

/**
 * Signs of a complete name: "Lawyers For Human Rights", "Justice Without Borders", "Freedom United", "Men Against
 * Violence", "Supreme Court", "International Tourism Partnership", "Women In Migration Network".
 */
function isWholeName(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  const last = words.at(-1) ?? '';
  if (words.slice(1, -1).some((word) => /^(?:for|with)$/.test(word)) && SUBJECTS.has(first)) return true;
  if (second === 'for' && PEOPLE.has(first)) return true;
  if (words.length > 1 && last === 'international') return true;
  if (words.includes('without') || last === 'united') return true;
  if (first === 'united' && PEOPLE.has(last)) return true;
  if (second === 'against' && !AGAINST.has(first)) return true;
  if (first === 'court' && second === 'of') return true;
  if (words.length > 1 && last === 'court') return true;
  if (words.some((word) => /^(?:court|church|bank)$/.test(word)) && words.some(isBeforeWeak)) return true;
  if (!isHeadWord(last) || words.length < 3) return false;
  // "Overseas Workers Welfare Administration"
  if (words.length > 3 && !last.endsWith('s') && !words.some((word) => FUNCTION_WORDS.has(word))) return true;
  const isPhrase = FUNCTION_WORDS.has(second) && second !== 'of';
  return isPhrase || (last !== 'international' && /^(?:global|international|national)$/.test(first));
}

// "Violence Against Women" is a subject; "Awareness Against Trafficking" is a name.
const AGAINST = setOf('violence fight crime crimes discrimination offences offenses protection struggle war');

/** "Coordination Of National Government", "Modern Slavery": a phrase that begins with a subject or has no head noun. */
function isSubjectPhrase(words: readonly string[]): boolean {
  const isKnown = (word: string) => isSubject(word) || QUALIFIERS.has(word);
  const [first = '', second = ''] = words;
  if (isSubjectNoun(first) && FUNCTION_WORDS.has(second))
    return words.every((word) => isKnown(word) || HEAD_WORDS.has(word));
  return words.every(isKnown) && words.some(isSubject) && !words.some((word) => FUNCTION_WORDS.has(word));
}

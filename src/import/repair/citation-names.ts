import type { AuthorRecord } from '../record.ts';
import { isGivenName, mayBeGivenName } from './vocabulary/given-names.ts';
import { hasFieldWord, hasProseWord } from './vocabulary/name-words.ts';
import { isPlaceOfPublication } from './vocabulary/imprint.ts';
import { findOrganisation } from './vocabulary/organisations.ts';
import { knownAuthor, organisationOf } from './author-organisations.ts';
import {
  endsInInitial,
  isInitials,
  isNameShaped,
  personFrom,
  personOf,
  personRecord,
  splitTrailingInitials,
} from './person.ts';

/** A name in a citation, with the pieces that it was read from. */
export interface CitedName {
  author: AuthorRecord;
  printedAs: string;
}

/** Splits names that the site left joined in one piece: "M. And M. Klein Solomon" → "M.", "M. Klein Solomon". */
export function atomsOf(text: string): string[] {
  return text
    .split(/(?:^|,? )(?:and|&) |; ?|, /i)
    .map((atom) => atom.replace(/^[\s,]+|[\s,]+$/g, ''))
    .filter((atom) => atom !== '');
}

/** Whether a piece of a citation may be a name or a part of one. Other pieces belong to a title. */
export function isNameAtom(text: string): boolean {
  if (isInitials(text) || findOrganisation(text)) return true;
  // "Healy C"
  if (isWordOfName(splitTrailingInitials(text)?.surname ?? ' ')) return true;
  return isNameShaped(text) && text.split(' ').length <= 4 && !hasProseWord(text);
}

/** "G. And Bowring": initials next to single words are names, even if a word looks like part of a title. */
export function hasInitials(text: string): boolean {
  const atoms = atomsOf(text);
  return (
    atoms.length > 1 &&
    atoms.some(isInitials) &&
    atoms.every((atom) => isInitials(atom) || isWordOfName(atom))
  );
}

/** "Claire", "Marit; De Souza": whether each name in a piece may be a surname or a given name. */
export function areWordsOfNames(text: string): boolean {
  const atoms = atomsOf(text);
  return atoms.every((atom) => isWordOfName(atom) || (atoms.length > 1 && isNameAtom(atom)));
}

/** Whether a piece is a single word without a word of the field. "Healy" is one, although it ends like an adverb. */
function isWordOfName(text: string): boolean {
  if (text.includes(' ') || isInitials(text) || !isNameShaped(text) || hasFieldWord(text)) return false;
  return !isPlaceOfPublication(text) && findOrganisation(text) === null;
}

/** Whether a piece can be the surname that belongs to initials. */
export function isSurnameAtom(text: string): boolean {
  if (isInitials(text) || text.includes('.') || text.split(' ').length > 3) return false;
  return isNameAtom(text) && !isPlaceOfPublication(text) && findOrganisation(text) === null;
}

/**
 * Reads names in bibliography order: "Liu", "G.", or "M. Klein Solomon", or "Liu G.", or an organisation. Returns null
 * if a piece is left over, because then the pairs are uncertain.
 */
export function readNames(atoms: readonly string[]): CitedName[] | null {
  const names: CitedName[] = [];
  for (let i = 0; i < atoms.length; i += 1) {
    const atom = atoms[i] as string;
    const next = atoms[i + 1];
    const organisation = findOrganisation(atom);
    const unknown = organisationOf(atom);
    if (organisation) {
      names.push({ author: knownAuthor(organisation), printedAs: atom });
    } else if (next !== undefined && isSurnameOf(atom, next)) {
      names.push({ author: personRecord(personFrom(atom, next)), printedAs: `${atom}, ${next}` });
      i += 1;
    } else if (isFullName(atom) && unknown !== null) {
      names.push({ author: unknown, printedAs: atom });
    } else if (isFullName(atom)) {
      const reversed = splitTrailingInitials(atom);
      const person =
        reversed !== null && !isGivenName(reversed.surname)
          ? personFrom(reversed.surname, reversed.initials)
          : personOf(atom, { isCitation: true });
      names.push({ author: personRecord(person), printedAs: atom });
    } else {
      return null;
    }
  }
  return names;
}

/** A single word before initials is always a surname. The first of two words may be a given name. */
function isSurnameOf(atom: string, next: string): boolean {
  if (isInitials(next) && isWordOfName(atom)) return true;
  if (isWordOfName(atom) && !mayBeGivenName(atom) && isWordOfName(next) && mayBeGivenName(next)) return true;
  if (!(isSurnameAtom(atom) || isWordOfName(atom)) || !isGiven(next)) return false;
  return !isGivenName(atom.split(' ')[0] ?? '') || (!atom.includes(' ') && isInitials(next));
}

function isGiven(text: string): boolean {
  return (
    isInitials(text) || (endsInInitial(text) && isGivenName(text.split(' ')[0] ?? '')) || isGivenName(text)
  );
}

function isFullName(text: string): boolean {
  return text.includes(' ') && !isInitials(text) && isNameAtom(text);
}

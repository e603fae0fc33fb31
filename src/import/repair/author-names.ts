import type { AuthorRecord } from '../record.ts';
import { isGivenName } from './vocabulary/given-names.ts';
import { hasFieldWord, hasOfficeWord, isPortfolio } from './vocabulary/name-words.ts';
import { findOrganisation, isPartOfName } from './vocabulary/organisations.ts';
import type { Item, Notes } from './author-items.ts';
import { isPlaceName } from './author-offices.ts';
import { isAcronymOf, knownAuthor, organisationOf } from './author-organisations.ts';
import {
  endsInInitial,
  isGeneration,
  isInitials,
  isNameShaped,
  isParticle,
  personFrom,
  personOf,
  type PersonName,
} from './person.ts';
import { undoPossessive } from './titlecase.ts';
import { isAllCapitals, splitBracket } from './words.ts';

const NOBODY =
  /^(?:anon(?:ymous)?|various(?: authors)?|unknown|none|n\/?a|n\. ?a\.|-+|–|multiple authors|no author)\.?$/i;

export function personRecord({ name, sortName }: PersonName): AuthorRecord {
  return { name, sortName, kind: 'PERSON', acronym: null, aliases: [] };
}

export function isGivenLike(item: Item | undefined): boolean {
  if (item === undefined || item.author) return false;
  return isInitials(item.text) || (endsInInitial(item.text) && isNameShaped(item.text));
}

/** A word that can be the surname of initials: one, or two of which the first is no given name. */
function isSurnameLike(item: Item | undefined): item is Item {
  if (!item || item.author || item.isUnresolved || isGivenLike(item) || !isNameShaped(item.text))
    return false;
  const words = item.text.split(' ').filter((word) => !isParticle(word) && !isGeneration(word));
  const isFull =
    words.length > 2 || words.some(isInitials) || (words.length === 2 && isGivenName(words[0] ?? ''));
  return !isFull && !isPortfolio(item.text) && organisationOf(item.text) === null;
}

/**
 * "Mann", "Lori J." → Lori J. Mann: initials, and given names that end in one, belong to the surname before them; so
 * does a frequent given name. Where the order is lost, they are joined only if there is one of each: otherwise nobody
 * knows whose initials they are, and they stay as printed, with the surnames.
 */
export function pairNames(items: readonly Item[], notes: Notes): Item[] {
  const initials = items.filter(isGivenLike);
  if (initials.length > 0 && initials.every(isReversed) && !items.some(isSurnameLike)) {
    return items.map((item) => (isGivenLike(item) ? reorder(item, notes) : item));
  }
  const alternating = alternatingPairs(items);
  if (alternating !== null) return joinPairs(items, alternating, notes);
  const singles = items.filter((item) => isSurnameLike(item) && isSingle(item.text));
  const given = singles.filter((item) => isGivenName(item.text));
  const surnames = singles.filter((item) => !isGivenName(item.text));
  const givens = new Set(initials.length > 0 ? initials : given.length <= surnames.length ? given : []);
  if (givens.size === 0) return [...items];

  const pairs: [number, number][] = [];
  for (const [i, item] of items.entries()) {
    if (!givens.has(item)) continue;
    const before = items[i - 1];
    if (isSurnameLike(before) && !givens.has(before) && pairs.at(-1)?.[0] !== i - 1) pairs.push([i - 1, i]);
  }
  const isOrdered = pairs.length === givens.size;
  if (!isOrdered) {
    const [only] = givens;
    const loose = initials.length > 0 ? singles.filter((item) => !givens.has(item)) : surnames;
    if (givens.size > 1 || loose.length !== 1) {
      if (initials.length === 0) return [...items];
      const untold = new Set([...givens, ...singles]);
      return items.map((item) => (untold.has(item) ? { ...item, isUnresolved: true } : item));
    }
    pairs.splice(0, pairs.length, [items.indexOf(loose[0] as Item), items.indexOf(only as Item)]);
  }
  return joinPairs(items, pairs, notes);
}

/**
 * "Zimmerman", "Cathy", "De La Cruz", "M.", "Hossain", "Mazeda": surnames and given names in turn. So it is where half of
 * the second ones at least are known for given names, and none of the first; null elsewhere.
 */
function alternatingPairs(items: readonly Item[]): [number, number][] | null {
  const at = items.flatMap((item, i) => (item.author || item.isUnresolved ? [] : [i]));
  const pairs = at.flatMap((i, k): [number, number][] => (k % 2 === 0 ? [[i, at[k + 1] ?? -1]] : []));
  const isGiven = (item: Item | undefined) =>
    isGivenLike(item) || (item !== undefined && isGivenName(item.text));
  const arePairs = pairs.every(([s, g]) => {
    const [surname, given] = [items[s], items[g]];
    return g === s + 1 && isSurnameLike(surname) && !isGiven(surname) && isGivenPart(given);
  });
  const known = pairs.filter(([, g]) => isGiven(items[g]));
  return arePairs && pairs.length > 1 && known.length * 2 >= pairs.length ? pairs : null;
}

function isGivenPart(item: Item | undefined): boolean {
  return isGivenLike(item) || (isSurnameLike(item) && !item.text.includes(' ')) || isGivenNames(item);
}

function isGivenNames(item: Item | undefined): boolean {
  return item?.text.split(' ').every((word) => isInitials(word) || isGivenName(word)) ?? false;
}

/** One word, or one with a suffix: "Smith Jr.". */
function isSingle(text: string): boolean {
  return text.split(' ').filter((word) => !isGeneration(word)).length === 1;
}

/** "Jones A.": a surname with its initials behind, if it is no given name and no surname stands by it. */
function isReversed({ text }: Item): boolean {
  const [surname = '', ...initials] = text.split(' ');
  return initials.length > 0 && initials.every(isInitials) && !isInitials(surname) && !isGivenName(surname);
}

function reorder(item: Item, notes: Notes): Item {
  const [surname = '', ...initials] = item.text.split(' ');
  const author = personRecord(personFrom(surname, initials.join(' ')));
  notes.add('reorder-initials', [item.text], [author.name]);
  return { ...item, author };
}

/** `pairs`: where surname and given names stand; the person stands where the first of them stood. */
function joinPairs(items: readonly Item[], pairs: [number, number][], notes: Notes): Item[] {
  const joined: (Item | null)[] = [...items];
  for (const [s, g] of pairs) {
    const surname = items[s] as Item;
    const given = items[g] as Item;
    const author = personRecord(personFrom(surname.text, given.text));
    const printed = [...surname.printed, ...given.printed];
    notes.add('join-surname-and-given-names', printed, [author.name]);
    const role = given.role === 'AUTHOR' ? surname.role : given.role;
    joined[Math.max(s, g)] = null;
    joined[Math.min(s, g)] = { text: author.name, printed, role, author };
  }
  return joined.filter((item) => item !== null);
}

/** What a single piece names, or null where no rule understands it. */
export function authorOf(text: string, notes: Notes): AuthorRecord | null {
  const known = findOrganisation(text);
  if (known) {
    notes.add('known-organisation', [text], [known.name]);
    return knownAuthor(known);
  }
  if (NOBODY.test(text) || isInitials(text) || isPartOfName(text)) return null;
  if (isPortfolio(splitBracket(text).base) || isGeneration(text)) return null;
  if (isPlaceName(text) && !hasOfficeWord(text)) return null;
  const person = inverted(text) ?? affiliated(text);
  if (person) {
    notes.add(text.includes(',') ? 'invert-name' : 'drop-affiliation', [text], [person.name]);
    return personRecord(person);
  }
  if (endsInInitial(text)) return null;
  const organisation = organisationOf(text);
  if (organisation) {
    if (!/[“”"«»]|\(\d{4}\)/.test(text)) notes.add('undo-title-case', [text], [shownAs(organisation)]);
    return /[“”"«»]|\(\d{4}\)|^\W*$/.test(text) ? null : organisation;
  }
  const plain = undoPossessive(text);
  if (/ (?:and|&) /i.test(plain) || !isNameShaped(plain)) return null;
  if (!isPerson(plain)) return { name: plain, sortName: plain, kind: 'UNKNOWN', acronym: null, aliases: [] };
  const name = personOf(plain);
  notes.add('order-name', [text], [name.name]);
  return personRecord(name);
}

function shownAs({ name, acronym }: AuthorRecord): string {
  return acronym === null || acronym === name ? name : `${name} (${acronym})`;
}

/** Two words or more with capitals; a word of the field ("Stop Trafficking") is no part of a person's name. */
function isPerson(text: string): boolean {
  const words = text.split(' ');
  if (words.length < 2 || !/\p{Lu}/u.test(text)) return false;
  return isInitials(words[0] ?? '') || isGivenName(words[0] ?? '') || !hasFieldWord(text);
}

/** A comma that the site left in: "Mann, Lori J.". */
function inverted(text: string): PersonName | null {
  const [surname, given, more] = text.split(/, ?/);
  if (surname === undefined || given === undefined || more !== undefined) return null;
  if (!isNameShaped(surname) || !isNameShaped(given) || organisationOf(text) !== null) return null;
  const isGiven = isInitials(given) || endsInInitial(given) || isGivenName(given);
  return isGiven && surname.split(' ').length <= 3 ? personFrom(surname, given) : null;
}

/** "Jane Doe (IOM)", "Jane Doe (University Of Oslo)": a person with an employer. */
function affiliated(text: string): PersonName | null {
  const { base, inside } = splitBracket(text);
  if (inside === null || organisationOf(base) !== null || !isNameShaped(base) || !isPerson(base)) return null;
  if (isAcronymOf(inside, base) || (!isAllCapitals(inside) && organisationOf(inside) === null)) return null;
  return personOf(base);
}

import type { AuthorRecord } from '../record.ts';
import { isAreaName, isCityName } from './vocabulary/cities.ts';
import { isGivenName, mayBeGivenName } from './vocabulary/given-names.ts';
import { imprintOf } from './vocabulary/imprint.ts';
import {
  hasFieldWord,
  hasOfficeWord,
  isBareHead,
  isImpersonalWord,
  looksLikeText,
  startsWithQualifier,
} from './vocabulary/name-words.ts';
import { isPortfolio } from './vocabulary/portfolio.ts';
import { isNobody, isOfDocument, isPosition, isPositionIn, isSerial } from './vocabulary/non-names.ts';
import { findOrganisation, isPartOfName } from './vocabulary/organisations.ts';
import { isSurnameWord, mayBeDoubleSurname } from './vocabulary/surnames.ts';
import { isAddition, isSubjectOfPlace } from './author-fragments.ts';
import type { Notes } from './author-items.ts';
import { hasLegalForm, isAcronymOf, knownAuthor, organisationOf } from './author-organisations.ts';
import { isUnitName } from './author-parts.ts';
import {
  endsInInitial,
  isGeneration,
  isInitials,
  isNameShaped,
  isTitle,
  personFrom,
  personOf,
  personRecord,
  type PersonName,
} from './person.ts';
import { isPartOfPlace, isPlaceName } from './place-names.ts';
import { undoPossessive } from './titlecase.ts';
import { isAllCapitals, splitBracket } from './words.ts';

/** Facts about the list that contains a piece. */
export interface ListContext {
  /** True if the list has no other piece, so nothing was split off this piece. */
  isOnly: boolean;
  /** True if the other pieces are complete names, so this piece can't be a part of them. */
  isApart?: boolean;
}

/** Reads a single piece as an author. Returns the reason as a string if the piece cannot be read. */
export function authorOf(text: string, notes: Notes, context: ListContext): AuthorRecord | string {
  const known = findOrganisation(text);
  if (known) {
    notes.add('known-organisation', [text], [known.name]);
    return knownAuthor(known);
  }
  const quoted = quotedName(text);
  if (quoted !== null) {
    notes.add('keep-quoted-name', [text], [quoted.name]);
    return quoted;
  }
  const reason = reasonAgainst(text, context);
  if (reason !== null) return reason;
  const person = inverted(text) ?? affiliated(text);
  if (person) {
    notes.add(text.includes(',') ? 'invert-name' : 'drop-affiliation', [text], [person.name]);
    return personRecord(person);
  }
  if (endsInInitial(text) && !hasLegalForm(text)) return 'given names without a surname';
  const organisation = organisationOf(text);
  if (organisation) {
    notes.add('undo-title-case', [text], [shownAs(organisation)]);
    return organisation;
  }
  return personOrUnknown(undoPossessive(text), notes, context);
}

/**
 * Reads names with quotation marks inside: 'Maciej "Mac" Pieczkowski', 'Public Association "Future"'. Other pieces with
 * quotation marks belong to a citation.
 */
function quotedName(text: string): AuthorRecord | null {
  const [, first = '', inside = '', last = ''] =
    /^([^"“”«»]+) ["“«]([^"“”«»]+)["”»]( \p{Lu}[^"“”«»]*)?$/u.exec(text) ?? [];
  if (first === '' || /\d/.test(text)) return null;
  const plain = first + last;
  const isPerson = last !== '' && isNameShaped(plain) && isNameShaped(inside) && !inside.includes(' ');
  if (isPerson && mayBeGivenName(first.split(' ')[0] ?? '') && !hasFieldWord(plain))
    return personRecord(personOf(text));
  return last === '' && hasOfficeWord(first) && inside.length < 50 ? organisationOf(text) : null;
}

/** Why a piece names nobody, whatever its neighbours are; null if it may be a name. */
function reasonAgainst(text: string, { isOnly }: ListContext): string | null {
  const { base } = splitBracket(text);
  if (isNobody(text)) return 'says that nobody is named';
  if (/https?:|www\.|@|\bdoi\b/i.test(text)) return 'an address, no name';
  if (/[“”"«»‘]|[([](?:1[5-9]|20)\d\d[a-z]?[)\]]/u.test(text)) return 'a piece of a citation';
  if (/[([](?:n\. ?d\.?|in press|forthcoming)[)\]]/i.test(text)) return 'a piece of a citation';
  if (/\p{L}{6,}\. \p{Lu}/u.test(text) || /(?:^|[^\p{L}\p{N}])(?:19|20)\d\d(?:$|[^\p{L}\p{N}])/u.test(text))
    return 'a piece of a citation or of running text';
  if (/^(?:pp?|vol|no|nos|ch|ed|eds|in)\.? ?\d*$/i.test(text) || !/\p{L}{2}/u.test(text.replace(/\./g, ''))) {
    return isInitials(text) ? 'initials without a surname' : 'no letters of a name';
  }
  if (isInitials(text)) return 'initials without a surname';
  if (isTitle(text)) return 'a title or degree without a name';
  if (isGeneration(text)) return 'a suffix of a name that is not beside it';
  // The site drops no pieces: a common name beside none of the other parts is a name of its own.
  if (isPartOfName(text) && !isUnitName(text))
    return 'a part of the name of a known organisation, whose other parts are missing';
  if (isOfDocument(base) || isPosition(base) || isPositionIn(base))
    return 'a word for a document or a position, no name';
  if (isSerial(base)) return 'a journal, no author';
  if (
    /^(?:of|for|in|on|to|from|by|at|against|de|des|du|del|dell|della|delle|degli|d|et|y)[ ’']/i.test(base) &&
    !isWholeName(base)
  )
    return 'begins with a preposition, so that its first half stands elsewhere';
  // "Global Rights", "Legal Aid Of Cambodia"
  const isOfCountry = isOnly && isSubjectOfPlace(base);
  const isWhole = isOfCountry || (isOnly && /^(?:first|free|global|world|young) /i.test(text));
  if ((!isWhole && (isPortfolio(base) || isSubjectOfPlace(base))) || isAddition(base))
    return 'subjects of an office that is not beside it';
  if (/^\S+ (?:y|e|et) \S+$/i.test(base) && hasFieldWord(base))
    return 'subjects of an office that is not beside it';
  if (isBareHead(base)) return 'an office without the part of its name that says which';
  if (isPartOfPlace(text)) return 'a part of a country’s name';
  if (isPlaceName(text) || isCityName(text) || isAreaName(text))
    return 'a place, which signs nothing by itself';
  if (imprintOf(text) !== null) return 'a publisher with its place, no author';
  return null;
}

// "De La Cruz" may be a surname; "De L'Enfance Et De La Jeunesse" may not.
function isWholeName(text: string): boolean {
  if (/^(?:de la|de l['’]|des|du|et) ?.* et /i.test(text)) return false;
  if (/^(?:dell['’]|(?:della|delle|degli) )\S+ e /i.test(text)) return false;
  return hasOfficeWord(text) || (!/ (?:et|y) /i.test(text) && isNameShaped(text) && !hasFieldWord(text));
}

function personOrUnknown(text: string, notes: Notes, context: ListContext): AuthorRecord | string {
  const isWhole = context.isOnly || context.isApart;
  if (/ (?:and|&) /i.test(text)) return 'names joined by "and" that cannot be told apart';
  if (!isNameShaped(text)) return 'neither the shape of a person’s name nor a word for an organisation';
  const isSingle = !text.includes(' ');
  const [first = ''] = text.split(' ');
  if (/^(?:st\.?|saint|santa|são) \S+$/i.test(text)) return 'may be a place that is named after a saint';
  // "Ashiana Sheffield"
  const isOfCity = !isSingle && isCityName(text.split(' ').at(-1) ?? '') && !mayBeDoubleSurname(text);
  if (isOfCity && !mayBeGivenName(first) && !isInitials(first))
    return 'may be a person, or an organisation of the city in which the name ends';
  if (isPerson(text)) {
    const name = personOf(text);
    notes.add('order-name', [text], [name.name]);
    return personRecord(name);
  }
  if (!isSingle && looksLikeText(text)) return 'reads like running text, no name';
  if (!isWhole && isSingle && /\p{Lu}/u.test(text)) return 'a single word, which may be half of a name';
  if (!isWhole && !isSingle) return 'words of an institution that may be a part of a name';
  const kind = isSingle || mayEndInSurname(text) ? 'UNKNOWN' : 'ORGANIZATION';
  return { name: text, sortName: text, kind, acronym: null, aliases: [] };
}

/** "Ashva Power": the only word of the field is also a surname. */
function mayEndInSurname(text: string): boolean {
  const words = text.split(' ');
  return (
    isSurnameWord(words.at(-1) ?? '') &&
    !words.slice(0, -1).some((word) => hasFieldWord(word) || isSurnameWord(word))
  );
}

function shownAs({ name, acronym }: AuthorRecord): string {
  return acronym === null || acronym === name ? name : `${name} (${acronym})`;
}

/** Two words or more with capitals. A person's name contains no word of the field ("Stop Trafficking"). */
function isPerson(text: string): boolean {
  const words = text.split(' ');
  const [first = ''] = words;
  if (words.length < 2 || !/\p{Lu}/u.test(text)) return false;
  // The last word is no surname: "Heinz Endowments", "Kansas City", "Budapest Process".
  const last = words.at(-1) ?? '';
  if (
    ((last.length > 6 || isImpersonalWord(last)) && hasFieldWord(last) && !isSurnameWord(last)) ||
    /^(?:city|county|house)$/i.test(last)
  )
    return false;
  if (isCityName(first) && !mayBeGivenName(first)) return false;
  if ((isParticiple(first) || startsWithQualifier(text)) && !mayBeGivenName(first)) return false;
  return isInitials(first) || mayBeGivenName(first) || !(hasFieldWord(text) || looksLikeText(text));
}

/** "Challenging", "Breaking". Chinese given names end in "-bing", "-ming", "-ping", "-ying", but not in these letters. */
function isParticiple(word: string): boolean {
  return word.length > 6 && /[cghkrsvw]ing$/i.test(word);
}

/** Reads an inverted name whose comma the site left in: "Mann, Lori J.". */
function inverted(text: string): PersonName | null {
  const [surname, given, more] = text.split(/, ?/);
  if (surname === undefined || given === undefined || more !== undefined) return null;
  if (!isNameShaped(surname) || !isNameShaped(given) || organisationOf(text) !== null) return null;
  const isGiven = isInitials(given) || endsInInitial(given) || isGivenName(given);
  return isGiven && surname.split(' ').length <= 3 ? personFrom(surname, given) : null;
}

/**
 * Reads a person with an employer or a position: "Jane Doe (IOM)", "Jane Doe (University Of Oslo)", "Jane Doe
 * (Consultant)".
 */
function affiliated(text: string): PersonName | null {
  const { base, inside } = splitBracket(text);
  if (inside === null || organisationOf(base) !== null || !isNameShaped(base) || !isPerson(base)) return null;
  if (isAcronymOf(inside, base)) return null;
  const isStated =
    isAllCapitals(inside) || organisationOf(inside) !== null || isPosition(inside) || isPlaceName(inside);
  return isStated ? personOf(base) : null;
}

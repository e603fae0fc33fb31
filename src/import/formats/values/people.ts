import type { AuthorRecord } from '../../record.ts';
import { knownAuthor, isAcronymOf } from '../../repair/author-organisations.ts';
import { atomsOf, readNames as readCitedNames } from '../../repair/citation-names.ts';
import {
  isInitials,
  isNameShaped,
  isParticle,
  isTitle,
  personFrom,
  personOf,
  personRecord,
  splitTrailingInitials,
} from '../../repair/person.ts';
import { isGivenName, mayBeGivenName } from '../../repair/vocabulary/given-names.ts';
import { hasOrganisationWord } from '../../repair/vocabulary/name-words.ts';
import { isNobody } from '../../repair/vocabulary/non-names.ts';
import { findOrganisation } from '../../repair/vocabulary/organisations.ts';
import { splitBracket } from '../../repair/words.ts';
import { isCountry } from './places.ts';

/** The parts of a person's name that formats state separately. */
export interface NameParts {
  family: string;
  given?: string;
  /** "van der" */
  particle?: string;
  /** "Jr." */
  suffix?: string;
}

/**
 * Reads an organisation's name. A known organisation gets its record from the authority file. An acronym in brackets is
 * removed from the name.
 */
export function readOrganisation(text: string): AuthorRecord {
  const printed = clean(text);
  const known = findOrganisation(printed);
  if (known !== null) return knownAuthor(known);
  const { base, inside } = splitBracket(printed);
  const acronym = inside !== null && isAcronymOf(inside, base) ? inside : null;
  const name = acronym === null ? printed : base;
  return { name, sortName: name, kind: 'ORGANIZATION', acronym, aliases: [] };
}

/**
 * Reads a name that its source states as a whole, so that it should be an organisation's. Some programs state persons
 * like that: "Fenner, Martin", "B. Douglas Ade".
 */
export function readWholeName(text: string): AuthorRecord {
  const name = readName(text);
  const isPerson = typeof name !== 'string' && isFullName(name) && (text.includes(',') || hasInitials(text));
  return isPerson ? name : readOrganisation(text);
}

/** Whether a name begins with initials that have full stops. */
function hasInitials(text: string): boolean {
  return /^(?:\p{Lu}\.[ -]?)+ \p{L}/u.test(text.trim());
}

/**
 * Builds a person from the parts of a name. Names in Chinese, Japanese or Korean script keep their order, surname
 * first.
 */
export function readPerson({ family, given = '', particle = '', suffix = '' }: NameParts): AuthorRecord {
  const surname = clean(`${particle} ${family}`);
  const first = clean(given);
  if (/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+$/u.test(surname + first) && first !== '') {
    const name = surname + first;
    return personRecord({ name, sortName: name });
  }
  if (first === '') return personRecord({ name: withSuffix(surname), sortName: withSuffix(surname) });
  const person = personFrom(surname, first);
  // A surname without capitals ("bell hooks") still sorts as a surname, because the source states it.
  const sortName = person.sortName.includes(',') ? person.sortName : `${surname}, ${first}`;
  return suffix === ''
    ? personRecord({ ...person, sortName })
    : personRecord({ name: `${person.name} ${clean(suffix)}`, sortName: `${sortName}, ${clean(suffix)}` });

  function withSuffix(name: string): string {
    return suffix === '' ? name : `${name} ${clean(suffix)}`;
  }
}

/**
 * Reads a publisher's name, without the punctuation that library catalogues write after it.
 * @returns the publisher; or, as a string, why the text names nobody
 */
export function readPublisher(text: string): AuthorRecord | string {
  const printed = clean(text)
    .replace(/\s*[,:;]$/, '')
    // "(e-mail: info@example.org)"
    .replace(/\s*\((?:[^()]*\s)?(?:\S+@\S+|https?:\/\/\S+|www\.\S+)\)$/i, '');
  const isUnknown =
    /^\[?(?:s\. ?n\.?|publisher (?:not identified|unknown)|no publisher)\]?$|^\(?:un(?:av|kn|al)\)?$/i;
  if (isNobody(printed) || isUnknown.test(printed)) return 'says that nobody is named';
  if (/^https?:\/\/\S+$/.test(printed)) return 'an address, no name';
  // Databases state the country of the publisher: "US", "Netherlands".
  if (/^(?:USA?|UK)$/.test(printed) || isCountry(printed)) return 'a country, no publisher';
  return readOrganisation(printed);
}

/** A mark of an editor behind a name. "Ed" alone may be a given name. */
const EDITOR_MARK = /[\s,]+(?:[([](?:eds?|editors?|hrsg|hg)\.?[)\]]|eds\.?|editors?|ed\.(?<=,.+,\s*ed\.))$/i;

/**
 * Splits the mark of an editor from a name: "Smith, Jan (ed.)". A plural ("eds.") belongs to the names before, too. Null
 * if there is no mark.
 */
export function readEditorMark(text: string): { text: string; areAllEditors: boolean } | null {
  const printed = clean(text);
  const mark = EDITOR_MARK.exec(printed);
  return mark && { text: printed.slice(0, mark.index), areAllEditors: /s\b/i.test(mark[0]) };
}

/** Names in a text, with the text of each. `author` is a reason, as a string, if the text names nobody. */
export interface PrintedName {
  author: AuthorRecord | string;
  printed: string;
}

/**
 * Reads a text that has one name, or several persons' names with commas or "and" between them: "Smith J, Doe A",
 * "Jan Smith and Ana Doe", "Smith, J., & Doe, A.".
 */
export function readNames(text: string): PrintedName[] {
  // "Smith, A. and" is the beginning of a list.
  const whole = clean(text).replace(/[,\s]+(?:and|&)$/i, '');
  const printed = whole.replace(/,? et al\.?$/i, '');
  const rest = printed === whole ? [] : [{ author: readName('et al.'), printed: 'et al.' }];
  const names = splitNames(printed);
  return names === null ? [{ author: readName(printed), printed }, ...rest] : [...names, ...rest];
}

function splitNames(text: string): PrintedName[] | null {
  if (hasOrganisationWord(text) || findOrganisation(text) !== null) return null;
  // "Ade, Ngozi and Roe, Ann"
  const inverted = text.split(/ (?:and|&) /);
  if (inverted.length > 1 && inverted.every(isInvertedName))
    return inverted.map((printed) => ({ author: readName(printed), printed }));
  const atoms = atomsOf(text);
  const names = atoms.length < 2 ? null : (readEach(atoms) ?? readInverted(atoms));
  if (names === null || names.length < 2) return null;
  // "Maria Luz, Ana Paula" may be one person or two.
  const hasInitials = atoms.some(
    (atom) => isInitials(atom.split(' ')[0] ?? '') || splitTrailingInitials(atom),
  );
  const isClear = names.length > 2 || hasInitials || / (?:and|&) /i.test(text);
  return isClear
    ? names
    : [{ author: 'may be one name or two; separate names by semicolons', printed: text }];
}

/**
 * Reads each atom as a whole name: "Smith J" or "Jan Smith". In a list of three or more, half of the given names must be
 * known. Null if an atom is no name.
 */
function readEach(atoms: readonly string[]): PrintedName[] | null {
  if (!atoms.every((atom) => atom.includes(' ') && isNameShaped(atom))) return null;
  const authors = atoms.map(readName).filter((author) => typeof author !== 'string');
  const known = authors.filter(({ kind }) => kind === 'PERSON').length;
  if (authors.length < atoms.length || known < (atoms.length > 2 ? atoms.length / 2 : atoms.length))
    return null;
  return authors.map((author, i) => {
    const printed = atoms[i] as string;
    return { author: author.kind === 'PERSON' ? author : personRecord(personOf(printed)), printed };
  });
}

/** Pairs of atoms as surname and given names: "Smith", "J."; null if that is uncertain. */
function readInverted(atoms: readonly string[]): PrintedName[] | null {
  const names = readCitedNames(atoms);
  return names?.every(({ author }) => isFullName(author))
    ? names.map(({ author, printedAs }) => ({ author, printed: printedAs }))
    : null;
}

/** Whether a person's given names are initials, or begin with a given name that is known. */
function isFullName({ kind, sortName }: AuthorRecord): boolean {
  const [, given = ''] = sortName.split(', ');
  const [first = ''] = given.split(' ');
  return kind === 'PERSON' && (isInitials(first) || isInitials(given) || mayBeGivenName(first));
}

const SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv|2nd|3rd)$/i;

/** "Smith, John A Jr": the suffix follows the given names. */
const BEHIND_GIVEN = /^(.+) (Jr\.?|Sr\.?|II|III|IV|2nd|3rd)$/;

/**
 * Reads a name from one string that may be a person's or an organisation's: "Smith, Jan", "Smith, Jan, Jr.", "World
 * Health Organization". If that is unclear, the author's kind is UNKNOWN.
 * @returns the author; or, as a string, why the text names nobody
 */
export function readName(text: string): AuthorRecord | string {
  // "Ade, Ngozi (ade@example.org)"
  const printed = clean(text).replace(/(?<=\S) \(\S+@\S+\)$/, '');
  if (printed === '') return 'is empty';
  if (printed.endsWith(',')) return readBeforeComma(printed.slice(0, -1));
  if (/^(?:et al\.?|and others|others)$/i.test(printed)) return 'stands for contributors that are not named';
  // "[Anonymous]"
  if (isNobody(printed.replace(/^\[(.*)\]$/, '$1'))) return 'says that nobody is named';
  if (!/\p{L}/u.test(printed)) return 'has no letters of a name';
  if (isTitle(printed)) return 'a title or degree, no name';
  if (/https?:\/\/|\S@\S+\.\S/.test(printed)) return 'an address, no name';
  const known = findOrganisation(printed);
  if (known !== null) return knownAuthor(known);
  const parts = printed.split(/\s*,\s*/);
  const [family = '', second = '', third = ''] = parts;
  if (parts.length === 2) {
    const [, given = second, suffix = ''] = BEHIND_GIVEN.exec(second) ?? [];
    if (isPersonInverted(family, given)) return readPerson({ family, given, suffix });
  }
  if (parts.length === 3 && SUFFIX.test(third) && isPersonInverted(family, second))
    return readPerson({ family, given: second, suffix: third });
  if (parts.length === 3 && SUFFIX.test(second) && isPersonInverted(family, third))
    return readPerson({ family, given: third, suffix: second });
  if (hasOrganisationWord(printed)) return readOrganisation(printed);
  if (parts.length > 3) return 'a list of names that are not clearly separated';
  if (parts.length > 1) return unknown(printed);
  const trailing = splitTrailingInitials(printed);
  if (trailing !== null) return readPerson({ family: trailing.surname, given: trailing.initials });
  const words = printed.split(' ');
  const [first = ''] = words;
  const isPerson =
    words.length > 1 &&
    words.length <= 5 &&
    isNameShaped(printed) &&
    (isInitials(first) || isGivenName(first));
  return isPerson ? personRecord(personOf(printed)) : unknown(printed);
}

/** EndNote marks an organisation by a comma at the end. Other programs write one after a surname without given names. */
function readBeforeComma(text: string): AuthorRecord | string {
  const author = readName(text);
  const isPerson = typeof author !== 'string' && author.kind === 'PERSON';
  return isPerson && !text.includes(',') ? unknown(author.name) : author;
}

/** Words that join parts of an institution's name, and legal forms. */
const JOINING = /(?:^|\s)(?:and|of|for|und|et|the|[Ii]nc\.?|[Ll]td\.?|LLC|GmbH)(?=\s|$)/;

/** "Church, Alonzo" is a person; "Ministry of Gender, Children and Social Protection" isn't. */
function isPersonInverted(family: string, given: string): boolean {
  if (family === '' || given === '') return false;
  const isShort = countNames(family) <= 4 && countNames(given) <= 4;
  if (!isShort || /[\d/:;]/.test(family + given)) return false;
  if (JOINING.test(family) || JOINING.test(given)) return false;
  return !(hasOrganisationWord(family) && family.includes(' '));
}

/** Whether a text is one name of a person, surname first. */
function isInvertedName(text: string): boolean {
  const [family = '', given = '', ...others] = text.split(/\s*,\s*/);
  return others.length === 0 && isPersonInverted(family, given) && isNameShaped(`${given} ${family}`);
}

/** The number of words of a name without initials and particles: "Sousa", "Silva" of "de Sousa da Silva". */
function countNames(text: string): number {
  return text.split(' ').filter((word) => !isInitials(word) && !isParticle(word)).length;
}

function unknown(name: string): AuthorRecord {
  return { name, sortName: name, kind: 'UNKNOWN', acronym: null, aliases: [] };
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import type { AuthorRecord } from '../../record.ts';
import { knownAuthor, isAcronymOf } from '../../repair/author-organisations.ts';
import {
  isInitials,
  isNameShaped,
  personFrom,
  personOf,
  personRecord,
  splitTrailingInitials,
} from '../../repair/person.ts';
import { isGivenName } from '../../repair/vocabulary/given-names.ts';
import { hasOrganisationWord } from '../../repair/vocabulary/name-words.ts';
import { isNobody } from '../../repair/vocabulary/non-names.ts';
import { findOrganisation } from '../../repair/vocabulary/organisations.ts';
import { splitBracket } from '../../repair/words.ts';

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
  const printed = clean(text).replace(/\s*[,:;]$/, '');
  const isUnknown =
    /^\[?(?:s\. ?n\.?|publisher (?:not identified|unknown)|no publisher)\]?$|^\(?:un(?:av|kn|al)\)?$/i;
  if (isNobody(printed) || isUnknown.test(printed)) return 'says that nobody is named';
  if (/^https?:\/\/\S+$/.test(printed)) return 'an address, no name';
  return readOrganisation(printed);
}

const SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i;

/**
 * Reads a name from one string that may be a person's or an organisation's: "Smith, Jan", "Smith, Jan, Jr.", "World
 * Health Organization". If that is unclear, the author's kind is UNKNOWN.
 * @returns the author; or, as a string, why the text names nobody
 */
export function readName(text: string): AuthorRecord | string {
  const printed = clean(text);
  if (printed === '') return 'is empty';
  if (printed.endsWith(',')) return readBeforeComma(printed.slice(0, -1));
  if (/^(?:et al\.?|and others|others)$/i.test(printed)) return 'stands for contributors that are not named';
  if (isNobody(printed)) return 'says that nobody is named';
  if (!/\p{L}/u.test(printed)) return 'has no letters of a name';
  if (/https?:\/\/|\S@\S+\.\S/.test(printed)) return 'an address, no name';
  const known = findOrganisation(printed);
  if (known !== null) return knownAuthor(known);
  const parts = printed.split(/\s*,\s*/);
  const [family = '', second = '', third = ''] = parts;
  if (parts.length === 2 && isPersonInverted(family, second)) return readPerson({ family, given: second });
  if (parts.length === 3 && SUFFIX.test(third) && isPersonInverted(family, second))
    return readPerson({ family, given: second, suffix: third });
  if (parts.length === 3 && SUFFIX.test(second) && isPersonInverted(family, third))
    return readPerson({ family, given: third, suffix: second });
  if (hasOrganisationWord(printed)) return readOrganisation(printed);
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
const JOINING = /(?:^|\s)(?:and|of|for|und|et|the|[Ii]nc\.?|[Ll]td\.?|LLC|GmbH|S\.?A\.?S?)(?=\s|$)/;

/** "Church, Alonzo" is a person; "Ministry of Gender, Children and Social Protection" isn't. */
function isPersonInverted(family: string, given: string): boolean {
  if (family === '' || given === '') return false;
  const isShort = family.split(' ').length <= 4 && given.split(' ').length <= 4;
  if (!isShort || /[\d/:;]/.test(family + given)) return false;
  if (JOINING.test(family) || JOINING.test(given)) return false;
  return !(hasOrganisationWord(family) && family.includes(' '));
}

function unknown(name: string): AuthorRecord {
  return { name, sortName: name, kind: 'UNKNOWN', acronym: null, aliases: [] };
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

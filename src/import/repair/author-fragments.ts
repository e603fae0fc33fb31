import { gazetteer } from './vocabulary/gazetteer.ts';
import { mayBeGivenName } from './vocabulary/given-names.ts';
import {
  endsInSubjects,
  hasOfficeWord,
  hasOrganisationWord,
  isGeneric,
  isOfficeOfSomething,
  isRomanceOffice,
  startsWithQualifier,
  startsWithSubject,
} from './vocabulary/name-words.ts';
import { isPortfolio } from './vocabulary/portfolio.ts';
import { isNationality } from './vocabulary/nationalities.ts';
import { isCountryName, isPlaceName } from './place-names.ts';
import { isAllCapitals, splitBracket } from './words.ts';

/**
 * Whether a piece continues a name instead of beginning one: "Its Causes", "Especially Women", "Prevention Of Illegal
 * Migration".
 */
export function isAddition(text: string): boolean {
  return /^(?:(?:its|their|especially|particularly|in particular|including|notably|y su|et ses)|(?:advancement|elimination|eradication|prevention|promotion|protection|punishment|rehabilitation|suppression) of|(?:access|responsibility) to) | under (?:cabinet|council|government|ministry|office|president) of /i.test(
    text,
  );
}

/** Subjects followed by the place they belong to: "Social Affairs Of Vietnam", "Arts Of Southern Switzerland". */
export function isSubjectOfPlace(text: string): boolean {
  const words = text.split(' ');
  return words.some((word, i) => {
    if (i === 0 || !/^(?:of|in|for|de|du|del|do)$/i.test(word)) return false;
    const [subjects, place] = [words.slice(0, i).join(' '), words.slice(i + 1).join(' ')];
    const base = place.replace(/^(?:(?:north|south|east|west)(?:ern)?|central|la|el) /i, '');
    return startsWithSubject(subjects) && isPortfolio(subjects) && (isPlaceName(place) || isPlaceName(base));
  });
}

/** "Development Canada": subjects followed by a country. This may also be a complete name ("Health Canada"). */
export function isSubjectWithCountry(text: string): boolean {
  const [, subjects = '', country = ''] = /^(.+) (\S+)$/.exec(text) ?? [];
  const [first = ''] = subjects.split(' ');
  return isPortfolio(first) && isPortfolio(subjects) && gazetteer().countries.lookup(country) !== undefined;
}

/** "Prison Services", "Reform Institutions": plural head nouns that can be the subjects of an office. */
export function endsInPluralHead(text: string): boolean {
  const words = text.split(' ');
  const last = words.at(-1) ?? '';
  return (
    words.length > 1 &&
    /s$/i.test(last) &&
    hasOfficeWord(last.replace(/s$/i, '')) &&
    isGeneric(text) &&
    !/ (?:of|for|on|in) /i.test(text) &&
    !/ (?:associates|consultants|enterprises|partners|nations)$/i.test(text)
  );
}

/**
 * "National Unity", "Rural Women": two or three words without a head noun; the first is a typical qualifier of offices.
 */
export function isQualifiedWord(text: string): boolean {
  const words = text.split(' ');
  return (
    words.length > 1 &&
    words.length < 4 &&
    startsWithQualifier(text) &&
    !hasOrganisationWord(text) &&
    !mayBeGivenName(words[0] ?? '')
  );
}

/** Whether an organisation's name may continue in another piece: "Centre For Law", "Ministry Of Home Affairs". */
export function isOpenOffice(text: string): boolean {
  const { base, inside } = splitBracket(text);
  if (inside !== null && isAllCapitals(inside)) return false;
  // "Fundación Mujer Y Familia"
  if (isRomanceOffice(base) && / (?:y|e|et) /i.test(base)) return false;
  if (isOfficeOfSomething(base) || (hasOfficeWord(base) && endsInSubjects(base))) return true;
  // "Federal Public Service Employment"
  const last = base.split(' ').at(-1) ?? '';
  if (
    hasOfficeWord(base) &&
    isGeneric(base) &&
    !isPortfolio(base) &&
    isPortfolio(last) &&
    !hasOfficeWord(last)
  )
    return true;
  // A ministry's subjects can be any words. A country behind it says whose ministry it is: "Federal Ministry For
  // Europe".
  const [, tail] = /\bminist(?:ry|[eè]re|[eé]rio) .*?(?:of|for|de|du|da|del|do) (.+)$/i.exec(base) ?? [];
  return tail !== undefined && !/ (?:of|de|do) /i.test(tail) && !isCountryName(tail);
}

/** "African Women'S Development Fund": the first word shows that no other word belongs in front of it. */
export function startsName(text: string): boolean {
  const [first = ''] = text.split(' ');
  return (
    isNationality(first) ||
    isPlaceName(first) ||
    /^(?:african|arab|asian|european|global|international|national|world)$/i.test(first)
  );
}

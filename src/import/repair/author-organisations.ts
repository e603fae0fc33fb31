import type { AuthorRecord } from '../record.ts';
import { gazetteer } from './vocabulary/gazetteer.ts';
import { isAreaName, isCityName } from './vocabulary/cities.ts';
import { mayBeGivenName } from './vocabulary/given-names.ts';
import { hasOrganisationWord } from './vocabulary/name-words.ts';
import { isNationality, isRomanceNationality } from './vocabulary/nationalities.ts';
import { isNativeCountryName } from './vocabulary/native-places.ts';
import { coverOrganisations, findOrganisation, type Organisation } from './vocabulary/organisations.ts';
import { isPortfolio } from './vocabulary/portfolio.ts';
import { isOpenOffice } from './author-fragments.ts';
import { isUnitName, isUniversityName } from './author-parts.ts';
import { isOpen, type Item, type Notes } from './author-items.ts';
import { joinSeries } from './enumeration.ts';
import { isInitials, isNameShaped, isParticle } from './person.ts';
import { isPlaceName } from './place-names.ts';
import { undoTitleCase } from './titlecase.ts';
import { splitBracket, wordsOf } from './words.ts';

/** Converts an organisation of the authority file to an author. */
export function knownAuthor({ name, acronym, aliases }: Organisation): AuthorRecord {
  return { name, sortName: name, kind: 'ORGANIZATION', acronym, aliases: [...aliases] };
}

/** Records a text as the name of an organisation. */
export function organisationRecord(text: string): AuthorRecord {
  const name = undoTitleCase(text);
  return { name, sortName: name, kind: 'ORGANIZATION', acronym: null, aliases: [] };
}

/**
 * Reads an organisation that is not in the authority file: undoes title-casing and removes an acronym in brackets.
 * Returns null if nothing shows that the piece is an organisation. An office of a known organisation ("IOM Nigeria") is
 * an author of its own, as library catalogues treat a subordinate body.
 */
export function organisationOf(text: string): AuthorRecord | null {
  const { base, inside } = splitBracket(text);
  const acronym = inside !== null && isAcronym(inside) ? inside : null;
  const name = undoTitleCase(acronym === null ? text : base);
  const isOrganisation =
    hasOrganisationWord(base) ||
    (acronym !== null && isAcronymOf(acronym, base)) ||
    isPartOfKnown(text) ||
    isNamedLikeOne(base);
  if (isOrganisation) return { name, sortName: name, kind: 'ORGANIZATION', acronym, aliases: [] };
  if (
    /^\p{Lu}{3,6}$|^\p{Lu}{2,6}(?:[-/]\p{Lu}{2,6})+$/u.test(text) ||
    (/^\p{Lu}{2}$/u.test(text) && findOrganisation(text) !== null)
  ) {
    return { name: text, sortName: text, kind: 'ORGANIZATION', acronym: text, aliases: [] };
  }
  return null;
}

// Personal names with capitals inside a word.
const PERSONAL_CAPITALS =
  /^(?:O['’]|D['’]|L['’]|Mac|Mc|De|Di|Da|Du|La|Le|Van|Von|Fitz|St|Al|El|Ben|Bin|Abu|Abd)\p{Lu}/u;

/**
 * Signs that persons' names never have: a country at the end ("Shelter Uganda", unless the first word is a given name),
 * capitals inside a word ("ActionAid"), or digits ("Love146").
 */
export function isNamedLikeOne(text: string): boolean {
  const words = text.split(' ');
  if (words.some((word) => /\p{Ll}{2,}\p{Lu}\p{Ll}{2,}/u.test(word) && !PERSONAL_CAPITALS.test(word)))
    return true;
  if (words.some((word) => /^\p{Lu}\p{Ll}{2,}\d+(?:\p{Lu}\p{Ll}+)?$/u.test(word))) return true;
  if (hasLegalForm(text)) return true;
  if (words.length > 1 && words.some((word) => /\p{L}{3}['’]s$/iu.test(word))) return true;
  const last = words.at(-1) ?? '';
  if (/ in \S+$/i.test(text) && (isPlaceName(last) || isAreaName(last))) return true;
  // "Slovak Catholic Charity". "Welsh J." is a person.
  const isNational = isNationality(words[0] ?? '') && !mayBeGivenName(words[0] ?? '');
  if (isNational && words.length > 1 && !words.some(isInitials) && !isParticle(words[1] ?? '')) return true;
  // "Conferenza Episcopale Italiana"
  if (words.length > 1 && isRomanceNationality(last) && !mayBeGivenName(words[0] ?? '')) return true;
  // "Eesti Inimõiguste Keskus"
  if (words.length > 2 && isNativeCountryName(words[0] ?? '') && !isPlaceName(words[0] ?? '')) return true;
  if (words.length < 2 || mayBeGivenName(words[0] ?? '') || isInitials(words[0] ?? '')) return false;
  const isCountry =
    (gazetteer().countries.lookup(last) !== undefined || isNativeCountryName(last)) && !mayBeGivenName(last);
  // "Statistics Sierra Leone"
  if (words.length > 2 && gazetteer().countries.lookup(words.slice(-2).join(' ')) !== undefined) return true;
  return (isCountry && last.length > 3) || /^(?:UK|USA)$/.test(last);
}

/** "Ban Ying E.V.". "Ivanova E.V." is a person with initials. */
export function hasLegalForm(text: string): boolean {
  return /^(?:\S+ \S.*|\p{Lu}{3,}) e\.v\.$/iu.test(text) && !/^\p{Lu}?\p{Ll}+ \S+$/u.test(text);
}

/** "IOM", "UN.GIFT", "MoLSA": letters without spaces, at least two of them capitals. */
function isAcronym(text: string): boolean {
  return /^[\p{L}\d./-]{2,12}$/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

/** Whether an acronym consists of a name's initials, with or without the short words: FTS for "Free The Slaves". */
export function isAcronymOf(acronym: string, name: string): boolean {
  const letters = acronym.toLowerCase().replace(/[^\p{L}]/gu, '');
  const all = wordsOf(name)
    .map((word) => word[0])
    .join('');
  const long = wordsOf(name)
    .filter((word) => word.length > 3)
    .map((word) => word[0])
    .join('');
  return letters === all || letters === long;
}

/**
 * "IOM Nigeria", "Save The Children UK": a known acronym followed by anything, or a known full name followed by a
 * place.
 */
function isPartOfKnown(text: string): boolean {
  const words = text.split(/[ /]/);
  const [first = ''] = words;
  if (words.length > 1 && first.length > 1 && findOrganisation(first) !== null) return true;
  return words.some(
    (_, i) =>
      i > 1 &&
      findOrganisation(words.slice(0, i).join(' ')) !== null &&
      (gazetteer().countries.lookup(words.slice(i).join(' ')) !== undefined ||
        isCityName(words.slice(i).join(' '))),
  );
}

/** Matches the authority file: first the names that the site split, then whole pieces. */
export function joinKnown(items: readonly Item[], notes: Notes): Item[] {
  const covers = coverOrganisations(items.map((item) => item.text));
  const done = new Set(covers.flatMap((cover) => cover.indices));
  const byFirst = new Map(covers.map((cover) => [cover.indices[0], cover]));
  return items.flatMap((item, i): Item[] => {
    const cover = byFirst.get(i);
    if (cover) {
      const printed = cover.indices.map((index) => (items[index] as Item).text);
      notes.add('join-known-organisation', printed, [cover.organisation.name]);
      return [{ ...item, printed, author: knownAuthor(cover.organisation) }];
    }
    if (done.has(i)) return [];
    const organisation = findOrganisation(item.text);
    const isOfUniversity =
      isUnitName(item.text) &&
      [items[i - 1], items[i + 1]].some((other) => isUniversityName(other?.text ?? ''));
    // "Alliance For Justice", "Migrant Rights": the subject of an office, not the organisation of that name.
    const isOfOffice =
      isPortfolio(item.text) && items.some((other) => other !== item && isOpenOffice(other.text));
    if (organisation === null || isOfOffice || isOfUniversity || isInitialsOf(item, items[i - 1]))
      return [item];
    notes.add('known-organisation', [item.text], [organisation.name]);
    return [{ ...item, author: knownAuthor(organisation) }];
  });
}

/** Whether a piece is the initials of the surname before it: "Johnson", "E.C.". */
function isInitialsOf({ text }: Item, before: Item | undefined): boolean {
  const isName = isOpen(before) && !before.text.includes(' ') && isNameShaped(before.text);
  return isName && text.includes('.') && isInitials(text) && !hasOrganisationWord(before.text);
}

/** Joins the pieces between an opening bracket and the closing bracket in another piece. */
export function joinBrackets(items: readonly Item[], notes: Notes): Item[] {
  const opens = items.findIndex((item) => balanceOf(item.text) > 0);
  const closes = items.findIndex((item) => balanceOf(item.text) < 0);
  if (opens < 0 || closes < 0 || items.filter((item) => balanceOf(item.text) !== 0).length > 2)
    return [...items];
  const indices = opens < closes ? range(opens, closes) : [opens, closes];
  if (indices.length > 4 || indices.some((i) => items[i]?.author)) return [...items];
  const text = joinSeries(indices.map((i) => (items[i] as Item).text));
  return joinAt(items, [{ at: indices, text }], 'join-brackets', notes);
}

function balanceOf(text: string): number {
  return (text.match(/\(/g)?.length ?? 0) - (text.match(/\)/g)?.length ?? 0);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Joins the items of each run into one item at the first position, if the joined text reads as an organisation. */
export function joinAt(
  items: readonly Item[],
  runs: readonly { at: readonly number[]; text: string }[],
  rule: string,
  notes: Notes,
): Item[] {
  const joined: (Item | null)[] = [...items];
  for (const { at, text } of runs) {
    const printed = at.flatMap((i) => (items[i] as Item).printed);
    const author = organisationOf(text);
    if (author === null) continue;
    notes.add(rule, printed, [author.name]);
    const [first] = at as [number];
    for (const i of at) joined[i] = null;
    joined[first] = { ...(items[first] as Item), text, printed, author };
  }
  return joined.filter((item) => item !== null);
}

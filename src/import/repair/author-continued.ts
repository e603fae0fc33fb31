import { foldName } from '../../text/fold.ts';
import { gazetteer } from './vocabulary/gazetteer.ts';
import { isAreaName } from './vocabulary/cities.ts';
import { mayBeGivenName } from './vocabulary/given-names.ts';
import {
  endsInAdjective,
  endsInDirection,
  hasFieldWord,
  hasOfficeWord,
  hasProseWord,
  isRomanceOffice,
} from './vocabulary/name-words.ts';
import { coverOrganisations, findOrganisation } from './vocabulary/organisations.ts';
import { isOpenOffice } from './author-fragments.ts';
import { isOpen, type Item, type Notes } from './author-items.ts';
import { isAcronymOf, joinAt } from './author-organisations.ts';
import { areSorted, joinSeries, mayBeSorted } from './enumeration.ts';
import { isNameShaped } from './person.ts';
import { arePlaces, isCountryName, isPlaceName, isPlaceOrUnion } from './place-names.ts';
import { isAllCapitals, splitBracket } from './words.ts';

/**
 * Joins an organisation with the pieces that continue its name. Its text ends in a place or an adjective that needs
 * more words: "ILO Regional Office For Asia", "Pacific"; "Ministry Of Security Of Bosnia", "Herzegovina"; "Centre For
 * Strategic", "International Studies". An item that is still cut off after this step is marked as unresolved.
 */
export function joinContinued(items: readonly Item[], notes: Notes): Item[] {
  const joined = joinBehind(
    items,
    notes,
    (text, rest) => continued(text, rest) ?? continuedByPlace(text, rest),
  );
  const reason = 'the name of an office that goes on in a piece that is not beside it';
  return joined.map((item) => (isOpen(item) && isCutOff(item.text) ? { ...item, reason } : item));
}

/**
 * Joins offices with the places behind them. Runs before known organisations are matched, because a "European Union"
 * behind an office is the office's region.
 */
export function joinRegionalOffices(items: readonly Item[], notes: Notes): Item[] {
  return joinBehind(items, notes, (text, rest) =>
    findOrganisation(text) === null && !startsKnownName(text, rest) ? continuedByPlace(text, rest) : null,
  );
}

function startsKnownName(text: string, rest: readonly string[]): boolean {
  return coverOrganisations([text, ...rest]).some(({ indices }) => indices.includes(0));
}

type Continuation = { text: string; count: number } | null;

function joinBehind(
  items: readonly Item[],
  notes: Notes,
  continuedWith: (text: string, rest: readonly string[]) => Continuation,
): Item[] {
  const isSorted = mayBeSorted(notes.pieces);
  const runs: { at: number[]; text: string }[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    if (!isOpen(item)) continue;
    const rest: string[] = [];
    for (const next of items.slice(i + 1)) {
      if (next.author !== null) break;
      rest.push(next.text);
    }
    // Countries behind an office may be in alphabetical order by themselves.
    const areOnlyPlaces = rest.length === items.length - 1 && rest.every(isPlaceName);
    const name = isSorted && !areOnlyPlaces ? null : continuedWith(item.text, rest);
    if (name !== null) {
      runs.push({ at: Array.from({ length: name.count + 1 }, (_, k) => i + k), text: name.text });
      i += name.count;
    }
  }
  const turned = runs.length === 0 ? readTurned(items, notes, continuedWith) : null;
  return joinAt(items, turned === null ? runs : [turned], 'join-continued-name', notes);
}

/**
 * Sorting may put the end of a name in front. If the list has only two pieces, this is certain for a place and for a
 * piece that begins with a preposition: "Dell'Università E Della Ricerca", "Ministero Dell'Istruzione".
 */
function readTurned(
  items: readonly Item[],
  notes: Notes,
  continuedWith: (text: string, rest: readonly string[]) => Continuation,
): { at: number[]; text: string } | null {
  const [end, start, more] = items;
  if (!isOpen(end) || !isOpen(start) || more !== undefined || !areSorted(notes.pieces)) return null;
  const isEndOfPlace =
    isPlaceName(end.text) ||
    joinPlace(start.text, [end.text]) !== null ||
    hasCountryBetween(start.text, end.text);
  if (!isEndOfPlace && !/^(?:dei|dell[ae]?|de[ls]?|d[aou])[ '’]/i.test(end.text)) return null;
  const name = continuedWith(start.text, [end.text]);
  return name && { at: [1, 0], text: name.text };
}

/** The joined name and the number of following pieces that it uses; null if no piece continues the name. */
function continued(text: string, rest: readonly string[]): Continuation {
  const abbreviated = [1, 2, 3].find((count) => isAbbreviatedBy(text, rest.slice(0, count), count));
  if (abbreviated !== undefined)
    return { text: joinSeries([text, ...rest.slice(0, abbreviated)]), count: abbreviated };
  const [next = ''] = rest;
  if (hasCountryBetween(text, next)) return { text: joinSeries([text, next]), count: 1 };
  const [, area = ''] = / of (\S+)$/i.exec(text) ?? [];
  if (isAreaName(area) && isAreaName(next)) return { text: joinSeries([text, next]), count: 1 };
  const romance = countRomanceRest(text, rest) || countSeries(text, rest);
  if (romance > 0) return { text: [text, ...rest.slice(0, romance)].join(', '), count: romance };
  const germanic = countGermanicRest(text, rest);
  if (germanic > 0) return { text: [text, ...rest.slice(0, germanic)].join(', '), count: germanic };
  const isRest = (hasFieldWord(next) || hasProseWord(next)) && findOrganisation(next) === null;
  const isPlace = isPlaceName(next) || endsInDirection(text);
  if (hasOfficeWord(text) && endsInAdjective(text) && isRest && !isPlace && !isOpenOffice(next))
    return { text: joinSeries([text, next]), count: 1 };
  return null;
}

/**
 * Counts the pieces that continue a German or Dutch office: "Bundesministerium Für Familie", "Senioren", "Frauen Und
 * Jugend".
 */
function countGermanicRest(office: string, rest: readonly string[]): number {
  if (!/ (?:für|voor|för) /i.test(office) || / (?:und|en|och) /i.test(office)) return 0;
  const last = rest.findIndex((text) => text.includes(' '));
  return last >= 0 && last < 4 && / (?:und|en|och) /i.test(rest[last] ?? '') ? last + 1 : 0;
}

/**
 * Counts the pieces that continue a Romance-language office up to its "y": "Secretaría De Derechos Humanos", "Justicia",
 * "Gobernación Y Descentralización".
 */
function countSeries(office: string, rest: readonly string[]): number {
  if (!isRomanceOffice(office) || / (?:y|e|et) /i.test(office)) return 0;
  const last = rest.findIndex((text) => / (?:y|e|et) /i.test(text));
  const isAlone = (text: string) => !text.includes(' ') && !mayBeGivenName(text) && isNameShaped(text);
  const isSubject = (text: string) =>
    text.split(' ').length < 3 && !hasOfficeWord(text) && (hasFieldWord(text) || isAlone(text));
  return last > 0 && rest.slice(0, last).every(isSubject) && !isRomanceOffice(rest[last] ?? '')
    ? last + 1
    : 0;
}

/**
 * Counts the pieces that continue a Romance-language office: "Ministère De La Famille", "De La Femme", "De L'Enfant Et
 * Des Aînés".
 */
function countRomanceRest(office: string, rest: readonly string[]): number {
  if (!hasOfficeWord(office)) return 0;
  const end = rest.findIndex(
    (text) =>
      !/^(?:de la|de l['’]|des|du|del|dell['’]|della|delle|degli|de las|de los|da|do) ?\p{L}/iu.test(text),
  );
  const count = end < 0 ? rest.length : end;
  // "Du Bois" may be a surname, so a single piece needs stronger evidence.
  if (count > 1) return count;
  return isRomanceRest(office, rest[0] ?? '') ? 1 : 0;
}

const STARTS_BODY =
  /^(?:ag[eê]nc|alto comis|ass?o[cz]ia|ateneo|centr|escrit[oó]rio|f[eé]d[eé]r|fonda|funda|groupe|grupo|r[eé]seau|red |uni[oó]n|universi)/i;

/**
 * Whether a piece continues a Romance-language office: "Ministère De La Famille", "De L'Enfance Et De La Jeunesse";
 * "Ministerio De Trabajo", "Familia Y Asuntos Sociales".
 */
function isRomanceRest(office: string, next: string): boolean {
  const isGoingOn =
    / (?:d['’]|dell['’]|(?:de|des|du|del|della|delle|degli|da|do|pour|para|per|por|contra|contre)(?: |$))/i.test(
      office,
    );
  // "Conseil Économique", "Social Et Environnemental"
  const isQualified =
    isRomanceOffice(office) && office.split(' ').length === 2 && next.split(' ').length === 3;
  if (!hasOfficeWord(office) || !(isGoingOn || isQualified) || next === '') return false;
  const [first = ''] = next.split(' ');
  if (/^(?:dell['’]|d['’]|(?:de|des|du|del|della|delle|degli|da|do|et|y)(?: |$))/i.test(next))
    return / (?:et|y|e) /i.test(next) || (!hasOfficeWord(next) && !isNameShaped(next));
  // "Ministerio De Trabajo Y Previsión Social" has its "and" already.
  const isSeries = / (?:et|y|e) /i.test(next) && !/[()]/.test(next) && !/ (?:et|y|e) /i.test(office);
  return (
    isSeries &&
    isRomanceOffice(office) &&
    !STARTS_BODY.test(next) &&
    !isRomanceOffice(next) &&
    !mayBeGivenName(first)
  );
}

/** Like `continued`, but the following pieces are places. */
function continuedByPlace(text: string, rest: readonly string[]): Continuation {
  const isOwner = isOwnerOfPlace(text, rest[0]);
  const isOffice = hasOfficeWord(text) || isAllCapitals(text.split(' ')[0] ?? '') || isOwner;
  let name = text;
  let count = [2, 1].find((length) => joinPlace(text, rest.slice(0, length), length) !== null) ?? 0;
  if (count > 0) name = joinPlace(text, rest.slice(0, count), count) as string;
  else if (isOffice && (endsInDirection(text) || isOwner) && isOfPlace(rest[0])) {
    name = joinSeries([text, rest[0] as string]);
    count = 1;
  }
  const others: string[] = [];
  if (isOffice && (count > 0 || isOfficeOfPlace(text)))
    while (arePlaces(splitBracket(rest[count + others.length] ?? '').base))
      others.push(rest[count + others.length] as string);
  count += others.length;
  if (count > 0) return { text: joinSeries([name, ...others]), count };
  return null;
}

/**
 * "Institute For Migration", "Rights (IMR)": the acronym in brackets abbreviates all the pieces together, not the last
 * piece alone.
 */
function isAbbreviatedBy(text: string, rest: readonly string[], count: number): boolean {
  const { base, inside } = splitBracket(rest.at(-1) ?? '');
  if (rest.length < count || inside === null || inside.length < 3 || !isAllCapitals(inside)) return false;
  return !isAcronymOf(inside, base) && isAcronymOf(inside, [text, ...rest.slice(0, -1), base].join(' '));
}

/**
 * Joins a text with the following pieces if its last words and those pieces make one place: "IOM Bosnia",
 * "Herzegovina". Returns null if they don't.
 */
export function joinPlace(text: string, rest: readonly string[], count = rest.length): string | null {
  if (rest.length < count) return null;
  const words = text.split(' ');
  for (let i = 1; i < words.length; i++) {
    const place = joinSeries([words.slice(i).join(' '), ...rest]);
    if (isPlaceOrUnion(place)) return `${words.slice(0, i).join(' ')} ${usualPlace(place)}`;
  }
  return null;
}

/**
 * Whether the site split a name inside a country's name: "Royal Antigua", "Barbuda Police Force"; "Turks", "Caicos
 * Islands Government".
 */
function hasCountryBetween(text: string, next: string): boolean {
  const [before, behind] = [text.split(' '), next.split(' ')];
  return before.some((_, i) =>
    behind.some((__, k) => isCountryName(`${before.slice(i).join(' ')} And ${behind.slice(0, k).join(' ')}`)),
  );
}

/** Adds "the" if the usual name has it: "Latin America and the Caribbean". */
function usualPlace(name: string): string {
  const { regions } = gazetteer();
  const usual = regions.usualName(regions.lookup(name)?.values[0] ?? '');
  return foldName(usual) === foldName(name) ? usual : name;
}

/** "UNFPA Asia" or "World Vision Middle East" before "Pacific Regional Office". */
function isOwnerOfPlace(text: string, next = ''): boolean {
  const words = text.split(' ');
  const isOwner = (name: string) => isAllCapitals(name) || findOrganisation(name) !== null;
  return (
    hasOfficeWord(next) &&
    words.some((_, i) => isOwner(words.slice(0, i).join(' ')) && isPlaceName(words.slice(i).join(' ')))
  );
}

/** Whether a piece is a place, or an office that begins with a place: "Southeast Asia Regional Office". */
function isOfPlace(text = ''): boolean {
  const words = splitBracket(text).base.split(' ');
  return (
    isPlaceName(words.join(' ')) ||
    (hasOfficeWord(text) && words.some((_, i) => isPlaceName(words.slice(0, i).join(' '))))
  );
}

/** Whether a text cannot be the complete name of an organisation, judged by its last word. */
function isCutOff(text: string): boolean {
  // "Coalition For Homeless And Displaced"
  if (/ (?:and|&) \S+$/i.test(text)) return false;
  if (hasOfficeWord(text))
    return endsInAdjective(text) || (endsInDirection(text) && / (?:for|in) /i.test(text));
  return (
    findOrganisation(text.split(' ')[0] ?? '') !== null &&
    text.includes(' ') &&
    (endsInAdjective(text) || endsInDirection(text))
  );
}

/** "ILO Regional Office For Asia": the words after the last "for", "in", "of" or "to" are a place. */
export function isOfficeOfPlace(text: string): boolean {
  const [, tail] =
    /\b(?:office|cent(?:re|er)|hub|platform|mission|programme|program|bureau|secretariat|team|unit|group|initiative|network|project)\b.* (?:for|in|of|to) (.+)$/i.exec(
      text,
    ) ?? [];
  return tail !== undefined && isPlaceOrUnion(tail);
}

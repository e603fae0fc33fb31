import { foldName } from '../../text/fold.ts';
import { gazetteer } from './vocabulary/gazetteer.ts';
import { mayBeGivenName } from './vocabulary/given-names.ts';
import {
  endsInAdjective,
  endsInDirection,
  hasFieldWord,
  hasOfficeWord,
  hasProseWord,
  isGeneric,
  isOfficeOfSomething,
  isPortfolio,
  looksLikeText,
} from './vocabulary/name-words.ts';
import { coverOrganisations, findOrganisation } from './vocabulary/organisations.ts';
import { isOpen, type Item, type Notes } from './author-items.ts';
import { isAcronymOf, joinAt } from './author-organisations.ts';
import { isOrderKnown, joinSeries, mayBeSorted } from './enumeration.ts';
import { isNameShaped } from './person.ts';
import { isAllCapitals, splitBracket } from './words.ts';

/** Whether a piece names a place, even one that is an organisation too: "European Union". */
function isPlaceOrUnion(text: string): boolean {
  return isCountryName(text) || isRegionName(text);
}

/** Whether a piece is the name of a country or region, which signs nothing by itself: "Eastern Europe". */
export function isPlaceName(text: string): boolean {
  return isCountryName(text) || (isRegionName(text) && !hasOfficeWord(text));
}

function isCountryName(text: string): boolean {
  const { countries } = gazetteer();
  const [, short = ''] =
    /^(?:Federal |United |Islamic |People['’]S )*(?:Republic|Kingdom|Commonwealth|State) Of (.+)$/i.exec(
      text,
    ) ?? [];
  return countries.lookup(text) !== undefined || (short !== '' && countries.lookup(short) !== undefined);
}

function isRegionName(text: string): boolean {
  return gazetteer().regions.lookup(splitBracket(text).base) !== undefined;
}

/**
 * An organisation whose name goes on in the next piece, for it ends in a place or an adjective that wants more: "ILO
 * Regional Office For Asia", "Pacific"; "Ministry Of Security Of Bosnia", "Herzegovina"; "Centre For Strategic",
 * "International Studies". One whose rest is not there, or not in its place, is unresolved. A country behind an office says
 * whose it is: "Ministry Of Justice", "Sweden".
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

/** The same for places alone, before organisations are known: the "European Union" behind an office is its region. */
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
  const texts = items.map(({ text }) => text);
  const isSorted = mayBeSorted(texts);
  const runs: { at: number[]; text: string }[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    if (!isOpen(item)) continue;
    const rest: string[] = [];
    for (const next of items.slice(i + 1)) {
      if (next.author !== null) break;
      rest.push(next.text);
    }
    const name = isSorted ? null : continuedWith(item.text, rest);
    if (name !== null) {
      runs.push({ at: Array.from({ length: name.count + 1 }, (_, k) => i + k), text: name.text });
      i += name.count;
    }
  }
  return joinAt(items, runs, 'join-continued-name', notes);
}

/** The whole name, and how many of the pieces behind it are its rest; null where none is. */
function continued(text: string, rest: readonly string[]): Continuation {
  const abbreviated = [1, 2, 3].find((count) => isAbbreviatedBy(text, rest.slice(0, count), count));
  if (abbreviated !== undefined)
    return { text: joinSeries([text, ...rest.slice(0, abbreviated)]), count: abbreviated };
  const [next = ''] = rest;
  if (isRomanceRest(text, next)) return { text: `${text}, ${next}`, count: 1 };
  const isRest = (hasFieldWord(next) || hasProseWord(next)) && findOrganisation(next) === null;
  const isPlace = isPlaceName(next) || endsInDirection(text);
  if (hasOfficeWord(text) && endsInAdjective(text) && isRest && !isPlace)
    return { text: joinSeries([text, next]), count: 1 };
  return null;
}

/** "Ministère De La Famille", "De L'Enfance Et De La Jeunesse"; "Ministerio De Trabajo", "Familia Y Asuntos Sociales". */
function isRomanceRest(text: string, next: string): boolean {
  if (!hasOfficeWord(text) || !/ (?:de|des|du|del|da|do|pour|para)(?: |$)/i.test(text)) return false;
  if (hasOfficeWord(next) || next === '') return false;
  return (
    /^(?:de|des|du|del|da|do|d['’]|et|y) ?(?:la |l['’])?\p{L}.* (?:et|y|e) /iu.test(next) ||
    (/^(?:de|des|du|del|d['’]|et|y) /i.test(next) && !isNameShaped(next)) ||
    (/ (?:et|y) /i.test(next) && isNameShaped(next) && !mayBeGivenName(next.split(' ')[0] ?? ''))
  );
}

/** The same, by the places behind an office. */
function continuedByPlace(text: string, rest: readonly string[]): Continuation {
  const isOffice = hasOfficeWord(text) || isAllCapitals(text.split(' ')[0] ?? '');
  let name = text;
  let count = [2, 1].find((length) => withPlace(text, rest.slice(0, length), length) !== null) ?? 0;
  if (count > 0) name = withPlace(text, rest.slice(0, count), count) as string;
  else if (isOffice && endsInDirection(text) && isOfPlace(rest[0])) {
    name = joinSeries([text, rest[0] as string]);
    count = 1;
  }
  const others: string[] = [];
  if (isOffice && (count > 0 || isOfficeOfPlace(text)))
    while (isPlaceOrUnion(splitBracket(rest[count + others.length] ?? '').base))
      others.push(rest[count + others.length] as string);
  count += others.length;
  if (count > 0) return { text: joinSeries([name, ...others]), count };
  return null;
}

/** "Institute For Migration", "Rights (IMR)": the acronym in brackets is of all of it, and not of its last piece. */
function isAbbreviatedBy(text: string, rest: readonly string[], count: number): boolean {
  const { base, inside } = splitBracket(rest.at(-1) ?? '');
  if (rest.length < count || inside === null || inside.length < 3 || !isAllCapitals(inside)) return false;
  return !isAcronymOf(inside, base) && isAcronymOf(inside, [text, ...rest.slice(0, -1), base].join(' '));
}

/** A text whose end makes one place with the pieces behind it: "IOM Bosnia", "Herzegovina"; null where it doesn't. */
function withPlace(text: string, rest: readonly string[], count: number): string | null {
  if (rest.length < count) return null;
  const words = text.split(' ');
  for (let i = 1; i < words.length; i++) {
    const place = joinSeries([words.slice(i).join(' '), ...rest]);
    if (isPlaceOrUnion(place)) return `${words.slice(0, i).join(' ')} ${usualPlace(place)}`;
  }
  return null;
}

/** With "the" where it is usual: "Latin America and the Caribbean". */
function usualPlace(name: string): string {
  const { regions } = gazetteer();
  const usual = regions.usualName(regions.lookup(name)?.values[0] ?? '');
  return foldName(usual) === foldName(name) ? usual : name;
}

/** A place, or an office of one: "Southeast Asia Regional Office". */
function isOfPlace(text = ''): boolean {
  const words = splitBracket(text).base.split(' ');
  return (
    isPlaceName(words.join(' ')) ||
    (hasOfficeWord(text) && words.some((_, i) => isPlaceName(words.slice(0, i).join(' '))))
  );
}

/** Whether an organisation's name cannot end so. */
function isCutOff(text: string): boolean {
  if (hasOfficeWord(text))
    return endsInAdjective(text) || (endsInDirection(text) && / (?:for|in) /i.test(text));
  return findOrganisation(text.split(' ')[0] ?? '') !== null && text.includes(' ') && endsInAdjective(text);
}

/** "ILO Regional Office For Asia": what follows the last "for", "in" or "of" is a place. */
function isOfficeOfPlace(text: string): boolean {
  const [, tail] =
    /\b(?:office|mission|programme|program|bureau|secretariat)\b.* (?:for|in|of|to) (.+)$/i.exec(text) ?? [];
  return tail !== undefined && isPlaceOrUnion(tail);
}

/**
 * "Ministry Of Labour", "Family", "Social Affairs": subjects that name nobody belong to the office before them, or
 * wherever they stand to the only office there is, if their order is known. Offices that such a subject may belong to
 * are incomplete, so they are unresolved with it.
 */
export function joinOffices(items: readonly Item[], notes: Notes): Item[] {
  const isOffice = (item: Item) => isOpen(item) && isOfficeOfSomething(splitBracket(item.text).base);
  const isSubject = (item: Item) => isOpen(item) && isRestOfOffice(splitBracket(item.text).base);
  const runs: number[][] = [];
  const orphans: number[] = [];
  for (const [i, item] of items.entries()) {
    const run = runs.at(-1);
    if (isOffice(item)) runs.push([i]);
    else if (isSubject(item)) (run?.at(-1) === i - 1 ? run : orphans).push(i);
  }
  const [only, other] = runs;
  if (only === undefined) return [...items];
  if (other === undefined) only.push(...[...only.splice(1), ...orphans.splice(0)].sort((a, b) => a - b));
  const texts = items.map((item) => item.text);
  const isTold = (run: number[]) => isOrderKnown(texts, run) && (run.length > 1 || orphans.length === 0);
  const untold = new Set(runs.filter((run) => !isTold(run)).flat());
  const reason = 'an office whose subjects are not told apart from those of others';
  const marked = items.map((item, i) => (untold.has(i) ? { ...item, reason } : item));
  return joinAt(
    marked,
    runs
      .filter((run) => run.length > 1 && isTold(run))
      .map((at) => ({ at, text: joinSeries(at.map((i) => texts[i] as string)) })),
    'join-office',
    notes,
  );
}

/** Subjects, or words that read like some: "Emiratisation". */
function isRestOfOffice(text: string): boolean {
  return (
    isPortfolio(text) ||
    (looksLikeText(text) && !hasOfficeWord(text) && !mayBeGivenName(text.split(' ')[0] ?? ''))
  );
}

/** An office of any country: a name without a word that says whose it is. "University Of Nairobi" says so. */
function isGovernmental(text: string): boolean {
  return hasOfficeWord(text) && isGeneric(splitBracket(text).base) && !/universit/i.test(text);
}

/** A country behind an office says whose it is: "Ministry Of Justice", "Sweden". By itself it is no author. */
export function joinCountries(items: readonly Item[], notes: Notes): Item[] {
  const texts = items.map(({ text }) => text);
  if (mayBeSorted(texts)) return [...items];
  const runs = items.flatMap((item, i) => {
    const next = items[i + 1];
    const isJoined = item.author !== null && item.printed.length < 2;
    if (!isOpen(next) || item.reason !== undefined || isJoined) return [];
    if (!isGovernmental(item.text) || !isCountryName(next.text)) return [];
    return [{ at: [i, i + 1], text: `${item.text}, ${next.text}` }];
  });
  return joinAt(items, runs, 'join-country', notes);
}

import { isAreaName, isCityName } from './vocabulary/cities.ts';
import { mayBeGivenName } from './vocabulary/given-names.ts';
import {
  hasFieldWord,
  hasOfficeWord,
  isFrontOfName,
  isGeneric,
  isPortfolio,
  looksLikeText,
} from './vocabulary/name-words.ts';
import {
  endsInPluralHead,
  isAddition,
  isOpenOffice,
  isQualifiedWord,
  isSubjectOfPlace,
  isSubjectWithCountry,
} from './author-fragments.ts';
import { isOpen, type Item, type Notes } from './author-items.ts';
import { joinAt } from './author-organisations.ts';
import { areSorted, isOrderKnown, joinSeries, mayBeSorted } from './enumeration.ts';
import { isNameShaped } from './person.ts';
import { isCountryName, isPlaceName } from './place-names.ts';
import { isAllCapitals, splitBracket } from './words.ts';

/**
 * Joins offices with their subjects: "Ministry Of Labour", "Family", "Social Affairs". Subjects that name nobody belong
 * to the office before them. If the list has only one office, they belong to it wherever they are, provided that their
 * order is known. If a subject may belong to several offices, those offices are incomplete and unresolved too.
 */
export function joinOffices(items: readonly Item[], notes: Notes): Item[] {
  const texts = items.map((item) => item.text);
  const isSorted = mayBeSorted(texts);
  const isOffice = (item: Item, next: Item | undefined) =>
    isOpen(item) && (isOpenOffice(item.text) || (!isSorted && isSubject(next) && mayHaveSubjects(item.text)));
  const isSubject = (item: Item | undefined) => isOpen(item) && isRestOfOffice(splitBracket(item.text).base);
  const runs: number[][] = [];
  const orphans: number[] = [];
  for (const [i, item] of items.entries()) {
    const run = runs.at(-1);
    const isBehind = run?.at(-1) === i - 1;
    const isBetween =
      isBehind &&
      !isSorted &&
      isOpen(item) &&
      mayBeSubject(item.text) &&
      !hasFieldWord(item.text) &&
      isSubject(items[i + 1]);
    if (isOffice(item, items[i + 1])) runs.push([i]);
    else if (isSubject(item) || isBetween) (isBehind ? run : orphans).push(i);
    else if (isBehind && !isSorted && isOpen(item) && goesOnBehind(item.text, texts, run)) run.push(i);
  }
  const [only, other] = runs;
  if (only === undefined) return [...items];
  if (other === undefined) only.push(...[...only.splice(1), ...orphans.splice(0)].sort((a, b) => a - b));
  // In a list in alphabetical order, a subject between two offices may belong to either.
  const isDoubtful = other !== undefined && runs.some((run) => run.length > 1) && areSorted(texts);
  const isTold = (run: number[]) =>
    isSeriesKnown(texts, run) && (run.length > 1 || orphans.length === 0) && !isDoubtful;
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

/**
 * Whether the subjects of an office are in their original order. In a long alphabetical list, the order of three is
 * lost.
 */
function isSeriesKnown(texts: readonly string[], run: readonly number[]): boolean {
  if (run.length < 3) return true;
  return (
    !mayBeSorted(texts) && isOrderKnown(texts, run) && !(areSorted(texts) && / of /i.test(texts.at(-1) ?? ''))
  );
}

/**
 * "Institute For Conflict Analysis": an office of words that are in no list. The subject right behind it belongs to it.
 */
function mayHaveSubjects(text: string): boolean {
  return hasOfficeWord(text) && hasOpenTail(text);
}

/** Whether a name ends in a preposition and words that are not a place: "Group For Control Of Trafficking In Women". */
export function hasOpenTail(text: string): boolean {
  const [, tail] = /.* (?:of|for|on|in|against|für|voor|för|para|pour|contra|contre) (.+)$/i.exec(text) ?? [];
  return (
    tail !== undefined && !/[()]/.test(text) && !isPlaceName(tail) && !isCityName(tail) && !isAreaName(tail)
  );
}

/** Subjects, or words that look like subjects: "Emiratisation". */
function isRestOfOffice(text: string): boolean {
  return (
    isPortfolio(text) ||
    isAddition(text) ||
    isSubjectOfPlace(text) ||
    endsInPluralHead(text) ||
    (looksLikeText(text) &&
      isFrontOfName(text) &&
      !hasOfficeWord(text) &&
      !mayBeGivenName(text.split(' ')[0] ?? ''))
  );
}

/** Pieces that continue only the office right before them: "National Unity", "Development Canada". */
function goesOnBehind(text: string, texts: readonly string[], run: readonly number[]): boolean {
  const isAfterAddition = run.some((i) => isAddition(texts[i] as string)) && mayBeSubject(text);
  const isMinistry = /\b(?:minist|department|secretariat)/i.test(texts[run[0] ?? 0] ?? '');
  return (
    isSubjectWithCountry(text) ||
    (isMinistry && (isQualifiedWord(text) || endsInSubject(text))) ||
    isAfterAddition
  );
}

/** "Good Governance", "Urban Communities": a word that is in no list, followed by a subject. */
function endsInSubject(text: string): boolean {
  const [first = '', last, more] = text.split(' ');
  const isPlain = isNameShaped(text) && !hasOfficeWord(text) && !isAllCapitals(first);
  return isPlain && last !== undefined && more === undefined && isPortfolio(last) && !mayBeGivenName(first);
}

/** Words that are in no list, between an office and its next subject: "Invalids". */
function mayBeSubject(text: string): boolean {
  const words = text.split(' ');
  return (
    words.length <= 2 &&
    isNameShaped(text) &&
    !mayBeGivenName(words[0] ?? '') &&
    !isPlaceName(text) &&
    !hasOfficeWord(text) &&
    !isAllCapitals(text)
  );
}

/**
 * Whether a name could be an office of any country, because no word says whose it is. "University Of Nairobi" says so.
 */
export function isGovernmental(text: string): boolean {
  return hasOfficeWord(text) && isGeneric(splitBracket(text).base) && !/universit/i.test(text);
}

/** Joins an office with the country behind it: "Ministry Of Justice", "Sweden". A country alone is not an author. */
export function joinCountries(items: readonly Item[], notes: Notes): Item[] {
  const isOffice = (item: Item) =>
    item.reason === undefined &&
    (item.author === null || item.printed.length > 1) &&
    isGovernmental(item.text);
  const isCountry = (item: Item | undefined) => isOpen(item) && isCountryName(item.text);
  const organisations = items.filter(({ text, author }) => author !== null || hasOfficeWord(text));
  const [country, other] = items.filter(isCountry);
  const isOnly = organisations.length === 1 && country !== undefined && other === undefined;
  const isSorted = mayBeSorted(items.map(({ printed }) => printed[0] ?? ''));
  const runs = items.flatMap((item, i) => {
    const at = isOnly ? items.indexOf(country) : !isSorted && isCountry(items[i + 1]) ? i + 1 : -1;
    return isOffice(item) && at >= 0 ? [{ at: [i, at], text: `${item.text}, ${items[at]?.text ?? ''}` }] : [];
  });
  return joinAt(items, runs, 'join-country', notes);
}

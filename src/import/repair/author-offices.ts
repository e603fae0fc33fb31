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
 * "Ministry Of Labour", "Family", "Social Affairs": subjects that name nobody belong to the office before them, or
 * wherever they stand to the only office there is, if their order is known. Offices that such a subject may belong to
 * are incomplete, so they are unresolved with it.
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
  // Between two offices in alphabetical order, a subject may be of either.
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

/** Whether the subjects of an office stand in their own order. A long list in alphabetical order tells nothing of three. */
function isSeriesKnown(texts: readonly string[], run: readonly number[]): boolean {
  if (run.length < 3) return true;
  return (
    !mayBeSorted(texts) && isOrderKnown(texts, run) && !(areSorted(texts) && / of /i.test(texts.at(-1) ?? ''))
  );
}

/** "Institute For Conflict Analysis": an office of words that no list has, which the subject right behind it belongs to. */
function mayHaveSubjects(text: string): boolean {
  return hasOfficeWord(text) && hasOpenTail(text);
}

/** Whether a name ends in words behind a preposition that are no place: "Group For Control Of Trafficking In Women". */
export function hasOpenTail(text: string): boolean {
  const [, tail] = /.* (?:of|for|on|in|against|für|voor|för|para|pour|contra|contre) (.+)$/i.exec(text) ?? [];
  return (
    tail !== undefined && !/[()]/.test(text) && !isPlaceName(tail) && !isCityName(tail) && !isAreaName(tail)
  );
}

/** Subjects, or words that read like some: "Emiratisation". */
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

/** What goes on with the office right before it, and would not elsewhere: "National Unity", "Development Canada". */
function goesOnBehind(text: string, texts: readonly string[], run: readonly number[]): boolean {
  const isAfterAddition = run.some((i) => isAddition(texts[i] as string)) && mayBeSubject(text);
  const isMinistry = /\b(?:minist|department|secretariat)/i.test(texts[run[0] ?? 0] ?? '');
  return (
    isSubjectWithCountry(text) ||
    (isMinistry && (isQualifiedWord(text) || endsInSubject(text))) ||
    isAfterAddition
  );
}

/** "Good Governance", "Urban Communities": a word that no list has before a subject. */
function endsInSubject(text: string): boolean {
  const [first = '', last, more] = text.split(' ');
  const isPlain = isNameShaped(text) && !hasOfficeWord(text) && !isAllCapitals(first);
  return isPlain && last !== undefined && more === undefined && isPortfolio(last) && !mayBeGivenName(first);
}

/** Words that no list has, between an office and its next subject: "Invalids". */
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

/** An office of any country: a name without a word that says whose it is. "University Of Nairobi" says so. */
export function isGovernmental(text: string): boolean {
  return hasOfficeWord(text) && isGeneric(splitBracket(text).base) && !/universit/i.test(text);
}

/** A country behind an office says whose it is: "Ministry Of Justice", "Sweden". By itself it is no author. */
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

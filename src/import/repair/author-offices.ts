import { foldName } from '../../text/fold.ts';
import { isAreaName, isCityName } from './vocabulary/cities.ts';
import { mayBeGivenName } from './vocabulary/given-names.ts';
import {
  hasFieldWord,
  hasOfficeWord,
  isFrontOfName,
  isGeneric,
  looksLikeText,
  startsWithSubject,
} from './vocabulary/name-words.ts';
import { isPortfolio } from './vocabulary/portfolio.ts';
import { isNationality } from './vocabulary/nationalities.ts';
import {
  endsInPluralHead,
  isAddition,
  isOpenOffice,
  isQualifiedWord,
  isSubjectOfPlace,
  isSubjectWithCountry,
} from './author-fragments.ts';
import { endsInHead } from './author-fronts.ts';
import { isOpen, type Item, type Notes } from './author-items.ts';
import { joinAt, organisationOf } from './author-organisations.ts';
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
  const isSorted = mayBeSorted(notes.pieces);
  const isOffice = (item: Item, i: number) =>
    isOpen(item) &&
    (isOpenOffice(item.text) || (!isSorted && mayHaveSubjects(item.text) && isSubjectBehind(i + 1)));
  const isSubjectBehind = (i: number) => {
    const item = items[i];
    if (isSubject(item)) return true;
    if (!isOpen(item)) return false;
    const isRepeated = repeatsWord(item.text, texts[i - 1] ?? '');
    return isRepeated || endsInSubject(item.text) || isLastSubject(item.text, texts, i);
  };
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
      (!item.text.includes(' ') || startsWithSubject(item.text)) &&
      isSubject(items[i + 1]);
    if (isOffice(item, i)) runs.push([i]);
    else if (isSubject(item) || isBetween) (isBehind ? run : orphans).push(i);
    else if (
      isBehind &&
      !isSorted &&
      isOpen(item) &&
      (goesOnBehind(item.text, texts, run) || isLastSubject(item.text, texts, i))
    )
      run.push(i);
  }
  const [only, other] = runs;
  if (only === undefined) return [...items];
  if (other === undefined && areSorted(texts))
    only.push(...[...only.splice(1), ...orphans.splice(0)].sort((a, b) => a - b));
  // In a list in alphabetical order, a subject between two offices may belong to either.
  const hasCutOff = items.some(({ reason }) => reason !== undefined);
  // "Bailiffs Service", "Congress Of Trade Unions", "Sheriffs": subjects also stand in front of a head noun.
  const heads = [...items.keys()].filter((i) => {
    const item = items[i];
    return isOpen(item) && endsInHead(item.text) && !runs.some((run) => run.includes(i));
  });
  const isDoubtful =
    (other !== undefined || hasCutOff || heads.length > 0) &&
    runs.some((run) => run.length > 1) &&
    areSorted(texts);
  const isTold = (run: number[]) =>
    isSeriesKnown(texts, run) && (run.length > 1 || orphans.length === 0) && !isDoubtful;
  const untold = new Set(runs.filter((run) => !isTold(run)).flat());
  if (isDoubtful) for (const i of heads) untold.add(i);
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
  return hasOpenTail(text) && organisationOf(text) !== null;
}

/** Whether a name ends in a preposition and words that are not a place: "Group For Control Of Trafficking In Women". */
export function hasOpenTail(text: string): boolean {
  const [, tail] =
    /.* (?:of|for|on|in|against|für|voor|för|para|pour|contra|contre|to) (.+)$/i.exec(text) ?? [];
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
    isPortfolio(text.replace(/ and society$/i, '')) ||
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
  const isJoined =
    / (?:and|&) /i.test(text) &&
    hasFieldWord(text) &&
    !hasOfficeWord(text) &&
    !/[()]/.test(text) &&
    !/ against /i.test(text);
  return (
    isJoined ||
    isSubjectWithCountry(text) ||
    (isMinistry && isQualifiedWord(text)) ||
    endsInSubject(text) ||
    isAfterAddition ||
    repeatsWord(text, texts[run[0] ?? 0] ?? '')
  );
}

/**
 * "Appeals", "Relationships" behind "Board Of Inquiry": a single word with the ending of a noun, which cannot be half of
 * a person's name because no other single word is beside it.
 */
function isLastSubject(text: string, texts: readonly string[], i: number): boolean {
  if (!mayBeSubject(text) || text.includes(' ') || isCityName(text)) return false;
  const next = texts[i + 1];
  const isAlone = next === undefined || (next.includes(' ') && !next.split(' ').every(mayBeGivenName));
  // "Association Of Pacific Judges", "Magistrates"
  const arePlurals = [texts[i - 1] ?? '', text].every((part) => /[^isu]s$/i.test(part));
  return (
    isAlone &&
    (arePlurals || !/ists$/i.test(text)) &&
    (arePlurals || /(?:[bcdfghklmnprtvw]s|ry|cy|ance|ence|ity|ing|logy|graphy|ment|ship|tion)$/i.test(text))
  );
}

/** "Good Governance", "Urban Communities": a word that is in no list, followed by a subject. */
function endsInSubject(text: string): boolean {
  const [first = '', last, more] = text.split(' ');
  const isPlain = isNameShaped(text) && !hasOfficeWord(text) && !isAllCapitals(first);
  if (!isPlain || last === undefined || more !== undefined || mayBeGivenName(first)) return false;
  return isPortfolio(last) && !isCountryName(first) && !isCityName(first) && !isNationality(first);
}

/** "Girl Scouts" behind "World Association Of Girl Guides": its first word is one of the office's subjects. */
function repeatsWord(text: string, office: string): boolean {
  const [first = '', last] = text.split(' ');
  const [, subjects = ''] = / (?:of|for|on) (.+)$/i.exec(office) ?? [];
  const isPlain = last !== undefined && isNameShaped(text) && !hasOfficeWord(text) && !mayBeGivenName(first);
  return isPlain && subjects.split(' ').includes(first);
}

/** Words that are in no list, between an office and its next subject: "Invalids". */
function mayBeSubject(text: string): boolean {
  const words = text.split(' ');
  return (
    words.length <= 2 &&
    isNameShaped(text) &&
    !mayBeGivenName(words[0] ?? '') &&
    !isPlaceName(text) &&
    !isCityName(text) &&
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

/**
 * Joins an organisation with the country behind it: "Ministry Of Justice", "Sweden"; "Plan International", "Bangladesh".
 * A country alone is not an author. Behind a university or a city, it is an address.
 */
export function joinCountries(items: readonly Item[], notes: Notes): Item[] {
  const isSorted = mayBeSorted(notes.pieces);
  const organisations = items.filter(({ text, author }) => author !== null || organisationOf(text) !== null);
  const [country, other] = items.filter(isOpenCountry);
  const isOnly = organisations.length === 1 && country !== undefined && other === undefined;
  // "London", "UK"
  const before = country === undefined ? undefined : items[items.indexOf(country) - 1];
  const isAddress = isOpen(before) && isCityName(before.text);
  // In alphabetical order, a country may belong to any of several organisations.
  const isDoubtful = organisations.length > 1 && areSorted(notes.pieces);
  const runs = items.flatMap((item, i) => {
    if (!mayHaveCountry(item)) return [];
    const [next, second] = items.slice(i + 1);
    const isBehind =
      !isSorted &&
      !isDoubtful &&
      (isOpenCountry(next) || (isOpen(next) && isAreaName(next.text) && isGovernmental(item.text))) &&
      !(isOpen(second) && isPlaceName(second.text));
    if (isBehindCountry(item, next, second, isSorted))
      return [
        {
          at: [i, i + 1, i + 2],
          text: `${item.author?.name ?? item.text}, ${joinSeries([next, second].map((part) => part?.text ?? ''))}`,
        },
      ];
    const isOfOnly = isOnly && !isAddress && (isGovernmental(item.text) || isOpen(item));
    const at = isOfOnly ? items.indexOf(country) : isBehind && !areBothKnown(items[i - 1], item) ? i + 1 : -1;
    const place = items[at]?.text ?? '';
    const name = item.author?.name ?? item.text;
    return at >= 0 ? [{ at: [i, at], text: hasWordsOf(name, place) ? name : `${name}, ${place}` }] : [];
  });
  return joinAt(items, runs, 'join-country', notes);
}

/** "Office Of High Representative", "Bosnia", "Herzegovina". */
function isBehindCountry(
  item: Item,
  next: Item | undefined,
  second: Item | undefined,
  isSorted: boolean,
): boolean {
  if (isSorted || !isOpen(next) || !isOpen(second)) return false;
  return isCountryName(joinSeries([next.text, second.text])) && mayHaveCountry(item);
}

/** "UNICEF", "UNHCR", "Kenya": the country may belong to both. */
function areBothKnown(first: Item | undefined, second: Item): boolean {
  return [first, second].every(
    (item) => item !== undefined && item.author !== null && item.printed.length === 1,
  );
}

function isOpenCountry(item: Item | undefined): boolean {
  return isOpen(item) && isCountryName(item.text);
}

function mayHaveCountry({ author, reason, text }: Item): boolean {
  if (reason !== undefined || /universit/i.test(text)) return false;
  return author === null ? organisationOf(text) !== null : author.kind === 'ORGANIZATION';
}

/** Whether a name already says the place: "United Kingdom Home Office", "United Kingdom". */
function hasWordsOf(name: string, place: string): boolean {
  return ` ${foldName(name)} `.includes(` ${foldName(place)} `);
}

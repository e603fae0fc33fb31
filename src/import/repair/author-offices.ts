import { isAreaName, isCityName } from './vocabulary/cities.ts';
import { mayBeGivenName } from './vocabulary/given-names.ts';
import {
  hasFieldWord,
  hasOfficeWord,
  isFrontOfName,
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
  const isSubject = (item: Item | undefined) => isOpen(item) && isRestOfOffice(splitBracket(item.text).base);
  const isOffice = (item: Item, i: number) =>
    isOpen(item) &&
    (isOpenOffice(item.text) ||
      // "Protection Of Rights Of Women", "Children" behind "Commission On Promotion" are all subjects.
      (!isSorted && !isPortfolio(item.text) && mayHaveSubjects(item.text) && isSubjectBehind(i + 1)));
  const isSubjectBehind = (i: number) => {
    const item = items[i];
    if (isSubject(item)) return true;
    if (!isOpen(item)) return false;
    const isRepeated = repeatsWord(item.text, texts[i - 1] ?? '');
    return isRepeated || endsInSubject(item.text) || isLastSubject(item.text, texts, i);
  };
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
  if (isSpecifiedFirst(texts, only)) only.splice(1, 2, only[2] as number, only[1] as number);
  // In a list in alphabetical order, a subject between two offices may belong to either.
  const hasCutOff = items.some(({ reason }) => reason !== undefined);
  // "Bailiffs Service", "Congress Of Trade Unions", "Sheriffs": subjects also stand in front of a head noun.
  const heads = [...items.keys()].filter((i) => {
    const item = items[i];
    return isOpen(item) && endsInHead(item.text) && !runs.some((run) => run.includes(i));
  });
  // "Allies", "Network Of Sex Work Projects", "Society For Literature"
  const isMoved = only.some((at, k) => k > 0 && at !== (only[k - 1] as number) + 1);
  const mayBeOfOther = items.some(
    (item, i) => !only.includes(i) && isOpen(item) && mayHaveSubjects(item.text),
  );
  const isDoubtful =
    (isMoved && mayBeOfOther && areSorted(texts)) ||
    ((other !== undefined || hasCutOff || heads.length > 0) &&
      runs.some((run) => run.length > 1) &&
      areSorted(texts));
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

/** "Children", "Especially Women" in alphabetical order: the subject with the adverb is the first. */
function isSpecifiedFirst(texts: readonly string[], run: readonly number[]): boolean {
  const [, first, second] = run.map((i) => texts[i] ?? '');
  const isSpecified = /^(?:especially|in particular|including|particularly) /i.test(second ?? '');
  return run.length === 3 && isSpecified && !isAddition(first ?? '') && areSorted(texts);
}

/**
 * Whether the subjects of an office are in their original order. In a long alphabetical list, the order of three is
 * lost.
 */
function isSeriesKnown(texts: readonly string[], run: readonly number[]): boolean {
  if (run.length < 3) return true;
  if (run.length === 3 && /^(?:especially|particularly) /i.test(texts[run[1] as number] ?? '')) return true;
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

import { foldName } from '../../text/fold.ts';
import { isAreaName, isCityName } from './vocabulary/cities.ts';
import { hasOfficeWord, isGeneric } from './vocabulary/name-words.ts';
import { isPortfolio } from './vocabulary/portfolio.ts';
import { isOpen, type Item, type Notes } from './author-items.ts';
import { joinAt, organisationOf } from './author-organisations.ts';
import { areSorted, joinSeries, mayBeSorted } from './enumeration.ts';
import { isCountryName, isPlaceName } from './place-names.ts';
import { splitBracket } from './words.ts';

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
  const organisations = items.filter(
    (item) => item.author !== null || (!isOpenCountry(item) && organisationOf(item.text) !== null),
  );
  const [country, other] = items.filter(isOpenCountry);
  const isOnly = organisations.length === 1 && country !== undefined && other === undefined;
  // "London", "UK"
  const before = country === undefined ? undefined : items[items.indexOf(country) - 1];
  const isAddress = isOpen(before) && isCityName(before.text);
  // In alphabetical order, a country may belong to any of several organisations.
  const isDoubtful = organisations.length > 1 && areSorted(notes.pieces);
  // "Ministry Of Home Affairs", "Myanmar", "UNIAP": only the ministry needs a country.
  const ministries = organisations.filter((item) => isOpen(item) && isGovernmental(item.text));
  const areOthersKnown = organisations.every((item) => item.author !== null || ministries.includes(item));
  const isOnlyMinistry = isDoubtful && ministries.length === 1 && areOthersKnown && other === undefined;
  const runs = items.flatMap((item, i) => {
    if (!mayHaveCountry(item) || isOpenCountry(item)) return [];
    const [next, second] = items.slice(i + 1);
    const isBehind =
      !isSorted &&
      !isDoubtful &&
      (isOpenCountry(next) || (isOpen(next) && isAreaName(next.text) && isGovernmental(item.text))) &&
      !(isOpen(second) && isPlaceName(second.text));
    const halves = isSorted ? null : readCountryBehind(item, next, second);
    if (halves !== null)
      return [{ at: [i, i + 1, i + 2], text: `${item.author?.name ?? item.text}, ${halves}` }];
    const isOfOnly =
      (isOnly && !isAddress && (isGovernmental(item.text) || isOpen(item))) ||
      (isOnlyMinistry && item === ministries[0]);
    const at =
      isOfOnly && country
        ? items.indexOf(country)
        : isBehind && !areBothKnown(items[i - 1], item)
          ? i + 1
          : -1;
    const place = items[at]?.text ?? '';
    const name = item.author?.name ?? item.text;
    return at >= 0 ? [{ at: [i, at], text: hasWordsOf(name, place) ? name : `${name}, ${place}` }] : [];
  });
  return joinAt(items, runs, 'join-country', notes);
}

/** "Office Of High Representative", "Bosnia", "Herzegovina": the country's name; null if there is none. */
function readCountryBehind(item: Item, next: Item | undefined, second: Item | undefined): string | null {
  if (!isOpen(next) || !isOpen(second) || !mayHaveCountry(item)) return null;
  // Sorting may have put "Tobago" before "Trinidad".
  const names = [joinSeries([next.text, second.text]), joinSeries([second.text, next.text])];
  return names.find(isCountryName) ?? null;
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
  if (reason !== undefined || /universit/i.test(text) || (author === null && isPortfolio(text))) return false;
  return author === null ? organisationOf(text) !== null : author.kind === 'ORGANIZATION';
}

/** Whether a name already says the place: "United Kingdom Home Office", "United Kingdom". */
function hasWordsOf(name: string, place: string): boolean {
  return ` ${foldName(name)} `.includes(` ${foldName(place)} `);
}

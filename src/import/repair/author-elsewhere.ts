import { hasFieldWord, hasOfficeWord } from './vocabulary/name-words.ts';
import { findOrganisation } from './vocabulary/organisations.ts';
import type { Item, Notes } from './author-items.ts';
import { knownAuthor, organisationOf } from './author-organisations.ts';
import { joinSeries } from './enumeration.ts';
import { isInitials, isNameShaped, personFrom, personRecord } from './person.ts';
import { keyOf } from './words.ts';

/** Where names may be printed in one piece. */
export interface Elsewhere {
  /** The record's title and abstract. */
  text: string;
  /** The authors of the page's other records, by `keyOf` of their display names. */
  names: ReadonlySet<string>;
  /** True if another record of the page prints its authors out of alphabetical order. */
  keepsOrder: boolean;
}

/** Upper limit of leftover pieces, so that the search stays short. */
const MOST_PIECES = 10;
const MOST_SUBJECTS = 3;

interface Piece {
  index: number;
  text: string;
  key: string;
}

interface Found {
  at: number[];
  author: NonNullable<Item['author']>;
}

/**
 * Joins pieces that no rule could put together if their joined name is printed elsewhere: "Berman", "Jacqueline",
 * "Marshall", "Phil" in alphabetical order, and "Jacqueline Berman" in the abstract. A piece that fits two names is not
 * joined.
 */
export function joinNamedElsewhere(items: readonly Item[], elsewhere: Elsewhere, notes: Notes): Item[] {
  const pieces = items.flatMap(({ text, author }, index): Piece[] =>
    author === null ? [{ index, text, key: keyOf(text) }] : [],
  );
  if (pieces.length < 2 || pieces.length > MOST_PIECES) return [...items];
  const found = [...findPersons(pieces, elsewhere), ...findOffices(pieces, elsewhere)];
  const isAlone = (at: number[]) =>
    found.every((other) => other.at === at || !other.at.some((index) => at.includes(index)));
  const result: (Item | null)[] = [...items];
  for (const { at, author } of found.filter((name) => isAlone(name.at))) {
    const parts = at.map((index) => items[index] as Item);
    const printed = parts.flatMap((part) => part.printed);
    notes.add('join-named-elsewhere', printed, [author.name]);
    for (const index of at) result[index] = null;
    const role = parts.find((part) => part.role !== 'AUTHOR')?.role ?? 'AUTHOR';
    result[Math.min(...at)] = { text: author.name, printed, role, author };
  }
  return result.filter((item) => item !== null);
}

function findPersons(pieces: readonly Piece[], { text, names }: Elsewhere): Found[] {
  // A comma or the end of a sentence also ends a name; the full stop of an initial doesn't.
  const phrases = text.split(/[,;:()/]|(?<=\p{Ll}{2})\.\s/u).map((phrase) => ` ${keyOf(phrase)} `);
  const isPrinted = (key: string) => names.has(key) || phrases.some((phrase) => phrase.includes(` ${key} `));
  const parts = pieces.filter(
    (piece) => (isNameShaped(piece.text) || isInitials(piece.text)) && !hasFieldWord(piece.text),
  );
  return parts.flatMap((surname) =>
    parts
      .filter((given) => given !== surname && isPrinted(`${given.key} ${surname.key}`))
      .map((given) => ({
        at: [surname.index, given.index],
        author: personRecord(personFrom(surname.text, given.text)),
      })),
  );
}

/** Offices with one to three of the other pieces behind them. The longest name that is printed wins. */
function findOffices(pieces: readonly Piece[], { text, names }: Elsewhere): Found[] {
  const whole = ` ${keyOf(text)} `;
  const isPrinted = (key: string) => names.has(key) || whole.includes(` ${key} `);
  return pieces.flatMap((office) => {
    if (!hasOfficeWord(office.text)) return [];
    const others = pieces.filter((piece) => piece !== office);
    const [longest] = arrange(others, MOST_SUBJECTS)
      .map((subjects) => [office, ...subjects])
      .filter((parts) => isPrinted(joinSeries(parts.map(({ key }) => key)).replaceAll(',', '')))
      .sort((a, b) => b.length - a.length);
    if (longest === undefined) return [];
    const name = joinSeries(longest.map((piece) => piece.text));
    const known = findOrganisation(name);
    const author = known ? knownAuthor(known) : organisationOf(name);
    return author ? [{ at: longest.map(({ index }) => index), author }] : [];
  });
}

/** All ordered choices of one to `most` pieces. */
function arrange(pieces: readonly Piece[], most: number): Piece[][] {
  if (most === 0) return [];
  return pieces.flatMap((piece) => {
    const others = pieces.filter((other) => other !== piece);
    return [[piece], ...arrange(others, most - 1).map((rest) => [piece, ...rest])];
  });
}

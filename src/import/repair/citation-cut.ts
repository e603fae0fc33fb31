import { hasOfficeWord } from './vocabulary/name-words.ts';
import { findOrganisation } from './vocabulary/organisations.ts';
import { imprintOf } from './vocabulary/imprint.ts';
import { isNameAtom } from './citation-names.ts';
import { normaliseCitation, normalisePieces } from './citation-forms.ts';
import { countTitleWords, locateTitle } from './citation-title.ts';
import { areSorted } from './enumeration.ts';
import { isInitials, isNameShaped } from './person.ts';

export const YEAR = /\(((?:1[5-9]|20)\d\d)[a-z]?\)/;
export const ROLE =
  /[([](?:eds?|editors?|conveners?|convenors?|coords?|coordinators?|comps?|compilers?|orgs?|dirs?|hrsg|a cura di)\.?[)\]]/i;
export const IN = /^in:? (?=\p{Lu})/iu;
const QUOTED = /[‘“"«].*[’”"»]/;

/** A shorter title can also be a part of an organisation's name. */
const LEAST_TITLE_WORDS = 3;

/**
 * Whether the pieces form a citation: a year in brackets, a host work after "In", or the record's title in quotes or in
 * a piece that begins with names.
 */
export function isCitation(printed: readonly string[], title: string): boolean {
  const pieces = normaliseCitation(printed);
  const hasHost = pieces.some((piece) => IN.test(piece));
  if (hasHost && pieces.some((piece) => ROLE.test(piece) || QUOTED.test(piece) || YEAR.test(piece)))
    return true;
  // "Census Bureau (2010)" is a piece that no rule understands, but it does not make the other pieces a citation.
  if (pieces.some((piece) => isInitials(piece.slice(0, YEAR.exec(piece)?.index ?? 0).trim()))) return true;
  const place = locateTitle(pieces, title);
  if (place === null) return false;
  if (pieces.some((piece) => /[‘“"«]/.test(piece) || YEAR.test(piece))) return true;
  const isEnded = /\.$/.test(place.before) || isInitials(place.before.split(' ').at(-1) ?? '');
  const isDated = pieces.some((piece) => /^(?:19|20)\d\d\b/.test(piece) || imprintOf(piece) !== null);
  if (countTitleWords(title) < (isEnded || isDated ? 2 : LEAST_TITLE_WORDS)) return false;
  if (isEnded) return true;
  const [first = 0, more] = place.indices;
  // A report may be named like the organisation that signs it.
  const isAlone = place.before === '' && place.after === '';
  const hasMark = isDated || pieces.some((piece) => ROLE.test(piece));
  if (isAlone) return findOrganisation(pieces[first] ?? '') === null && (hasMark || !hasOfficeWord(title));
  return more === undefined && !hasOfficeWord(place.before) && mayBeNames(place.before);
}

function mayBeNames(before: string): boolean {
  const text = before.replace(ROLE, '').trim();
  return text === '' || isInitials(text) || isNameShaped(text.replace(/[.,]? (?:19|20)\d\d$/, ''));
}

/** The pieces before a citation's title, which name its authors, and the positions of the other pieces. */
export interface CutCitation {
  names: string[];
  /** Positions of the pieces that contain no name of an author. */
  rest: number[];
}

/**
 * Cuts a citation at its title, or at its year if the title is not printed as the record's: "Okeke", "N. (2013). Bonded
 * Labour", "14(2)" gives "Okeke", "N.". Returns null if no name precedes, or if sorting may have put a name behind the
 * title.
 */
export function cutCitation(printed: readonly string[], title: string): CutCitation | null {
  const normalised = normalisePieces(printed);
  const pieces = normalised.map(({ text }) => text);
  const place = locateTitle(pieces, title) ?? locateYear(pieces);
  const [at] = place?.indices ?? [];
  if (place === null || at === undefined) return null;
  const front = [...pieces.slice(0, at), place.before];
  const names = front.map((text) => spellRole(withoutDate(text))).filter((text) => text !== '');
  const rest = normalised.slice(place.before === '' ? at : at + 1).flatMap((piece) => piece.at);
  if (names.length === 0 || names.some((text) => IN.test(text))) return null;
  if (areSorted(printed) && rest.some((i) => isNameAtom(printed[i] as string))) return null;
  return { names, rest };
}

/** The year behind the first author's initials or behind a whole name, if the title is not in the pieces. */
function locateYear(pieces: readonly string[]): { indices: number[]; before: string } | null {
  const at = pieces.findIndex((piece) => YEAR.test(piece));
  const piece = pieces[at] ?? '';
  const before = piece.slice(0, YEAR.exec(piece)?.index ?? 0).trim();
  const isName = isInitials(before) || isInitials(before.replace(ROLE, '').trim());
  return isName ? { indices: [at], before } : null;
}

/** "N. (2013)" → "N."; "Nnamdi. 2013" → "Nnamdi". */
function withoutDate(text: string): string {
  return text
    .replace(/[,;:]? ?[([]?(?<![\d-])(?:1[5-9]|20)\d\d[a-z]?[)\]]?[.,:]?$/, '')
    .replace(/[\s,;:(]+$/, '')
    .replace(/(\p{Ll})\.$/u, '$1');
}

/** "Eds." → "(Eds.)", the form in which roles follow names. */
function spellRole(text: string): string {
  return text.replace(/^(eds?)\.?$/i, '($1.)').trim();
}

/**
 * Joins surnames in capitals with the given names behind them, in the form that `personOf` reads: "SALES", "Marta Lima"
 * gives "Marta Lima SALES". Only citations print surnames so; elsewhere such a piece is an acronym.
 */
export function joinShouted(names: readonly string[]): string[] {
  return names.reduce<string[]>((joined, name) => {
    const before = joined.at(-1) ?? '';
    const isSurname = /^\p{Lu}{3,}(?: \p{Lu}{3,})*$/u.test(before) && findOrganisation(before) === null;
    const isGiven = isNameShaped(name) && /\p{Ll}/u.test(name) && !hasOfficeWord(name);
    return isSurname && isGiven ? [...joined.slice(0, -1), `${name} ${before}`] : [...joined, name];
  }, []);
}

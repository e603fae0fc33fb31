import { isAreaName, isCityName } from './vocabulary/cities.ts';

/** A normalised piece of a citation, with the positions of the printed pieces that it consists of. */
export interface CitationPiece {
  text: string;
  at: number[];
}

/**
 * Normalises the pieces of a citation, whatever its style, to the one form that `readCitation` reads. Removes empty
 * pieces.
 */
export function normaliseCitation(pieces: readonly string[]): string[] {
  return normalisePieces(pieces).map(({ text }) => text);
}

/** Like `normaliseCitation`, with the positions of the printed pieces. */
export function normalisePieces(pieces: readonly string[]): CitationPiece[] {
  return joinSplit(pieces)
    .map(({ text, at }) => ({ text: normalise(text), at }))
    .filter(({ text }) => text !== '');
}

const ACCESS = /\.? ?(?:Retrieved (?:From|On)|Available (?:At|From)|Accessed|Consulted) .*$/i;
const LINK = /[.,]? ?(?:https?:\/\/|www\.|doi: ?)\S+$/i;
const NO_DATE =
  / ?\((?:n\. ?d\.?|s\. ?[adf]\.?|no date|undated|forthcoming|in press|in preparation)\)[.,:;]?/gi;

/**
 * Rewrites APA's "(2014)." and "(2014, March)" and the bare "G. 2014." to "(2014)", and removes "(n.d.)", "(in press)",
 * "et al.", links and notes on access. "Marine Policy. 2016;68:39" becomes "Marine Policy 68: 39". "Lochak D. Et Rodier C." becomes "Lochak D. & Rodier C.".
 */
function normalise(piece: string): string {
  return piece
    .replace(/^& (?=\p{Lu})/u, '')
    .replace(ACCESS, '')
    .replace(LINK, '')
    .replace(/ ?\[(?:Report|Thesis|PDF|Online|Working Paper)\](?=\.?$)/i, '')
    .replace(/\((Eds?)\.\)\. (?=\()/i, '($1.) ')
    .replace(/^(Eds?)\.?,? (?=\p{Lu})/u, '($1.) ')
    .replace(/^(\p{Lu}[\p{L}.-]*) \/ (?=\p{Lu}\S*$)/u, '$1 & ')
    .replace(NO_DATE, '')
    .replace(/(?:^|,? )et\.? al\b\.?,?/gi, '')
    .replace(/(?<=\p{Lu}\.) (?:[Ee]t|[Uu]nd|[Yy]|[Ee]) (?=\p{Lu})/gu, ' & ')
    .replace(/(?<=^\p{Lu}{3,} \p{L}+) (?:[Ee]t|[Uu]nd|[Yy]|[Ee]) (?=\p{Lu}{3,} )/u, ' & ')
    .replace(/\(((?:1[5-9]|20)\d\d[a-z]?)(?:, ?[^()\d]{3,20}\d{0,2})?\)[.,:;]?/g, '($1)')
    .replace(/(^|\p{Lu}\.|\)),? ((?:19|20)\d\d[a-z]?)[.,:]? (?=[\p{Lu}‘“"«])/gu, '$1 ($2) ')
    .replace(/^(\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.]*)*)\. ((?:19|20)\d\d[a-z]?)\. (?=[\p{Lu}‘“"«])/u, '$1 ($2) ')
    .replace(/\.? (?:19|20)\d\d; ?(\d+(?:\(\d+\))?): ?([\d–-]+)\.?$/u, ' $1: $2')
    .replace(/^((?:\p{Lu}{2,}|\p{Lu}\p{Ll}+ \p{Lu}{1,3}) ?)((?:19|20)\d\d)[.,:] (?=\p{Lu})/u, '$1($2) ')
    .trim();
}

/** Joins what the site split inside a date or a place: "G. (2014", "March). Title"; "Journeys. Cambridge", "UK: Brill". */
function joinSplit(pieces: readonly string[]): CitationPiece[] {
  const joined: CitationPiece[] = [];
  for (const [i, piece] of pieces.entries()) {
    const before = joined.at(-1);
    if (before !== undefined && (isRestOfDate(before.text, piece) || isRestOfPlace(before.text, piece))) {
      joined[joined.length - 1] = { text: `${before.text}, ${piece}`, at: [...before.at, i] };
    } else joined.push({ text: piece, at: [i] });
  }
  return joined;
}

function isRestOfDate(before: string, piece: string): boolean {
  return /\(\d{4}[a-z]?$/.test(before) && /^\p{L}+\.?(?: \d{1,2})?\)/u.test(piece);
}

function isRestOfPlace(before: string, piece: string): boolean {
  const [, area = ''] = /^(\p{Lu}{2}|[\p{L}. ]{2,20}?)(?::|\.?$)/u.exec(piece) ?? [];
  const city = before.slice(before.lastIndexOf('. ') + 1).trim();
  return (isAreaName(area) || /^[A-Z]{2}:/.test(piece)) && isCityName(city) && before !== city;
}

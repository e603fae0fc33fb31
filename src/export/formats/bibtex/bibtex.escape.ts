/** The characters that are special in LaTeX, with their escapes. */
const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // TeX prints them as inverted punctuation marks.
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  ...Object.fromEntries([...'&%$#_'].map((character) => [character, `\\${character}`])),
};

/** Braces without a partner. BibTeX counts escaped braces too, so that `\{` would not end the field. */
const ALONE: Readonly<Record<string, string>> = { '{': '\\textbraceleft{}', '}': '\\textbraceright{}' };

/**
 * Escapes a text for a BibTeX field. Accented letters are kept, because biber and LaTeX (since 2018) read UTF-8.
 */
export function escapeBibtex(text: string): string {
  const characters = [...text.replace(/[\p{Cc}\s]+/gu, ' ').trim()];
  const alone = findUnbalancedBraces(characters);
  const escaped = characters.map((character, i) => (alone.has(i) ? ALONE : ESCAPED)[character] ?? character);
  return separateLigatures(escaped.join(''));
}

/** Separates characters that TeX joins: "--" is a dash, "``" a quotation mark. */
function separateLigatures(text: string): string {
  return text.replace(/([`'-])(?=\1)|[?!](?=`)/g, '$&{}');
}

/** The positions of braces without a partner. */
function findUnbalancedBraces(characters: readonly string[]): ReadonlySet<number> {
  const open: number[] = [];
  const alone = new Set<number>();
  characters.forEach((character, i) => {
    if (character === '{') open.push(i);
    if (character === '}' && open.pop() === undefined) alone.add(i);
  });
  return new Set([...alone, ...open]);
}

/**
 * Encodes a URL or identifier, which biblatex prints verbatim. Only characters that would end the field early are
 * encoded.
 */
export function escapeVerbatim(text: string): string {
  return text.replace(/[{}\\\s]/g, encodeURIComponent);
}

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

/**
 * Escapes a text for a BibTeX field. Accented letters are kept, because biber and LaTeX (since 2018) read UTF-8.
 * Unbalanced braces are removed, because BibTeX counts escaped braces too.
 */
export function escapeBibtex(text: string): string {
  const escaped = balanceBraces(text.replace(/[\p{Cc}\s]+/gu, ' ').trim()).replace(
    /[\\{}~^<>&%$#_]/g,
    (character) => ESCAPED[character] as string,
  );
  return separateLigatures(escaped);
}

/** Separates characters that TeX joins: "--" is a dash, "``" a quotation mark. */
function separateLigatures(text: string): string {
  return text.replace(/([`'-])(?=\1)|[?!](?=`)/g, '$&{}');
}

/** Removes unbalanced braces. */
function balanceBraces(text: string): string {
  if (!/[{}]/.test(text)) return text;
  const characters = [...text];
  const open: number[] = [];
  const alone = new Set<number>();
  characters.forEach((character, i) => {
    if (character === '{') open.push(i);
    if (character === '}' && open.pop() === undefined) alone.add(i);
  });
  for (const i of open) alone.add(i);
  return characters.filter((_, i) => !alone.has(i)).join('');
}

/**
 * Encodes a URL or identifier, which biblatex prints verbatim. Only characters that would end the field early are
 * encoded.
 */
export function escapeVerbatim(text: string): string {
  return text.replace(/[{}\\\s]/g, encodeURIComponent);
}

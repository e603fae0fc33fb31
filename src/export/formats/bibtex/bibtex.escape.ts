/** Characters that LaTeX gives a meaning, each as it is printed. */
const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  ...Object.fromEntries([...'&%$#_'].map((character) => [character, `\\${character}`])),
};

/**
 * A text as the value of a BibTeX field. Letters with accents stay as they are: biber and LaTeX since 2018 read UTF-8.
 * Braces are balanced by leaving out those that are not: BibTeX counts escaped ones too.
 */
export function escapeBibtex(text: string): string {
  return balanceBraces(text.replace(/[\p{Cc}\s]+/gu, ' ').trim()).replace(
    /[\\{}~^&%$#_]/g,
    (character) => ESCAPED[character] as string,
  );
}

/** The text without the braces that have no partner. */
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

/** An address or identifier, which biblatex prints as it stands. Only what would end the field early is encoded. */
export function escapeVerbatim(text: string): string {
  return text.replace(/[{}\\\s]/g, encodeURIComponent);
}

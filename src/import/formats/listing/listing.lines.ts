import type { LabelField } from '../../record.ts';

/** A line that is not blank. */
export interface Line {
  /** Trimmed; Unicode spaces are plain spaces, control and zero-width characters are gone. */
  text: string;
  /** Counted from 1, as an editor counts. */
  number: number;
  /** True where a blank line stands before it. */
  startsGroup: boolean;
}

// The separators U+2028, U+2029, U+0085, VT and FF are spaces here: no editor counts them as line ends, and the line
// numbers are for people with editors.
const SPACES = /[\s\u0085]/g;
// PostgreSQL refuses NUL, and nobody sees the others. The joiners (U+200C, U+200D) stay: Persian and Hindi need them.
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\0-\x08\x0e-\x1f\x7f\u200b\u2060\ufeff\ufffe]/g;

/**
 * The lines of a page that are not blank, each knowing whether a blank line stands before it.
 *
 * A page whose every line is followed by a blank one (double spacing) says nothing by a single blank line: only two or
 * more count there.
 */
export function readLines(text: string): Line[] {
  const all = text.split(/\r\n|\r|\n/).map((line) => line.replace(INVISIBLE, '').replace(SPACES, ' ').trim());
  // A page cut off in its first abstract has no two lines together either, but hardly three labels (null is none).
  const isDoubleSpaced =
    !all.some((line, i) => line !== '' && all[i + 1]) && new Set(all.map(labelOf)).size > 3;
  const lines: Line[] = [];
  let blanks = 0;
  all.forEach((line, i) => {
    if (line === '') {
      blanks += 1;
      return;
    }
    lines.push({ text: line, number: i + 1, startsGroup: blanks > (isDoubleSpaced ? 1 : 0) });
    blanks = 0;
  });
  return lines;
}

/** In the order in which every known page prints them; a record may lack any. */
export const LABEL_ORDER: readonly LabelField[] = ['country', 'region', 'authors', 'year', 'category'];

const LABELS: ReadonlyMap<string, LabelField> = new Map([
  ['country', 'country'],
  ['countries', 'country'],
  ['region', 'region'],
  ['regions', 'region'],
  ['author', 'authors'],
  ['authors', 'authors'],
  ['year', 'year'],
  ['category', 'category'],
  ['categories', 'category'],
]);

/** The field that a line is the label of, or null: "Country", "COUNTRY", "Country:". */
export function labelOf(text: string): LabelField | null {
  if (text.length > 14) return null;
  const word = text.replace(/\p{Cf}/gu, '').replace(/\s*[:：]$/, '');
  return LABELS.get(word.toLowerCase()) ?? null;
}

/**
 * Drops a last line that is a label cut off ("Categ"), where the file ends without a line end and the line stands right
 * below another. Below a label it may as well be a value cut off, unless three letters of it are there, or a year is due.
 */
export function withoutCutLabel(lines: Line[], text: string): Line[] {
  const last = lines.at(-1);
  const before = lines.slice(0, -1).findLast((line) => line.startsGroup || labelOf(line.text) !== null);
  if (last === undefined || last.startsGroup || before === undefined || /[\r\n]\s*$/.test(text.slice(-50)))
    return lines;
  const current = labelOf(before.text);
  const isPrefix = LABEL_ORDER.slice(current === null ? 0 : LABEL_ORDER.indexOf(current) + 1).some(
    (label) => label !== last.text.toLowerCase() && label.startsWith(last.text.toLowerCase()),
  );
  const isLabel = isPrefix && (current === null || current === 'year' || last.text.length >= 3);
  return isLabel && /^\p{Lu}/u.test(last.text) ? lines.slice(0, -1) : lines;
}

const NAVIGATION =
  /^(?:skip to (?:main )?(?:content|navigation)|skip navigation|main (?:navigation|menu)|(?:toggle|open|close) (?:navigation|menu|search)|menu|home|search|breadcrumbs?|you are here:?|login|log in|sign in|english|français|español|(?:displaying|showing) .{0,40}\d.{0,20}|\d+ (?:results?|items?|publications?))$/i;

const PAGER =
  /^(?:pagination|pages?|(?:current |go to )?page \d{1,4}(?: of \d{1,4})?|current page|(?:next|previous|prev|first|last)(?: page)?|(?:load|show|view) (?:more|all)|back to top|…|\.{3})$/i;
const FOOTER =
  /^(?:©.*|copyright .*|.*all rights reserved.*|privacy(?: policy| notice)?|terms (?:of use|and conditions|of service)|cookie (?:policy|settings)|contact(?: us)?|about(?: us)?|follow us(?: on.*)?|subscribe.{0,40}|share|print|rss|footer(?: menu)?|powered by .*|sitemap|disclaimer)$/i;
const PAGER_WORDS = new Set([
  'next',
  'previous',
  'prev',
  'first',
  'last',
  'page',
  'pages',
  'of',
  'current',
  'the',
]);

/** Whether a line is navigation above a page's heading. */
export function isNavigation(text: string): boolean {
  return text.length < 80 && NAVIGATION.test(text);
}

/** Whether a line belongs to a pager ("1 2 3 … last »", "‹ Previous", "Next page") or a footer ("© 2020"). */
export function isPager(text: string): boolean {
  if (text.length > 200) return false;
  const words = text.split(/[\s|•·/]+/).filter((word) => !/^[«»‹›<>←→…]+$|^\.{3}$/.test(word));
  const bare = words.join(' ');
  if (bare === '') return /[«»‹›<>←→…]|\.{3}/.test(text);
  if (PAGER.test(bare) || FOOTER.test(text)) return true;
  // A year is a number too, so four digits alone are no pager.
  return words.every((word) => /^\d{1,3}$/.test(word) || PAGER_WORDS.has(word.toLowerCase()));
}

const SENTENCE_END = /[.!。؟][")\]”’»]*$/;
const SENTENCE_BREAK = /[\p{Ll})\]”’][.!?][")\]”’]*\s+["(“‘]?\p{Lu}/u;

/** Whether a line is running text, as only an abstract has it: a sentence of some length, or more than one. */
export function isProse(text: string): boolean {
  if (text.length > 400) return true;
  if (text.length < 50) return false;
  const words = text.split(' ').length;
  return (words >= 10 && SENTENCE_END.test(text)) || (words >= 18 && SENTENCE_BREAK.test(text));
}

/** Whether a line is too long for a value by its words: a name has three, a title usually more. */
export function looksLikeTitle(text: string): boolean {
  return text.length > 40 || text.split(' ').length >= 4;
}

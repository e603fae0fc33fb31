/** Markers for italics: private-use characters, which no text of the catalogue should contain. */
export const ITALIC_START = '\uE000';
export const ITALIC_END = '\uE001';

/** Marks a text as italic. `formatCitation` replaces the markers. */
export function markItalic(text: string): string {
  return `${ITALIC_START}${text}${ITALIC_END}`;
}

/** Adds a full stop, unless the text already ends a sentence. A closing double quotation mark comes after it. */
export function endSentence(text: string): string {
  return /[.?!][”’\uE001]*$/.test(text)
    ? text
    : text.replace(/”*\uE001?$/, (end) => (end.startsWith('”') ? `.${end}` : `${end}.`));
}

/** Ends each sentence and joins them with spaces. Empty values are skipped. */
export function joinSentences(...sentences: (string | null | undefined | false)[]): string {
  return joinTexts(' ', ...sentences.map((sentence) => sentence && endSentence(sentence)));
}

/** Joins texts. Empty values are skipped. */
export function joinTexts(separator: string, ...texts: (string | null | undefined | false)[]): string {
  return texts.filter((text) => typeof text === 'string' && text !== '').join(separator);
}

/** Puts a title in double quotation marks; inner ones become single. @param mark punctuation before the closing mark */
export function quoteTitle(title: string, mark: '.' | ','): string {
  const [, inner = title, end = ''] = /^(.*?)(”*)$/s.exec(title) ?? [];
  const text = `${inner}${/[.?!]$/.test(inner) ? '' : mark}${end}`;
  return `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** The number of a volume or an issue, with a dash between two: "2–3". */
export function formatNumber(number: string): string {
  return number.replace(/^(\w+)-(\w+)$/, '$1–$2');
}

/** The abbreviation of "page" or "pages". */
export function pageWord(pages: string): 'p.' | 'pp.' {
  return /[-–,;]/.test(pages) ? 'pp.' : 'p.';
}

/**
 * Formats a page range with a dash. `keep` says which digits of the last page remain: all of them, the changed ones, at
 * least two, or those of the Chicago Manual of Style (17th edition, 9.61).
 */
export function formatPages(pages: string, keep: 'all' | 'changed' | 'two' | 'chicago'): string {
  const [, prefix = '', start = '', last = '', end = ''] =
    /^([A-Za-z]*)(\d+)\s*[-–]+\s*([A-Za-z]*)(\d+)$/.exec(pages) ?? [];
  if (start === '') return pages.replace(/\s*-+\s*/g, '–');
  if (prefix !== last) return `${prefix}${start}–${last}${end}`;
  if (keep === 'all') return `${prefix}${start}–${prefix}${end}`;
  return `${prefix}${shortenRange(start, end, keep)}`;
}

function shortenRange(start: string, end: string, keep: 'changed' | 'two' | 'chicago'): string {
  if (start.length !== end.length) return `${start}–${end}`;
  let common = 0;
  while (common < end.length - 1 && start[common] === end[common]) common++;
  // `chicago` gives "105–7", "292–300" and "163–66", but "100–104".
  const short = end.slice(common);
  if (keep === 'changed') return `${start}–${short}`;
  const two = end.slice(Math.min(common, end.length - 2));
  if (keep === 'two') return `${start}–${two}`;
  if (start.length < 3 || start.endsWith('00')) return `${start}–${end}`;
  if (start.at(-2) === '0' && common === end.length - 1) return `${start}–${short}`;
  return `${start}–${two}`;
}

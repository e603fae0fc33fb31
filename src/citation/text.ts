/** Marks of italics: characters for private use, which no text of the catalogue needs. */
export const ITALIC_START = '\uE000';
export const ITALIC_END = '\uE001';

export function italic(text: string): string {
  return `${ITALIC_START}${text}${ITALIC_END}`;
}

/** The text with a full stop at its end, unless it ends a sentence already. */
export function endSentence(text: string): string {
  return /[.?!][”’\uE001]*$/.test(text) ? text : `${text}.`;
}

/** The sentences that there are, each ended and joined by spaces. */
export function joinSentences(...sentences: (string | null | undefined | false)[]): string {
  return joinTexts(' ', ...sentences.map((sentence) => sentence && endSentence(sentence)));
}

/** The texts that there are, joined. */
export function joinTexts(separator: string, ...texts: (string | null | undefined | false)[]): string {
  return texts.filter((text) => typeof text === 'string' && text !== '').join(separator);
}

/** A title in double quotation marks; those in it become single ones. @param mark punctuation inside the last mark */
export function quote(title: string, mark: '.' | ','): string {
  const inner = title.replaceAll('“', '‘').replaceAll('”', '’');
  return `“${inner}${/[.?!]$/.test(inner) ? '' : mark}”`;
}

/**
 * "163-166" with a dash, and with as many digits at the end as the style keeps: those that change, at least two, or by the rule
 * of the Chicago manual (17th edition, 9.61).
 */
export function formatPages(pages: string, keep: 'all' | 'changed' | 'two' | 'chicago'): string {
  const [, start = '', end = ''] = /^(\d+)\s*[-–]+\s*(\d+)$/.exec(pages) ?? [];
  if (start === '') return pages.replace(/\s*-+\s*/g, '–');
  if (keep === 'all' || start.length !== end.length) return `${start}–${end}`;
  let common = 0;
  while (common < end.length - 1 && start[common] === end[common]) common++;
  // "105–7", "292–300", "163–66", but "100–104".
  const short = end.slice(common);
  if (keep === 'changed') return `${start}–${short}`;
  const two = end.slice(Math.min(common, end.length - 2));
  if (keep === 'two') return `${start}–${two}`;
  if (start.length < 3 || start.endsWith('00')) return `${start}–${end}`;
  if (start.at(-2) === '0' && common === end.length - 1) return `${start}–${short}`;
  return `${start}–${two}`;
}

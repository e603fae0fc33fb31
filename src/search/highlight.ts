import { foldWord, printedWords } from '../text/words.ts';
import { MOST_SEARCHED } from './document.ts';
import type { Spot, SpotWord } from './search.ts';

/** Maximum length of a snippet, and length of its text before the first hit; both in UTF-16 code units. */
const SNIPPET = 240;
const LEAD = 60;

/** Maximum number of hits per text. */
const MOST_RANGES = 200;

interface Range {
  from: number;
  to: number;
  /** Index of the matching spot. */
  spot: number;
}

/**
 * Marks the hits of a search in a text.
 * @returns HTML with hits in `<mark>` and the text escaped; for a long text, the part with the most hits; null if the
 *   text has no hit
 */
export function highlight(text: string, spots: readonly Spot[]): string | null {
  const composed = text.normalize('NFC').toWellFormed();
  const ranges = rangesIn(composed, spots);
  if (ranges.length === 0) return null;
  const { start, end } = partOf(composed, ranges);
  let html = start > 0 ? '…' : '';
  let at = start;
  for (const { from, to } of ranges) {
    if (from < at || to > end) continue;
    html += `${escaped(composed.slice(at, from))}<mark>${escaped(composed.slice(from, to))}</mark>`;
    at = to;
  }
  return `${html}${escaped(composed.slice(at, end))}${end < composed.length ? '…' : ''}`;
}

function rangesIn(text: string, spots: readonly Spot[]): Range[] {
  const words: { text: string; at: number; word: string }[] = [];
  for (const printed of printedWords(text)) {
    if (words.length === MOST_SEARCHED.abstract) break;
    words.push({ ...printed, word: foldWord(printed.text) });
  }
  const ranges: Range[] = [];
  for (const [i, { at: from }] of words.entries()) {
    if (ranges.length >= MOST_RANGES) break;
    for (const [index, spot] of spots.entries()) {
      const last = words[i + (spot.at(-1)?.at ?? 0)];
      if (last && spot.every((part) => isAt(part, words[i + part.at]?.word ?? '')))
        ranges.push({ from, to: last.at + last.text.length, spot: index });
    }
  }
  // If two ranges begin together, the longer comes first. `highlight` then skips ranges inside another.
  return ranges.sort((a, b) => a.from - b.from || b.to - a.to);
}

function isAt({ forms, prefix }: SpotWord, word: string): boolean {
  return forms.has(word) || (prefix !== null && word.startsWith(prefix));
}

/** Finds the best part of a text: the one with the most different spots, then with the most hits. */
function partOf(text: string, ranges: readonly Range[]): { start: number; end: number } {
  if (text.length <= SNIPPET) return { start: 0, end: text.length };
  let best = { start: 0, worth: -1 };
  for (const { from } of ranges) {
    const within = ranges.filter((range) => range.from >= from && range.to <= from + SNIPPET - LEAD);
    const worth = new Set(within.map(({ spot }) => spot)).size * ranges.length + within.length;
    if (worth > best.worth) best = { start: from, worth };
  }
  const start = wordBoundary(text, Math.max(0, best.start - LEAD), best.start);
  const end = Math.max(
    wordBoundaryBefore(text, start + SNIPPET),
    // Show a hit completely even if it is longer than a snippet.
    ranges.find(({ from }) => from === best.start)?.to ?? 0,
  );
  return { start, end };
}

/** Returns the start of the first word after `at`, at most `limit`; 0 for 0. */
function wordBoundary(text: string, at: number, limit: number): number {
  if (at === 0) return 0;
  const blank = text.slice(at, limit).search(/\s/);
  return blank < 0 ? limit : at + blank + 1;
}

/**
 * Returns the end of the last word before `at`. Without a space nearby, returns `at`, but never splits a surrogate
 * pair.
 */
function wordBoundaryBefore(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const blank = text.lastIndexOf(' ', at);
  if (blank > at - LEAD) return blank;
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

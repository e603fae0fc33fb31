import { Parser } from 'htmlparser2';

/** Converts offsets of a text to line numbers. */
export class Lines {
  private readonly breaks: number[] = [];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.breaks.push(at);
  }

  /** The line number of an offset, from 1. */
  at(offset: number): number {
    let [low, high] = [0, this.breaks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.breaks[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }
}

/** Elements of HTML, JATS and MathML that occur in titles and abstracts. Any other "<" is a sign: "n<p". */
const ELEMENT =
  '(?:\\w+:)?(?:a|abbr|alternatives|annotation|b|big|bold|br|cite|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|inf|inline-formula|italic|li|list|list-item|math|m(?:i|n|o|row|sub|sup|subsup|frac|text|over|under|underover|sqrt|root|space|style|fenced|table|tr|td|multiscripts|prescripts|padded)|ol|p|pre|s|sc|scp|sec|semantics|small|span|strong|sub|sup|table|tbody|td|th|thead|title|tr|tt|u|ul|underline)';
const REST_OF_TAG = '(?:\\s+[\\w:-]+=[^<>]*|\\s*/?)>';
const TAG = new RegExp(`</?${ELEMENT}${REST_OF_TAG}`, 'i');
const LESS_THAN = new RegExp(`<(?!/?${ELEMENT}${REST_OF_TAG})`, 'gi');
const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z]\w+);/i;
const AMPERSAND = /&(?!(?:#\d+|#x[\da-f]+|[a-z]\w+);)/gi;

/**
 * Converts a fragment of HTML, JATS or MathML to text: removes tags, decodes entities, separates paragraphs. Markup that
 * was escaped once more ("&lt;i&gt;") is removed, too.
 */
export function withoutMarkup(text: string): string {
  const isMarkup = (fragment: string) => TAG.test(fragment) || ENTITY.test(fragment);
  if (!isMarkup(text)) return text;
  const plain = stripMarkup(text);
  return isMarkup(plain) ? stripMarkup(plain) : plain;
}

function stripMarkup(fragment: string): string {
  const spaced = fragment
    .replace(LESS_THAN, '&lt;')
    .replace(AMPERSAND, '&amp;')
    // Without this, 10<sup>6</sup> would become 106.
    .replace(/<((?:\w+:)?sup)>([\d+\u2212-]+)<\/\1>/gi, (_, __, digits: string) => toSuperscript(digits))
    .replace(/<(?:jats:)?title>\s*abstract\s*<\/(?:jats:)?title>/gi, '')
    .replace(/<\/(?:jats:)?(?:p|title|sec|div|li)>|<br ?\/?>/gi, '$&\n\n');
  return textContent(spaced)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Maximum nested elements of a value. The parser's time grows with the square of the depth. */
const MOST_NESTED = 1000;

class TooDeep extends Error {}

/** The text of a fragment without its tags. It builds no tree, which could be deeper than the stack. */
function textContent(fragment: string): string {
  let text = '';
  let depth = 0;
  const parser = new Parser(
    {
      ontext: (piece) => (text += piece),
      onopentag() {
        if (++depth > MOST_NESTED) throw new TooDeep();
      },
      onclosetag: () => depth--,
    },
    { decodeEntities: true },
  );
  try {
    parser.end(fragment);
  } catch (error) {
    if (error instanceof TooDeep) return fragment.replace(/<[^<>]*>/g, '');
    throw error;
  }
  return text;
}

function toSuperscript(digits: string): string {
  const signs = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  return digits
    .replace(/\d/g, (digit) => signs[Number(digit)] as string)
    .replaceAll('+', '⁺')
    .replace(/[\u2212-]/g, '⁻');
}

/**
 * Maximum characters of a value that is parsed, such as a name or a date. Some patterns take a time that grows with the
 * square of the length.
 */
export const MOST_PARSED = 2000;

/** Whether a text stands for a missing value, as R, Python and databases write it. */
export function isMissing(text: string): boolean {
  return /^(?:NA|#?N\/A|nan|NaN|NULL|null|None)?$/.test(text.trim());
}

/** Normalises page numbers: "12--34" and "12–34" become "12-34", "12-12" becomes "12", and "12-+" becomes "12+". */
export function readPages(text: string): string {
  // Longer texts are no page numbers, and would take long.
  if (text.length > MOST_PARSED) return text;
  return text
    .replace(/\s*(?:-{1,3}|[\u2010-\u2015])\s*/g, '-')
    .replace(/^pp?\.\s*/i, '')
    .trim()
    .replace(/^(\S+)-\1$/, '$1')
    .replace(/-\+$/, '+');
}

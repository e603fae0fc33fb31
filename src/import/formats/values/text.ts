import { parseDocument, DomUtils } from 'htmlparser2';

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

/** Converts a fragment of HTML, JATS or MathML to text: removes tags, decodes entities, separates paragraphs. */
export function withoutMarkup(text: string): string {
  if (!/<[a-z/!]|&(?:#\w+|\w+);/i.test(text)) return text;
  const spaced = text
    .replace(/<(?:jats:)?title>\s*abstract\s*<\/(?:jats:)?title>/gi, '')
    .replace(/<\/(?:jats:)?(?:p|title|sec|div|li)>|<br ?\/?>/gi, '$&\n\n');
  return DomUtils.textContent(parseDocument(spaced, { decodeEntities: true }))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Normalises page numbers to one hyphen: "12--34" and "12–34" become "12-34". */
export function readPages(text: string): string {
  return text
    .replace(/\s*(?:-{1,3}|[\u2010-\u2015])\s*/g, '-')
    .replace(/^pp?\.\s*/i, '')
    .trim();
}

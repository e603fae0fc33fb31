import { DomUtils, parseDocument } from 'htmlparser2';
import { readText } from '../../input.ts';
import type { Format } from '../format.ts';
import { readListingText } from '../listing/listing.file.ts';
import { readWithinStack } from '../text-format.ts';

/** A page of a publications site, saved as HTML by a browser. */
export const html: Format = {
  title: 'saved HTML of listing pages',
  isLike: (start) =>
    /^(?:<\?xml[^>]*>\s*)?<(?:!doctype )?html[\s>]/i.test(start) ||
    (!start.startsWith('<?xml') && /<body[\s>]/i.test(start)),
  async open(file, { heading, encoding }) {
    const { text } = await readText(file, encoding);
    const shown = await readWithinStack(file, () => htmlToText(text));
    return readListingText(shown, file, heading, 'HTML');
  },
};

/** Elements with a blank line before and after them, and elements that begin a new line. */
const APART = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote section article header main footer aside form hr'.split(' '),
);
const BLOCK = new Set('div li dt dd tr td th address figure figcaption option fieldset legend'.split(' '));
const HIDDEN = new Set('script style template noscript svg head iframe'.split(' '));

/** Converts a page to the text that a browser shows, so that it can be read as a listing. */
export function htmlToText(markup: string): string {
  let text = '';
  // Pending line breaks before the next word. Adjacent block edges share one break.
  let breaks = 0;
  const add = (words: string) => {
    const isBlank = words.trim() === '';
    if (isBlank && breaks > 0) return;
    text += breaks > 0 && text !== '' ? '\n'.repeat(breaks) + words.trimStart() : words;
    breaks = 0;
  };
  const walk = (nodes: ReturnType<typeof parseDocument>['children']): void => {
    for (const node of nodes) {
      if (DomUtils.isText(node)) add(node.data.replace(/\s+/g, ' '));
      if (!DomUtils.isTag(node) || HIDDEN.has(node.name) || node.attribs.hidden !== undefined) continue;
      if (node.name === 'br') breaks = Math.min(breaks + 1, 2);
      const edge = APART.has(node.name) ? 2 : BLOCK.has(node.name) ? 1 : 0;
      breaks = Math.max(breaks, edge);
      walk(node.children);
      breaks = Math.max(breaks, edge);
    }
  };
  walk(parseDocument(markup, { decodeEntities: true }).children);
  return `${text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()}\n\n`;
}

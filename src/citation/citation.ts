import type { CslItem } from '../export/formats/csl/csl.item.ts';
import { apa } from './styles/apa.ts';
import { chicago } from './styles/chicago.ts';
import { harvard } from './styles/harvard.ts';
import { mla } from './styles/mla.ts';
import { vancouver } from './styles/vancouver.ts';
import { ITALIC_END, ITALIC_START } from './text.ts';

export type CitationStyle = 'APA' | 'CHICAGO' | 'HARVARD' | 'MLA' | 'VANCOUVER';
export type CitationFormat = 'TEXT' | 'HTML' | 'MARKDOWN';

const STYLES: Record<CitationStyle, (item: CslItem) => string> = {
  ...{ APA: apa, CHICAGO: chicago, HARVARD: harvard, MLA: mla, VANCOUVER: vancouver },
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const FORMATS: Record<CitationFormat, { escape(text: string): string; start: string; end: string }> = {
  TEXT: { escape: (text) => text, start: '', end: '' },
  HTML: {
    escape: (text) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] as string),
    start: '<i>',
    end: '</i>',
  },
  MARKDOWN: { escape: (text) => text.replace(/[\\`*_[\]<>]/g, '\\$&'), start: '*', end: '*' },
};

/** Formats a reference as an entry of a reference list. */
export function formatCitation(item: CslItem, style: CitationStyle, format: CitationFormat): string {
  const { escape, start, end } = FORMATS[format];
  return escape(STYLES[style](item)).replaceAll(ITALIC_START, start).replaceAll(ITALIC_END, end);
}

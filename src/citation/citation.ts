import type { CslItem } from '../export/formats/csl/csl.item.ts';
import { formatApa } from './styles/apa.ts';
import { formatChicago } from './styles/chicago.ts';
import { formatHarvard } from './styles/harvard.ts';
import { formatMla } from './styles/mla.ts';
import { formatVancouver } from './styles/vancouver.ts';
import { ITALIC_END, ITALIC_START } from './text.ts';

export type CitationStyle = 'APA' | 'CHICAGO' | 'HARVARD' | 'MLA' | 'VANCOUVER';
export type CitationFormat = 'TEXT' | 'HTML' | 'MARKDOWN';

const STYLES: Record<CitationStyle, (item: CslItem) => string> = {
  ...{
    APA: formatApa,
    CHICAGO: formatChicago,
    HARVARD: formatHarvard,
    MLA: formatMla,
    VANCOUVER: formatVancouver,
  },
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const MARKUP: Record<CitationFormat, { escape(text: string): string; start: string; end: string }> = {
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
  const { escape, start, end } = MARKUP[format];
  return escape(STYLES[style](item)).replaceAll(ITALIC_START, start).replaceAll(ITALIC_END, end);
}

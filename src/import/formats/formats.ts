import { bibtex } from './bibtex/bibtex.ts';
import { cslJson } from './csl/csl.ts';
import { crossref } from './crossref/crossref.ts';
import { dataCite } from './datacite/datacite.ts';
import type { Format } from './format.ts';
import { csv } from './csv/csv.ts';
import { endNoteTags } from './endnote/endnote.tags.ts';
import { endNoteXml } from './endnote/endnote.xml.ts';
import { html } from './html/html.ts';
import { jsonLines } from './jsonlines/jsonlines.ts';
import { listing } from './listing/listing.ts';
import { nbib } from './nbib/nbib.ts';
import { oaiDc } from './oai/oai.ts';
import { ris } from './ris/ris.ts';
import { webOfScience } from './wos/wos.ts';

/**
 * Every format that the import can read, by the name stored with sources. Detection tries them in this order. To add a
 * format: add its folder, its line here, a test, and its table in docs/how-to/bring-your-catalogue.md.
 */
export const FORMATS = {
  BIBTEX: bibtex,
  HTML: html,
  OAI_DC: oaiDc,
  ENDNOTE_XML: endNoteXml,
  RIS: ris,
  ENDNOTE: endNoteTags,
  NBIB: nbib,
  WEB_OF_SCIENCE: webOfScience,
  DATACITE: dataCite,
  CROSSREF: crossref,
  CSL_JSON: cslJson,
  JSON_LINES: jsonLines,
  CSV: csv,
  // Accepts any other text; its reader decides whether the text is a listing.
  LISTING: listing,
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

/** The name of a format on the command line: "JSON_LINES" becomes "json-lines". */
export function optionOf(name: FormatName): string {
  return name.toLowerCase().replaceAll('_', '-');
}

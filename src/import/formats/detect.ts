import { OperatorError } from '../../db/operator.error.ts';
import { tableHeader } from './csv/csv.rows.ts';
import { FORMATS, FORMAT_NAMES, type FormatName } from './formats.ts';

/** Common file types that can't be read, with a remedy for each. */
const OTHERS: readonly (readonly [RegExp, looksLike: string, remedy: string])[] = [
  [/^%PDF-/, 'a PDF document', 'export its reference as BibTeX or RIS'],
  [/^PK(?!\w)/, 'a ZIP archive or an office document', 'unpack it, or save the spreadsheet as CSV'],
  [/^SQLite format 3\0/, 'an SQLite database', 'export from the program that it belongs to'],
  [/^\{\\rtf/, 'an RTF document', 'export the references as BibTeX or RIS'],
  [
    /^(?:\uFFFDPNG|GIF8|\uFFFD\uFFFD\uFFFD\uFFFD.{0,4}JFIF)/s,
    'an image',
    'export the references as BibTeX or RIS',
  ],
  [/^\d{5}[acdnp][a-z]/, 'MARC 21', 'convert it to MARCXML, then to Dublin Core, or to CSV'],
  [/<modsCollection|<mods[ :>]/, 'MODS', 'convert it to Dublin Core (oai_dc) or BibTeX'],
  [
    /<(?:marc:)?(?:collection|record)[^>]*loc\.gov\/MARC21|marcxml/i,
    'MARCXML',
    'convert it to Dublin Core (oai_dc)',
  ],
  [/<Pubmed(?:Book)?Article/, "PubMed's XML", 'save it in the format "PubMed", which has MEDLINE tags'],
  [/<(?:b:)?Sources[\s>]/, "Word's bibliography", 'open it in JabRef, and export BibTeX'],
  [/^<\d+>\s*$/m, "Ovid's text format", 'export it as RIS'],
];

/** The titles of all readable formats, for an error message. */
function readableFormats(): string {
  return Object.values(FORMATS)
    .map(({ title }) => title)
    .join(', ');
}

/**
 * Detects the format of a file from its first characters.
 * @param file its path, for the error message
 * @param hasMapping whether the operator maps the columns of a table
 * @throws OperatorError naming the detected file type and the readable formats
 */
export function detectFormat(start: string, file: string, hasMapping = false): FormatName {
  const text = start.replace(/^\uFEFF/, '').trimStart();
  const found = FORMAT_NAMES.find((name) => name !== 'LISTING' && FORMATS[name].isLike(text));
  if (found !== undefined) return found;
  const [, looksLike, remedy] = OTHERS.find(([pattern]) => pattern.test(text)) ?? [];
  const unreadable = (what: string, instead: string) =>
    new OperatorError(`${file} looks like ${what}; ${instead}. pubatlas reads ${readableFormats()}.`);
  if (looksLike !== undefined && remedy !== undefined) throw unreadable(looksLike, remedy);
  if (/^[[{]\s*["{[\]}]/.test(text))
    throw unreadable(
      `JSON with ${describeKeys(text)}`,
      'make JSON Lines of it, an object a line (jq -c does), or say with --format which it is',
    );
  if (/^<\?xml|^<[\w:]+[ >]/.test(text))
    throw unreadable(
      `XML with the root element <${/<([\w:]+)[\s>/]/.exec(text)?.[1] ?? '?'}>`,
      'convert it to Dublin Core (oai_dc), or say with --format which it is',
    );
  if (hasMapping) return 'CSV';
  const header = tableHeader(text);
  if (header !== null)
    throw new OperatorError(
      `${file} looks like a table with the columns ${header.slice(0, 5).join(', ')}; none is known as the title beside another one. Name the columns with --mapping (docs/how-to/bring-your-catalogue.md).`,
    );
  return 'LISTING';
}

/** Describes the first keys of a JSON text, for an error message. */
function describeKeys(text: string): string {
  const keys = [...text.matchAll(/"([^"\\]{1,40})"\s*:/g)].slice(0, 3).map(([, key]) => `"${key}"`);
  return keys.length === 0 ? 'no field that is known' : `the fields ${keys.join(', ')}`;
}

import type { PublicationType } from '../../../publication/publication.ts';
import {
  type ExportRecord,
  type ExportedAuthor,
  listContributors,
  findIdentifier,
} from '../../export.record.ts';
import { toCslName } from '../csl/csl.item.ts';
import type { ExportFormat } from '../format.ts';
import { escapeBibtex, escapeVerbatim } from './bibtex.escape.ts';

/**
 * BibTeX with entry types and fields that both BibTeX and biblatex support. The citation key is the publication's slug.
 */
export const bibtex: ExportFormat = {
  extension: 'bib',
  mediaType: 'application/x-bibtex; charset=utf-8',
  open: ({ revision }) => ({
    begin: `@comment{Exported by pubatlas, revision ${revision} of the catalogue}\n`,
    write: (records) => records.map(toEntry).join(''),
    end: () => '',
  }),
};

const TYPES: Record<PublicationType, string> = {
  REPORT: 'techreport',
  BOOK: 'book',
  CHAPTER: 'incollection',
  ARTICLE: 'article',
  THESIS: 'phdthesis',
  CONFERENCE_PAPER: 'inproceedings',
  DATASET: 'misc',
  WEB_PAGE: 'misc',
  LEGISLATION: 'misc',
  TRAINING_MATERIAL: 'techreport',
  OTHER: 'misc',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function toEntry(record: ExportRecord): string {
  const { partOf } = record;
  const type = record.type === null ? (partOf ? 'incollection' : 'misc') : TYPES[record.type];
  const year = record.issued?.slice(0, 4) ?? record.year ?? partOf?.year ?? null;
  const month = MONTHS[Number(record.issued?.slice(5, 7) || NaN) - 1];
  const publishers = listContributors(record, 'PUBLISHER').map(({ name }) => name);
  const publisher = publishers.length > 0 ? publishers.join('; ') : (partOf?.publisher ?? null);
  const fields: [name: string, value: string | null][] = [
    ['author', toNames(listContributors(record, 'AUTHOR'))],
    ['editor', toNames(listContributors(record, 'EDITOR'))],
    ['translator', toNames(listContributors(record, 'TRANSLATOR'))],
    // Double braces protect the case of titles from bibliography styles.
    ['title', `{${escapeBibtex(record.title)}}`],
    [type === 'article' ? 'journal' : 'booktitle', partOf && `{${escapeBibtex(partOf.title)}}`],
    ['year', year === null ? null : String(year)],
    [PUBLISHER_FIELDS[type] ?? 'publisher', publisher && `{${escapeBibtex(publisher)}}`],
    ['address', escaped(record.place ?? partOf?.place ?? null)],
    ['edition', escaped(record.edition)],
    ['volume', escaped(record.volume ?? partOf?.volume ?? null)],
    ['number', escaped(record.issue ?? partOf?.issue ?? null)],
    [
      'pages',
      escaped((record.pages ?? partOf?.pages ?? null)?.replace(/(\d)\s*[-–]\s*(?=\d)/g, '$1--') ?? null),
    ],
    ['doi', verbatim(findIdentifier(record, 'DOI'))],
    ['isbn', verbatim(findIdentifier(record, 'ISBN'))],
    ['issn', verbatim(findIdentifier(record, 'ISSN') ?? partOf?.issn ?? null)],
    ['url', verbatim(record.url)],
    ['keywords', escaped(record.keywords.length > 0 ? record.keywords.join(', ') : null)],
    ['language', escaped(record.languages[0] ?? null)],
    ['abstract', escaped(record.abstract)],
  ];
  const lines = fields.filter(([, value]) => value !== null).map(([name, value]) => `  ${name} = {${value}}`);
  if (month !== undefined) lines.push(`  month = ${month}`);
  return `\n@${type}{${record.slug},\n${lines.join(',\n')}\n}\n`;
}

/** The field of the publisher for entry types that do not use "publisher". */
const PUBLISHER_FIELDS: Readonly<Record<string, string>> = {
  techreport: 'institution',
  phdthesis: 'school',
  misc: 'organization',
};

function escaped(text: string | null): string | null {
  return text === null ? null : escapeBibtex(text);
}

function verbatim(text: string | null): string | null {
  return text === null ? null : escapeVerbatim(text);
}

/** Formats names: "Mann, Lori J. and {International Organization for Migration}". */
function toNames(authors: readonly ExportedAuthor[]): string | null {
  return authors.length === 0 ? null : authors.map(toName).join(' and ');
}

function toName(author: ExportedAuthor): string {
  const name = toCslName(author);
  if ('literal' in name) return `{${escapeBibtex(name.literal)}}`;
  return `${protect(name.family)}, ${protect(name.given ?? '')}`;
}

/** Puts braces around text that BibTeX would split: a comma, or the word "and". */
function protect(part: string): string {
  const text = escapeBibtex(part);
  return /,|\band\b/i.test(text) ? `{${text}}` : text;
}

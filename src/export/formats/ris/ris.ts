import type { PublicationType } from '../../../publication/publication.ts';
import { type ExportRecord, listContributors, findIdentifier } from '../../export.record.ts';
import { toCslName } from '../csl/csl.item.ts';
import type { ExportFormat } from '../format.ts';

/** RIS (https://en.wikipedia.org/wiki/RIS_(file_format)) with the tags that EndNote, Zotero and Mendeley read alike. */
export const ris: ExportFormat = {
  extension: 'ris',
  mediaType: 'application/x-research-info-systems; charset=utf-8',
  open: () => ({
    begin: '',
    write: (records) => records.map(toEntry).join(''),
    end: () => '',
  }),
};

const TYPES: Record<PublicationType, string> = {
  REPORT: 'RPRT',
  BOOK: 'BOOK',
  CHAPTER: 'CHAP',
  ARTICLE: 'JOUR',
  THESIS: 'THES',
  CONFERENCE_PAPER: 'CPAPER',
  DATASET: 'DATA',
  WEB_PAGE: 'ELEC',
  LEGISLATION: 'STAT',
  TRAINING_MATERIAL: 'RPRT',
  OTHER: 'GEN',
};

function toEntry(record: ExportRecord): string {
  const { partOf } = record;
  const type = record.type === null ? (partOf ? 'CHAP' : 'RPRT') : TYPES[record.type];
  const issued = record.issued ?? record.year?.toString() ?? partOf?.year?.toString() ?? null;
  const [year = '', month = '', day = ''] = issued?.split('-') ?? [];
  const [start = '', end = ''] = (record.pages ?? partOf?.pages ?? '').split(/\s*[-–]\s*/);
  const publishers = listContributors(record, 'PUBLISHER').map(({ name }) => name);
  const names = (tag: string, role: 'AUTHOR' | 'EDITOR' | 'TRANSLATOR') =>
    listContributors(record, role).map((author): Tagged => {
      const name = toCslName(author);
      return [tag, 'literal' in name ? name.literal : `${name.family}, ${name.given}`];
    });
  const tagged: Tagged[] = [
    ...names('AU', 'AUTHOR'),
    ...names(editorTag(type), 'EDITOR'),
    ...names('A4', 'TRANSLATOR'),
    ['TI', record.title],
    ['T2', partOf?.title ?? null],
    ['PY', year],
    ['DA', month && `${year}/${month}/${day}/`],
    ['PB', publishers.length > 0 ? publishers.join('; ') : (partOf?.publisher ?? null)],
    ['CY', record.place ?? partOf?.place ?? null],
    ['ET', record.edition],
    ['VL', record.volume ?? partOf?.volume ?? null],
    ['IS', record.issue ?? partOf?.issue ?? null],
    ['SP', start],
    ['EP', end],
    ['DO', findIdentifier(record, 'DOI')],
    ['SN', findIdentifier(record, 'ISBN') ?? findIdentifier(record, 'ISSN') ?? partOf?.issn ?? null],
    ['UR', record.url],
    ...record.keywords.map((keyword): Tagged => ['KW', keyword]),
    ['LA', record.languages[0] ?? null],
    ['AB', record.abstract],
    ['ID', record.slug],
  ];
  const lines = tagged.flatMap(([tag, value]) => (!value ? [] : [`${tag}  - ${toOneLine(value)}`]));
  return [`TY  - ${type}`, ...lines, 'ER  - ', '', ''].join('\r\n');
}

/** The tag for editors. For these types, the other tags mean editors of a series. */
function editorTag(type: string | undefined): string {
  if (type === 'BOOK') return 'A3';
  return type === 'RPRT' || type === 'THES' ? 'ED' : 'A2';
}

type Tagged = [tag: string, value: string | null];

function toOneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

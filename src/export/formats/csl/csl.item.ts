import type { PublicationType } from '../../../publication/publication.ts';
import {
  type Bibliography,
  type ExportedAuthor,
  listContributors,
  findIdentifier,
} from '../../export.record.ts';

/** A name in CSL-JSON. A person's name has parts; other names are literal. */
export type CslName = { family: string; given?: string } | { literal: string };

/** A reference in CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables). */
export interface CslItem {
  id: string;
  type: string;
  title: string;
  author?: CslName[];
  editor?: CslName[];
  translator?: CslName[];
  issued?: { 'date-parts': [number[]] };
  'container-title'?: string;
  publisher?: string;
  'publisher-place'?: string;
  volume?: string;
  issue?: string;
  page?: string;
  'number-of-pages'?: string;
  edition?: string;
  abstract?: string;
  keyword?: string;
  language?: string;
  DOI?: string;
  ISBN?: string;
  ISSN?: string;
  PMID?: string;
  URL?: string;
}

const TYPES: Record<PublicationType, string> = {
  REPORT: 'report',
  BOOK: 'book',
  CHAPTER: 'chapter',
  ARTICLE: 'article-journal',
  THESIS: 'thesis',
  CONFERENCE_PAPER: 'paper-conference',
  DATASET: 'dataset',
  WEB_PAGE: 'webpage',
  LEGISLATION: 'legislation',
  TRAINING_MATERIAL: 'report',
  OTHER: 'document',
};

/** Converts a publication to CSL-JSON. Fields without a value are absent. */
export function toCslItem(record: Bibliography & { abstract?: string | null }): CslItem {
  const { partOf } = record;
  const publishers = listContributors(record, 'PUBLISHER').map(({ name }) => name);
  const publisher = publishers.length > 0 ? publishers.join('; ') : (partOf?.publisher ?? null);
  const pages = record.pages ?? partOf?.pages ?? null;
  const isPageCount = pages !== null && partOf === null && /^\d+$/.test(pages) && record.type !== 'ARTICLE';
  return dropAbsent({
    id: record.slug,
    type: record.type === null ? guessType(record) : TYPES[record.type],
    title: record.title,
    author: toNames(listContributors(record, 'AUTHOR')),
    editor: toNames(listContributors(record, 'EDITOR')),
    translator: toNames(listContributors(record, 'TRANSLATOR')),
    issued: toDate(record.issued ?? record.year?.toString() ?? partOf?.year?.toString() ?? null),
    'container-title': partOf?.title ?? null,
    publisher,
    'publisher-place': record.place ?? partOf?.place ?? null,
    volume: record.volume ?? partOf?.volume ?? null,
    issue: record.issue ?? partOf?.issue ?? null,
    page: isPageCount ? null : pages,
    'number-of-pages': isPageCount ? pages : null,
    edition: record.edition,
    abstract: record.abstract ?? null,
    keyword: record.keywords.length > 0 ? record.keywords.join(', ') : null,
    language: record.languages[0] ?? null,
    DOI: findIdentifier(record, 'DOI'),
    ISBN: findIdentifier(record, 'ISBN'),
    ISSN: findIdentifier(record, 'ISSN') ?? partOf?.issn ?? null,
    PMID: findIdentifier(record, 'PMID'),
    URL: record.url,
  }) as unknown as CslItem;
}

/**
 * The type of a publication of unknown type. Most publications of the catalogue are reports; parts of a host work are
 * chapters.
 */
function guessType({ partOf }: Bibliography): string {
  return partOf === null ? 'report' : 'chapter';
}

function toNames(authors: readonly ExportedAuthor[]): CslName[] | null {
  return authors.length > 0 ? authors.map(toCslName) : null;
}

/** Splits a filed name with a comma ("Mann, Lori J.") into family and given name. Other names stay literal. */
export function toCslName({
  kind,
  name,
  sortName,
}: Pick<ExportedAuthor, 'kind' | 'name' | 'sortName'>): CslName {
  const comma = sortName.indexOf(',');
  if (kind === 'ORGANIZATION' || comma <= 0) return { literal: name };
  const given = sortName.slice(comma + 1).trim();
  return given === '' ? { literal: name } : { family: sortName.slice(0, comma).trim(), given };
}

function toDate(issued: string | null): CslItem['issued'] | null {
  return issued === null ? null : { 'date-parts': [issued.split('-').map(Number)] };
}

function dropAbsent(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

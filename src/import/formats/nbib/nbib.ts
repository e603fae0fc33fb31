import { readIdentifier } from '../../../identifier/identifier.ts';
import type { PublicationType } from '../../../publication/publication.ts';
import type { AuthorRecord } from '../../record.ts';
import type { ReadOptions, ReadRecords } from '../format.ts';
import { textFormat } from '../text-format.ts';
import { lookUp } from '../values/look-up.ts';
import { Draft } from '../values/draft.ts';
import { readName, readOrganisation } from '../values/people.ts';
import { addStandardNumbers } from '../values/standard-numbers.ts';
import { type TaggedRecord, firstOf, readTagged, valuesOf } from '../values/tagged.ts';
import { readPages } from '../values/text.ts';

/** Maps publication types of PubMed and ERIC, in lower case. Types that describe the method of a study are left out. */
const TYPES: Readonly<Record<string, PublicationType>> = {
  book: 'BOOK',
  books: 'BOOK',
  monograph: 'BOOK',
  'book chapter': 'CHAPTER',
  'technical report': 'REPORT',
  'reports - research': 'REPORT',
  'reports - evaluative': 'REPORT',
  'reports - descriptive': 'REPORT',
  'academic dissertation': 'THESIS',
  'dissertations/theses': 'THESIS',
  'dissertations/theses - doctoral dissertations': 'THESIS',
  'dissertations/theses - masters theses': 'THESIS',
  dataset: 'DATASET',
  'journal article': 'ARTICLE',
  'journal articles': 'ARTICLE',
  preprint: 'ARTICLE',
  editorial: 'ARTICLE',
  letter: 'ARTICLE',
  review: 'ARTICLE',
};

/** PubMed's MEDLINE format, saved as `.nbib`; ERIC and others use it too. */
export const nbib = textFormat('NBIB', {
  title: 'PubMed (nbib)',
  isLike: (start) => /^(?:PMID|OWN ) ?- \S/m.test(start) && !/^TY {1,2}- /m.test(start),
  read: readNbib,
});

/** Reads MEDLINE's tagged format. */
export function readNbib(text: string, options: ReadOptions): ReadRecords {
  const has = ({ values }: TaggedRecord, name: string) => values.some(({ tag }) => tag === name);
  const syntax = {
    tag: /^([A-Z][A-Z\d]{1,3}) {0,2}-(?: (.*)|\s*)$/,
    begins: (tag: string, open: TaggedRecord | null) =>
      tag === 'PMID' || (tag === 'OWN' && (open === null || has(open, 'OWN') || !has(open, 'PMID'))),
  };
  return readTagged(text, syntax, toDraft, 'not nbib: no line begins a record ("PMID- 1")', options);
}

function toDraft(record: TaggedRecord): Draft {
  const draft = new Draft();
  const [title, book] = [firstOf(record, 'TI'), firstOf(record, 'BTI')].map(readTitle);
  draft.title = title || book || '';
  const isChapter = Boolean(title && book);
  const types = valuesOf(record, 'PT').map((text) => text.toLowerCase());
  // ERIC states the publisher in JT if the work isn't in a journal.
  const isIssued =
    firstOf(record, 'OWN') === 'ERIC' &&
    firstOf(record, 'VI') === null &&
    !types.some((text) => /^journal article/.test(text));
  const container = firstOf(record, 'JT', 'TA');
  const journal = isIssued ? null : container;
  const type = isChapter ? 'book chapter' : journal !== null ? 'journal article' : findType(types);
  if (type !== undefined) draft.setType(type, TYPES);
  readContributors(record, draft);
  const abstracts = valuesOf(record, 'AB', 'OAB').map((text) => text.replace(/\s*\n\s*/g, ' '));
  draft.abstract = draft.keepFirst('abstract', abstracts);
  for (const title of valuesOf(record, 'TT')) draft.reject('title', title, 'the original title; one is kept');
  readDate(record, draft);
  draft.addKeywords(valuesOf(record, 'MH', 'OT', 'KW').map((value) => value.replace(/\*/g, '')));
  for (const language of valuesOf(record, 'LA')) draft.addLanguage(language);
  draft.host.title = isChapter ? book : draft.type === 'BOOK' || draft.type === 'THESIS' ? null : journal;
  draft.series.title = firstOf(record, 'CTI');
  draft.volume = firstOf(record, 'VI');
  draft.issue = firstOf(record, 'IP');
  draft.pages = expandPages(readPages(firstOf(record, 'PG') ?? ''));
  draft.edition = firstOf(record, 'EN');
  // An article's PL is the country of its journal.
  if (journal === null) draft.place = firstOf(record, 'PL');
  const publisher = firstOf(record, 'PB') ?? (isIssued ? container : null);
  if (publisher !== null) draft.addPublisher(publisher);
  readIdentifiers(record, isChapter || journal !== null, draft);
  return draft;
}

/** PubMed ends titles with a full stop and puts translated titles in brackets. */
function readTitle(title: string | null): string {
  return (title ?? '').replace(/(?<!\.)\.$/, '').replace(/^\[(.*)\]$/, '$1');
}

/** The most specific known type. */
function findType(types: readonly string[]): string | undefined {
  const known = types.filter((type) => lookUp(TYPES, type) !== undefined);
  return known.find((type) => TYPES[type] !== 'ARTICLE') ?? known[0];
}

/** MEDLINE omits the digits that the last page shares with the first: "6913-7". */
function expandPages(pages: string): string {
  return pages.replace(/^(\d+)-(\d+)$/, (whole, first: string, last: string) =>
    last.length < first.length ? `${first}-${first.slice(0, first.length - last.length)}${last}` : whole,
  );
}

/**
 * Reads full names if there are any, because the short names repeat them. An ORCID iD belongs to the name before it.
 */
function readContributors(record: TaggedRecord, draft: Draft): void {
  const [authors, editors] = [
    valuesOf(record, 'FAU').length > 0 ? 'FAU' : 'AU',
    valuesOf(record, 'FED').length > 0 ? 'FED' : 'ED',
  ];
  for (const [i, { tag, value }] of record.values.entries()) {
    const name = value.replace(/\s*\n\s*/g, ' ');
    if (tag === 'CN') draft.addContributor(readOrganisation(name), 'AUTHOR', name);
    if (tag !== authors && tag !== editors) continue;
    const author = withOrcid(readName(name), record, i);
    draft.addContributor(author, tag === authors ? 'AUTHOR' : 'EDITOR', name);
  }
}

function withOrcid(author: AuthorRecord | string, { values }: TaggedRecord, at: number) {
  for (const { tag, value } of values.slice(at + 1)) {
    if (/^F?(?:AU|ED)$/.test(tag) && (tag.startsWith('F') || values[at]?.tag === tag)) break;
    const orcid = tag === 'AUID' ? readIdentifier('ORCID', value.replace(/^ORCID: (?=https?:)/, '')) : null;
    if (orcid !== null && typeof author !== 'string') return { ...author, identifiers: [orcid] };
  }
  return author;
}

/**
 * Reads "1996 Jul 9" or "2015 May". Of seasons and spans of months ("2003 Spring", "1998 Nov-Dec") only the year is
 * used.
 */
function readDate(record: TaggedRecord, draft: Draft): void {
  const date = firstOf(record, 'DP') ?? '';
  const [, year] =
    /^(\d{4}) (?:Spring|Summer|Fall|Autumn|Winter|\w{3}(?: \d+)?-\w{3}|1st|2nd|3rd|4th)\b/i.exec(date) ?? [];
  draft.setDate(year ?? date);
}

function readIdentifiers(record: TaggedRecord, isPart: boolean, draft: Draft): void {
  const pmid = firstOf(record, 'PMID');
  if (pmid !== null) draft.addIdentifier('PMID', pmid);
  const located = valuesOf(record, 'LID', 'AID');
  const doi = located.map((text) => /^(\S+) \[doi\]$/.exec(text)?.[1]).find((text) => text !== undefined);
  if (doi !== undefined) draft.addIdentifier('DOI', doi);
  for (const text of located) if (/^https?:/.test(text)) draft.setUrl(text);
  // The print ISSN comes first; the others belong to the same journal.
  for (const text of valuesOf(record, 'IS', 'ISSN')) {
    const number = text.replace(/^E?ISSN-/, '');
    if (number !== '') addStandardNumbers(draft, number, isPart);
  }
  for (const text of valuesOf(record, 'ISBN'))
    addStandardNumbers(draft, text.replace(/^E?ISBN-/, ''), isPart);
}

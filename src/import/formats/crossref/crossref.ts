import type { PublicationType } from '../../../publication/publication.ts';
import { readIdentifier } from '../../../identifier/identifier.ts';
import type { AuthorRecord, ContributionRecord } from '../../record.ts';
import type { ReadOptions, ReadRecords } from '../format.ts';
import { textFormat } from '../text-format.ts';
import { dateOf } from '../values/dates.ts';
import { lookUp } from '../values/look-up.ts';
import { Draft } from '../values/draft.ts';
import { type JsonObject, isObject, objectsIn, readJsonItems, textIn, textsIn } from '../values/json.ts';
import { readPerson, readWholeName } from '../values/people.ts';
import { addStandardNumbers } from '../values/standard-numbers.ts';
import { readPages, withoutMarkup } from '../values/text.ts';

/** Maps work types of Crossref's REST API to publication types. */
const TYPES: Readonly<Record<string, PublicationType>> = {
  'journal-article': 'ARTICLE',
  'posted-content': 'ARTICLE',
  book: 'BOOK',
  monograph: 'BOOK',
  'edited-book': 'BOOK',
  'reference-book': 'BOOK',
  proceedings: 'BOOK',
  'book-chapter': 'CHAPTER',
  'book-section': 'CHAPTER',
  'book-part': 'CHAPTER',
  'reference-entry': 'CHAPTER',
  'proceedings-article': 'CONFERENCE_PAPER',
  report: 'REPORT',
  'report-component': 'CHAPTER',
  dissertation: 'THESIS',
  dataset: 'DATASET',
  'book-series': 'OTHER',
  'book-set': 'OTHER',
  'book-track': 'OTHER',
  component: 'OTHER',
  database: 'OTHER',
  grant: 'OTHER',
  journal: 'OTHER',
  'journal-issue': 'OTHER',
  'journal-volume': 'OTHER',
  other: 'OTHER',
  'peer-review': 'OTHER',
  'proceedings-series': 'OTHER',
  'report-series': 'OTHER',
  standard: 'OTHER',
};

/**
 * Types of CSL, in which Crossref and DataCite answer the media type `application/vnd.citationstyles.csl+json`, with
 * fields of their own.
 */
const CSL_TYPES: Readonly<Record<string, string>> = {
  article: 'posted-content',
  'article-journal': 'journal-article',
  'article-magazine': 'journal-article',
  'article-newspaper': 'journal-article',
  chapter: 'book-chapter',
  entry: 'reference-entry',
  'entry-encyclopedia': 'reference-entry',
  'paper-conference': 'proceedings-article',
  thesis: 'dissertation',
};

const PARTS =
  /^(?:journal-article|book-(?:chapter|section|part)|reference-entry|proceedings-article|report-component)$/;

const ROLES: Readonly<Record<string, ContributionRecord['role']>> = {
  author: 'AUTHOR',
  editor: 'EDITOR',
  translator: 'TRANSLATOR',
  chair: 'CONTRIBUTOR',
};

/** Crossref JSON: answers of api.crossref.org/works, or single works. */
export const crossref = textFormat('CROSSREF', {
  title: 'Crossref JSON',
  isLike: (start) =>
    /^\s*[[{]/.test(start) &&
    (/"message-type"\s*:\s*"work/.test(start) ||
      (/"DOI"\s*:/.test(start) &&
        /"(?:is-referenced-by-count|reference-count|container-title"\s*:\s*\[|title"\s*:\s*\[)/.test(start))),
  read: readCrossref,
});

/** Reads Crossref JSON. */
export function readCrossref(text: string, options: ReadOptions): ReadRecords {
  return readJsonItems(text, ['message', 'items'], toDraft, options);
}

function toDraft(work: JsonObject): Draft {
  const draft = new Draft();
  const stated = textIn(work, 'type') ?? '';
  const type = lookUp(CSL_TYPES, stated) ?? stated;
  const isPart = PARTS.test(type);
  draft.setType(type, TYPES);
  draft.isSerial = /^journal$|-series$/.test(type);
  const [title, subtitle] = [textIn(work, 'title'), textIn(work, 'subtitle')].map((text) =>
    withoutMarkup(text ?? ''),
  );
  draft.title = subtitle && !title?.includes(subtitle) ? `${title}: ${subtitle}` : (title ?? '');
  for (const other of [...textsIn(work, 'title').slice(1), ...textsIn(work, 'original-title')])
    if (other !== title) draft.reject('title', other, 'another title; one is kept');
  draft.abstract = withoutMarkup(textIn(work, 'abstract') ?? '');
  for (const [field, role] of Object.entries(ROLES))
    for (const name of objectsIn(work, field)) addName(name, role, draft);
  readDates(work, draft);
  const containers = textsIn(work, 'container-title').map(withoutMarkup);
  if (isPart) {
    // A chapter of a book in a series lists the series first.
    draft.host.title = containers.at(type === 'journal-article' ? 0 : -1) ?? null;
    for (const other of containers.filter((container) => container !== draft.host.title))
      draft.reject('partOf', other, 'another title or the series of the work that this is a part of');
  } else draft.series = { title: containers[0] ?? null, number: null };
  draft.volume = textIn(work, 'volume');
  draft.issue = textIn(work, 'issue');
  draft.pages = readPages(textIn(work, 'page') ?? textIn(work, 'article-number') ?? '');
  draft.edition = textIn(work, 'edition-number');
  draft.place = textIn(work, 'publisher-location');
  const publisher = textIn(work, 'publisher');
  if (publisher !== null) draft.addPublisher(publisher);
  draft.addLanguage(textIn(work, 'language') ?? '');
  draft.addKeywords(textsIn(work, 'subject'));
  draft.addIdentifier('DOI', textIn(work, 'DOI') ?? '');
  for (const isbn of textsIn(work, 'ISBN'))
    addStandardNumbers(draft, isbn.replace(/^https?:\/\/id\.crossref\.org\/isbn\//, ''), isPart);
  for (const issn of textsIn(work, 'ISSN')) addStandardNumbers(draft, issn, isPart);
  const resource = isObject(work.resource) && isObject(work.resource.primary) ? work.resource.primary : {};
  draft.setUrl(textIn(resource, 'URL') ?? textIn(work, 'URL') ?? '');
  // Licences of text mining don't apply to the work itself.
  const licenses = objectsIn(work, 'license').filter(
    (license) => textIn(license, 'content-version') !== 'tdm',
  );
  const version = licenses.find((license) => textIn(license, 'content-version') === 'vor') ?? licenses[0];
  if (version !== undefined) draft.setLicense(textIn(version, 'URL') ?? '');
  return draft;
}

function addName(name: JsonObject, role: ContributionRecord['role'], draft: Draft): void {
  const [family, given, whole] = [textIn(name, 'family'), textIn(name, 'given'), textIn(name, 'name')];
  const suffix = textIn(name, 'suffix') ?? '';
  const printed = whole ?? [given, family, suffix].filter((part) => part).join(' ');
  if (printed === '') return;
  const author: AuthorRecord =
    whole !== null
      ? readWholeName(whole)
      : readPerson({ family: family ?? printed, given: given ?? '', suffix });
  const orcid = textIn(name, 'ORCID');
  const identifier = orcid === null ? null : readIdentifier('ORCID', orcid.replace(/^http:/, 'https:'));
  if (orcid !== null && identifier === null) draft.reject('authors', orcid, 'no valid ORCID');
  draft.addContributor(
    identifier === null ? author : { ...author, identifiers: [identifier] },
    role,
    printed,
  );
}

/** Reads the earliest date of publication, in print or online. */
function readDates(work: JsonObject, draft: Draft): void {
  for (const field of ['issued', 'published', 'published-print', 'published-online', 'posted']) {
    const parts: unknown = isObject(work[field]) ? work[field]['date-parts'] : undefined;
    const [first] = Array.isArray(parts) ? (parts as unknown[]) : [];
    if (!Array.isArray(first) || typeof first[0] !== 'number') continue;
    const [year, month, day] = first as number[];
    const date = dateOf(year as number, month, day);
    if (date !== null) return draft.setDate(date);
    draft.reject('year', JSON.stringify(first), 'does not say one date of publication');
  }
}

import type { PublicationType } from '../../../publication/publication.ts';
import type { AuthorRecord, ContributionRecord } from '../../record.ts';
import type { ReadOptions, ReadRecords } from '../format.ts';
import { textFormat } from '../text-format.ts';
import { dateOf } from '../values/dates.ts';
import { Draft } from '../values/draft.ts';
import { type JsonObject, isObject, readJsonItems, textIn } from '../values/json.ts';
import { readName, readPerson, readWholeName } from '../values/people.ts';
import { addStandardNumbers } from '../values/standard-numbers.ts';
import { readPages, withoutMarkup } from '../values/text.ts';

/** Maps types of CSL 1.0.2 to publication types. */
const TYPES: Readonly<Record<string, PublicationType>> = {
  ...typesOf('ARTICLE', 'article article-journal article-magazine article-newspaper review review-book'),
  ...typesOf('BOOK', 'book classic'),
  ...typesOf('CHAPTER', 'chapter entry entry-dictionary entry-encyclopedia'),
  ...typesOf('REPORT', 'report'),
  ...typesOf('THESIS', 'thesis'),
  ...typesOf('CONFERENCE_PAPER', 'paper-conference'),
  ...typesOf('DATASET', 'dataset'),
  ...typesOf('WEB_PAGE', 'webpage post post-weblog'),
  ...typesOf('LEGISLATION', 'legislation bill regulation treaty'),
  ...typesOf(
    'OTHER',
    'broadcast collection document event figure graphic hearing interview legal_case manuscript map motion_picture musical_score pamphlet patent performance periodical personal_communication software song speech standard',
  ),
};

function typesOf(type: PublicationType, words: string): Record<string, PublicationType> {
  return Object.fromEntries(words.split(' ').map((word) => [word, type]));
}

const PARTS =
  /^(?:article|article-\w+|chapter|entry|entry-\w+|paper-conference|review|review-book|post|post-weblog|webpage)$/;

const ROLES: Readonly<Record<string, ContributionRecord['role']>> = {
  author: 'AUTHOR',
  editor: 'EDITOR',
  translator: 'TRANSLATOR',
  contributor: 'CONTRIBUTOR',
  illustrator: 'CONTRIBUTOR',
};

/** Variables with names of those who contributed to another work, or in a role that the catalogue doesn't have. */
const OTHER_NAMES =
  'chair collection-editor compiler composer container-author curator director editorial-director executive-producer guest host interviewer narrator organizer original-author performer producer recipient reviewed-author script-writer series-creator'.split(
    ' ',
  );

/** CSL-JSON, as written by Zotero, Pandoc and citeproc: an array, an object with `items`, or one object per line. */
export const cslJson = textFormat('CSL_JSON', {
  title: 'CSL-JSON',
  isLike: (start) =>
    /^\s*[[{]/.test(start) &&
    (/"date-parts"\s*:/.test(start) ||
      new RegExp(`"type"\\s*:\\s*"(?:${Object.keys(TYPES).join('|')})"`).test(start)),
  read: readCsl,
});

/** Reads CSL-JSON. */
export function readCsl(text: string, options: ReadOptions): ReadRecords {
  return readJsonItems(text, ['items', 'references'], (item) => toDraft(item), options);
}

function toDraft(item: JsonObject): Draft {
  const draft = new Draft();
  const textOf = (...names: string[]) => textIn(item, ...names);
  const type = textOf('type') ?? '';
  const isPart = PARTS.test(type);
  draft.setType(type, TYPES);
  draft.title = withoutMarkup(textOf('title') ?? '');
  draft.abstract = withoutMarkup(textOf('abstract') ?? '');
  for (const [field, role] of Object.entries(ROLES)) {
    const text = item[field];
    // No CSL, but some programs write names as one text.
    if (typeof text === 'string') draft.addNames(text, role);
    for (const name of namesIn(item[field])) draft.addContributor(name.author, role, name.printed);
  }
  for (const field of OTHER_NAMES)
    for (const { printed } of namesIn(item[field]))
      draft.reject('authors', printed, `in the role "${field}", which is not read`);
  readDates(item.issued, draft);
  const container = withoutMarkup(textOf('container-title') ?? '');
  const collection = withoutMarkup(textOf('collection-title') ?? '');
  if (isPart) draft.host.title = container;
  else if (collection !== '' && container !== '' && container !== collection)
    draft.reject('partOf', container, 'another work that this is a part of; the series is kept');
  draft.series = {
    title: collection || (isPart ? null : container),
    number: textOf('collection-number'),
  };
  draft.volume = textOf('volume');
  draft.issue = textOf('issue') ?? (isPart ? null : textOf('number'));
  draft.pages = readPages(textOf('page') ?? textOf('number-of-pages') ?? '');
  draft.edition = textOf('edition');
  draft.place = textOf('publisher-place');
  const publisher = textOf('publisher');
  if (publisher !== null) draft.addPublisher(publisher);
  draft.addLanguage(textOf('language') ?? '');
  draft.addKeywords((textOf('keyword') ?? '').split(/[,;]/));
  draft.addIdentifier('DOI', textOf('DOI', 'doi') ?? '');
  draft.addIdentifier('PMID', textOf('PMID') ?? '');
  for (const field of ['ISBN', 'ISSN']) addStandardNumbers(draft, textOf(field) ?? '', isPart);
  draft.setUrl(textOf('URL') ?? '');
  draft.setLicense(textOf('license') ?? '');
  return draft;
}

function namesIn(value: unknown): { author: AuthorRecord | string; printed: string }[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).flatMap((name) => {
    const [family, given, literal] = [
      textIn(name, 'family'),
      textIn(name, 'given'),
      textIn(name, 'literal', 'name'),
    ];
    if (literal !== null) return [{ author: readWholeName(literal), printed: literal }];
    if (family === null) return given === null ? [] : [{ author: readName(given), printed: given }];
    const particle = [textIn(name, 'dropping-particle'), textIn(name, 'non-dropping-particle')]
      .filter((part) => part !== null)
      .join(' ');
    const suffix = textIn(name, 'suffix') ?? '';
    const printed = [given, particle, family, suffix].filter((part) => part).join(' ');
    // A family name alone may be an institution.
    const author = given === null ? readName(printed) : readPerson({ family, given, particle, suffix });
    return [{ author, printed }];
  });
}

/** Reads a date in parts or as text (`raw`, `literal`). A range of dates is rejected. */
function readDates(issued: unknown, draft: Draft): void {
  if (typeof issued === 'string' || typeof issued === 'number') return draft.setDate(String(issued));
  if (!isObject(issued)) return;
  const parts: unknown = issued['date-parts'];
  if (!Array.isArray(parts) || !Array.isArray(parts[0]))
    return draft.setDate(textIn(issued, 'raw', 'literal') ?? '');
  const [year, month, day] = (parts[0] as unknown[]).map((part) =>
    part === '' || part === null ? undefined : Number(part),
  );
  const date = year === undefined ? null : dateOf(year, month, day);
  if (parts.length > 1 || date === null || issued.circa)
    draft.reject('year', JSON.stringify(parts), 'does not say one date of publication');
  else draft.setDate(date);
}

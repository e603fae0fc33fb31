import { readIdentifier } from '../../../identifier/identifier.ts';
import { plain } from '../../../text/plain.ts';
import type { PublicationType } from '../../../publication/publication.ts';
import type { AuthorRecord } from '../../record.ts';
import type { ReadOptions, ReadRecords } from '../format.ts';
import { textFormat } from '../text-format.ts';
import { readDate } from '../values/dates.ts';
import { Draft } from '../values/draft.ts';
import { lookUp } from '../values/look-up.ts';
import { readName, readOrganisation } from '../values/people.ts';
import { addStandardNumbers } from '../values/standard-numbers.ts';
import { type TaggedRecord, firstOf, readTagged, valuesOf } from '../values/tagged.ts';
import { readPages } from '../values/text.ts';

/** Maps document types (DT) that say more than the kind of publication (PT), in lower case. */
const TYPES: Readonly<Record<string, PublicationType>> = {
  book: 'BOOK',
  'book chapter': 'CHAPTER',
  'data set': 'DATASET',
  dataset: 'DATASET',
  'meeting abstract': 'OTHER',
  patent: 'OTHER',
};

/** Web of Science's plain text, saved as `.txt`, `.ciw` or `.isi`. */
export const webOfScience = textFormat('WEB_OF_SCIENCE', {
  title: 'Web of Science (plain text)',
  isLike: (start) => /^FN .+\n\s*VR \d/m.test(start) || /^PT [BCJPS]\s*\n(?:AU|BA|CA|TI) \S/m.test(start),
  read: readWebOfScience,
});

/** Reads Web of Science's plain text. */
export function readWebOfScience(text: string, options: ReadOptions): ReadRecords {
  const syntax = {
    tag: /^([A-Z][A-Z\d])(?: (.*)|\s*)$/,
    begins: (tag: string) => tag === 'PT',
    ends: (tag: string) => tag === 'ER' || tag === 'EF',
  };
  return readTagged(
    text,
    syntax,
    toDraft,
    'not from Web of Science: no line begins a record ("PT J")',
    options,
  );
}

function toDraft(record: TaggedRecord): Draft {
  const draft = new Draft();
  draft.title = firstOf(record, 'TI') ?? '';
  draft.type = readType(record);
  readContributors(record, draft);
  draft.abstract = firstOf(record, 'AB');
  readDates(record, draft);
  draft.addKeywords((firstOf(record, 'DE') ?? '').split(';'));
  for (const language of (firstOf(record, 'LA') ?? '').split(/[;,]/)) draft.addLanguage(language);
  const source = firstOf(record, 'SO');
  const isPart = draft.type !== 'BOOK' && draft.type !== 'DATASET';
  draft.host.title = isPart ? source : null;
  draft.series.title = firstOf(record, 'SE');
  draft.volume = firstOf(record, 'VL');
  draft.issue = firstOf(record, 'IS');
  const [first, last] = [firstOf(record, 'BP', 'PS'), firstOf(record, 'EP')];
  const range = first === null || last === null ? first : `${first}-${last}`;
  draft.pages = readPages(range ?? firstOf(record, 'AR') ?? '');
  draft.place = firstOf(record, 'PI');
  draft.addPublisher(firstOf(record, 'PU') ?? '');
  draft.addIdentifier('DOI', firstOf(record, 'DI') ?? '');
  draft.addIdentifier('PMID', firstOf(record, 'PM') ?? '');
  for (const text of valuesOf(record, 'SN', 'EI', 'BN')) addStandardNumbers(draft, text, isPart);
  return draft;
}

/** Reads the type: of a proceedings paper, an article or a chapter by the kind of publication that it is in. */
function readType(record: TaggedRecord): PublicationType | null {
  const words = (firstOf(record, 'DT') ?? '').toLowerCase().split(/\s*;\s*/);
  const known = words.map((word) => lookUp(TYPES, word)).find((type) => type !== undefined);
  if (known !== undefined) return known;
  if (firstOf(record, 'PT') === 'J') return 'ARTICLE';
  return words.includes('proceedings paper') ? 'CONFERENCE_PAPER' : null;
}

/** Reads names, one per line. Short names (AU, BA) repeat the full ones (AF, BF). */
function readContributors(record: TaggedRecord, draft: Draft): void {
  const linesOf = (...tags: string[]) => {
    for (const tag of tags) {
      const lines = valuesOf(record, tag).flatMap((value) => value.split('\n'));
      if (lines.length > 0) return lines;
    }
    return [];
  };
  const orcids = readOrcids(record);
  const addPerson = (name: string, role: 'AUTHOR' | 'EDITOR') =>
    draft.addContributor(withOrcid(readName(name), orcids.get(plain(name))), role, name);
  for (const name of linesOf('AF', 'AU')) addPerson(name, 'AUTHOR');
  for (const name of linesOf('CA')) draft.addContributor(readOrganisation(name), 'AUTHOR', name);
  // Beside the authors of a chapter, these are the authors of the book.
  const isWhole = !draft.hasContributor('AUTHOR');
  for (const name of linesOf('BF', 'BA'))
    if (isWhole) addPerson(name, 'AUTHOR');
    else draft.reject('authors', name, 'an author of the book that this is a part of');
  for (const name of linesOf('BE')) addPerson(name, 'EDITOR');
}

/** The ORCID iDs by name: "Ade, Ngozi/0000-0002-1825-0097; Roe, Ann/…". */
function readOrcids(record: TaggedRecord): ReadonlyMap<string, string> {
  const pairs = (firstOf(record, 'OI') ?? '').split(';').map((pair) => pair.split('/'));
  return new Map(pairs.map(([name = '', orcid = '']) => [plain(name), orcid]));
}

function withOrcid(author: AuthorRecord | string, text: string | undefined): AuthorRecord | string {
  const orcid = text === undefined ? null : readIdentifier('ORCID', text);
  return typeof author === 'string' || orcid === null ? author : { ...author, identifiers: [orcid] };
}

/**
 * Reads the date: the year (PY) with the month or day (PD: "JAN", "JAN 15", "Jan 15 2019"); of a season or several
 * months only the year. An article without a year has the date of its early access (EA: "JAN 2024").
 */
function readDates(record: TaggedRecord, draft: Draft): void {
  const [day, year] = [firstOf(record, 'PD') ?? '', firstOf(record, 'PY')];
  if (year === null) draft.setDate(readDate(day) ?? firstOf(record, 'EA') ?? '');
  else draft.setDate(readDate(day) ?? readDate(`${day} ${year}`) ?? year);
}

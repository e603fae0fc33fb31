import type { PublicationType } from '../../../publication/publication.ts';
import type { ContributionRecord } from '../../record.ts';
import type { ReadRecords, ReadOptions } from '../format.ts';
import { textFormat } from '../text-format.ts';
import { Draft } from '../values/draft.ts';
import { addStandardNumbers } from '../values/standard-numbers.ts';
import { readPages } from '../values/text.ts';
import { type TaggedRecord, firstOf, readTagged, valuesOf } from '../values/tagged.ts';

/** Maps types of RIS, in lower case. GEN is left out, because it says nothing. */
const TYPES: Readonly<Record<string, PublicationType>> = {
  jour: 'ARTICLE',
  mgzn: 'ARTICLE',
  news: 'ARTICLE',
  inpr: 'ARTICLE',
  ejour: 'ARTICLE',
  book: 'BOOK',
  ebook: 'BOOK',
  edbook: 'BOOK',
  clswk: 'BOOK',
  ser: 'BOOK',
  chap: 'CHAPTER',
  echap: 'CHAPTER',
  encyc: 'CHAPTER',
  dict: 'CHAPTER',
  rprt: 'REPORT',
  govdoc: 'REPORT',
  thes: 'THESIS',
  conf: 'CONFERENCE_PAPER',
  cpaper: 'CONFERENCE_PAPER',
  data: 'DATASET',
  aggr: 'DATASET',
  elec: 'WEB_PAGE',
  web: 'WEB_PAGE',
  blog: 'WEB_PAGE',
  stat: 'LEGISLATION',
  bill: 'LEGISLATION',
  legal: 'LEGISLATION',
  abst: 'OTHER',
  advs: 'OTHER',
  ancient: 'OTHER',
  art: 'OTHER',
  case: 'OTHER',
  chart: 'OTHER',
  comp: 'OTHER',
  ctlg: 'OTHER',
  dbase: 'OTHER',
  equa: 'OTHER',
  fig: 'OTHER',
  figure: 'OTHER',
  grant: 'OTHER',
  hear: 'OTHER',
  icomm: 'OTHER',
  jfull: 'OTHER',
  manscpt: 'OTHER',
  map: 'OTHER',
  mpct: 'OTHER',
  multi: 'OTHER',
  music: 'OTHER',
  pamp: 'OTHER',
  pat: 'OTHER',
  pcomm: 'OTHER',
  slide: 'OTHER',
  sound: 'OTHER',
  stand: 'OTHER',
  standard: 'OTHER',
  unbill: 'OTHER',
  unpb: 'OTHER',
  video: 'OTHER',
  unpd: 'OTHER',
};

/** Types whose T2, BT or JO names the host work. For other types it names a series. */
const PARTS: ReadonlySet<string> = new Set(
  'JOUR MGZN NEWS INPR EJOUR CHAP ECHAP CONF CPAPER ABST ENCYC DICT BLOG ELEC WEB'.split(' '),
);

/** Types whose numbers and places have another meaning, such as a court's reporter or a patent's country. */
const UNLIKE: ReadonlySet<string> = new Set('PAT CASE STAT BILL UNBILL HEAR ICOMM PCOMM'.split(' '));

type Values = Pick<TaggedRecord, 'values'>;

/** RIS, in the dialects of EndNote, Zotero, Scopus, PubMed's converters and others. */
export const ris = textFormat('RIS', {
  title: 'RIS',
  isLike: (start) =>
    /^TY {1,2}- {0,3}[A-Z]/m.test(start) || (/^(?:TI|T1) {2}- \S/m.test(start) && /^ER {2}-/m.test(start)),
  read: readRis,
});

/** Reads RIS. Tags without a field in the catalogue (notes, call numbers, files) are ignored. */
export function readRis(text: string, options: ReadOptions): ReadRecords {
  // Records without a type end with ER, too.
  const hasTypes = /^\s{0,2}TY {1,3}-/m.test(text);
  const syntax = {
    tag: /^\s{0,2}([A-Z][A-Z\d]) {1,3}-(?: (.*)|\s*)$/s,
    begins: (tag: string, open: TaggedRecord | null) => tag === 'TY' || (!hasTypes && open === null),
    ends: (tag: string) => tag === 'ER',
  };
  return readTagged(text, syntax, toRisDraft, 'not RIS: no line begins a record ("TY  - JOUR")', options);
}

/** Converts a record with the tags of RIS to a draft. EndNote's own formats are converted to these tags, too. */
export function toRisDraft(record: Values): Draft {
  const draft = new Draft();
  const type = (firstOf(record, 'TY') ?? '').toUpperCase();
  const isPart = PARTS.has(type);
  if (type !== 'GEN') draft.setType(type, TYPES);
  draft.isSerial = type === 'JFULL' || type === 'SER';
  const title = firstOf(
    record,
    'TI',
    'T1',
    'CT',
    ...(isPart ? [] : ['BT']),
    ...(type === 'JFULL' ? ['JF', 'JO', 'T2'] : []),
  );
  draft.title = title ?? '';
  for (const translated of valuesOf(record, 'TT'))
    draft.reject('title', translated, 'a translated title; one is kept');
  readContributors(record, type, draft);
  readDates(record, draft);
  readAbstract(record, draft);
  // Ovid marks the main keywords by an asterisk.
  const keywords = valuesOf(record, 'KW').flatMap((value) => value.split(/[;\n]/));
  draft.addKeywords(keywords.map((keyword) => keyword.trim().replace(/^\*/, '')));
  for (const language of valuesOf(record, 'LA').flatMap((value) => value.split(/[;,\n]/)))
    draft.addLanguage(language.trim());
  readIdentifiers(record, isPart, draft);
  if (!UNLIKE.has(type)) readPublication(record, type, draft);
  else
    for (const tag of ['T2', 'VL', 'IS', 'SP', 'ET', 'CY', 'PB'])
      for (const value of valuesOf(record, tag))
        draft.reject('other', value, `${tag} of the type ${type}, in which it has another meaning`);
  return draft;
}

/** Reads the abstract. Some programs write it in both tags, and EBSCO a note on its copyright in another. */
function readAbstract(record: Values, draft: Draft): void {
  const isNote = (text: string) => /^Copyright of .+ is the property of /.test(text);
  draft.abstract = draft.keepFirst(
    'abstract',
    valuesOf(record, 'AB', 'N2').filter((text) => !isNote(text)),
  );
}

/** Reads the place of publication and the host work. */
function readPublication(record: Values, type: string, draft: Draft): void {
  const isPart = PARTS.has(type);
  const isConference = type === 'CONF' || type === 'CPAPER';
  // EndNote writes the name of the conference in T2 and its place in CY.
  const named = firstOf(record, ...(isConference ? ['C3'] : []), 'T2', 'BT', 'JF', 'JO', 'JA', 'J2', 'J1');
  const container = named === draft.title ? null : named;
  const volume = firstOf(record, 'VL');
  if (isPart) draft.host.title = container;
  else if (type === 'THES' && container !== null)
    draft.reject(
      'partOf',
      container,
      'the subtitle, the department or a series of a thesis; the tag says none',
    );
  // A thesis has its department in T3.
  const series = isPart || type === 'THES' ? null : (container ?? firstOf(record, 'T3'));
  const seriesOfHost = isPart ? firstOf(record, 'T3') : null;
  if (seriesOfHost !== null && seriesOfHost !== container)
    draft.reject('partOf', seriesOfHost, 'the series of the work that this is a part of');
  const seriesNumber = firstOf(record, 'SV');
  draft.series = { title: series, number: seriesNumber ?? (series === null ? null : volume) };
  draft.volume = series !== null && seriesNumber === null ? null : volume;
  const other = isPart ? firstOf(record, 'M1', 'CP') : null;
  // In some dialects these tags have notes, or the name of a conference.
  draft.issue =
    firstOf(record, 'IS') ?? (other !== null && /^[a-z.]{0,6} ?\d[\d/-]*$/i.test(other) ? other : null);
  // An article's ET is the date of another version.
  draft.edition = draft.type === 'ARTICLE' ? null : firstOf(record, 'ET');
  readPageRange(record, draft);
  draft.place = firstOf(record, ...(isConference ? ['C1'] : []), 'CY', 'PP');
  for (const name of valuesOf(record, 'PB')) draft.addPublisher(name);
}

/**
 * Reads contributors. The meaning of A2 to A4 depends on the type. For books and reports, EndNote and Zotero write the
 * editors of the series in A2. The editors of the book are in A3.
 */
function readContributors(record: Values, type: string, draft: Draft): void {
  const isBook = /^(?:E?BOOK|EDBOOK|CLSWK)$/.test(type);
  const isPart = /^(?:E?CHAP|ENCYC|DICT|JOUR|EJOUR|MGZN|NEWS|CONF|CPAPER|GEN)$/.test(type);
  const authors = type === 'EDBOOK' ? 'EDITOR' : 'AUTHOR';
  // In other types these tags are performers, counsels or assignees.
  const roles: Readonly<Record<string, ContributionRecord['role']>> = {
    AU: authors,
    A1: authors,
    A2: isPart ? 'EDITOR' : 'CONTRIBUTOR',
    A3: isBook ? 'EDITOR' : 'CONTRIBUTOR',
    A4: isBook || /^(?:E?CHAP|ENCYC|DICT|E?JOUR|MGZN|NEWS)$/.test(type) ? 'TRANSLATOR' : 'CONTRIBUTOR',
    ED: 'EDITOR',
  };
  for (const { tag, value } of record.values)
    for (const name of value.split(/\n|;\s+/).map((part) => part.trim())) {
      const role = roles[tag];
      if (name === '') continue;
      if (role !== undefined) draft.addNames(name, role);
      else if (tag === 'TA')
        draft.reject('authors', name, 'a translator or a translated name; the source says neither');
    }
}

/** Reads the date: DA, or Y1 beside PY, has the day, PY the year. "2016/05/12/Spring" ends in a note, which is removed. */
function readDates(record: Values, draft: Draft): void {
  const clean = (text: string) =>
    text.replace(
      /^(\d{4})(?:\/(\d{0,2}))?(?:\/(\d{0,2}))?(?:\/.*)?$/,
      (_, year: string, month = '', day = '') =>
        [year, month, day].filter((part: string) => part !== '').join('-'),
    );
  const year = firstOf(record, 'PY', 'Y1');
  const day = firstOf(record, 'DA', 'Y1');
  const stated = year ?? day;
  if (stated === null) return;
  const whole = day === null ? null : clean(day);
  const isFull = whole !== null && /^\d{4}-\d/.test(whole);
  const isFuller = isFull && year !== null && whole.startsWith(clean(year));
  // If PY and DA differ, PY is the year of publication and DA another date. The older Y1 is no more reliable than DA.
  if (
    isFull &&
    !isFuller &&
    year !== null &&
    firstOf(record, 'PY') === null &&
    clean(year).slice(0, 4) !== whole.slice(0, 4)
  )
    return draft.reject('year', `${year}; ${day}`, 'two dates of different years');
  draft.setDate(
    isFuller ? whole : clean(stated),
    isFuller ? 'issued' : /^\d{4}\//.test(stated) ? 'issued' : 'year',
  );
}

function readPageRange(record: Values, draft: Draft): void {
  const first = firstOf(record, 'SP');
  const last = firstOf(record, 'EP');
  // Ovid writes "No" and "Specified".
  if ((first === null && last === null) || /^no specified$/i.test(`${first} ${last}`)) return;
  const isRange = first !== null && last !== null && first !== last && !/[-–]/.test(first);
  draft.pages = readPages(isRange ? `${first}-${last}` : (first ?? last ?? ''));
}

function readIdentifiers(record: Values, isPart: boolean, draft: Draft): void {
  const [doi = '', ...others] = valuesOf(record, 'DO').flatMap((value) => value.split('\n'));
  draft.addIdentifier('DOI', doi);
  for (const other of others) draft.reject('identifiers', other, 'another DOI; one is kept');
  for (const text of valuesOf(record, 'SN')) addStandardNumbers(draft, text, isPart);
  for (const text of valuesOf(record, 'UR', 'LK').flatMap((value) => value.split(/\n|;\s+|;(?=https?:)/)))
    draft.setUrl(text);
  const database = firstOf(record, 'DB', 'DP') ?? '';
  if (/pubmed|medline/i.test(database))
    for (const text of valuesOf(record, 'AN')) draft.addIdentifier('PMID', text);
}

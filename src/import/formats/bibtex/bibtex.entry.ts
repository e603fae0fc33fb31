import type { Creator, Entry } from '@retorquere/bibtex-parser';
import type { AuthorRecord, ContributionRecord } from '../../record.ts';
import { splitTrailingInitials } from '../../repair/person.ts';
import { isGivenName } from '../../repair/vocabulary/given-names.ts';
import { findOrganisation } from '../../repair/vocabulary/organisations.ts';
import { dateOf, readMonth } from '../values/dates.ts';
import { Draft } from '../values/draft.ts';
import { addStandardNumbers } from '../values/standard-numbers.ts';
import { readName, readOrganisation, readPerson, readWholeName } from '../values/people.ts';
import { readPages, withoutMarkup } from '../values/text.ts';
import { ENTRY_TYPES } from './bibtex.types.ts';

/** Entry types that are parts of the work in `booktitle`, `journaltitle` or `maintitle`. */
const PARTS =
  /^(?:article|suppperiodical|review|conference|inproceedings|inbook|bookinbook|suppbook|incollection|suppcollection|inreference)$/;

const ROLES: Readonly<Record<string, ContributionRecord['role']>> = {
  author: 'AUTHOR',
  editor: 'EDITOR',
  translator: 'TRANSLATOR',
  annotator: 'CONTRIBUTOR',
  commentator: 'CONTRIBUTOR',
  introduction: 'CONTRIBUTOR',
  foreword: 'CONTRIBUTOR',
  afterword: 'CONTRIBUTOR',
  collaborator: 'CONTRIBUTOR',
};

/** Fields with names of those who contributed to another work, or in a role that a field of its own states. */
const OTHER_NAMES = ['bookauthor', 'editora', 'editorb', 'editorc', 'holder'];

/**
 * Converts an entry to a draft. @param parent the entry of its `crossref`, which supplies missing dates and the host's
 * title
 */
export function toDraft({ type, fields, crossref }: Entry, parent?: Entry): Draft {
  const draft = new Draft();
  const raw = fields as Record<string, unknown>;
  const textOf = (...names: string[]): string | null => {
    for (const name of names) {
      const text = toText(raw[name]);
      if (text !== '') return text;
    }
    return null;
  };
  const isPart = PARTS.test(type);
  if (type !== 'misc') draft.setType(type, ENTRY_TYPES);
  draft.isSerial = type === 'periodical';
  draft.title = withSubtitle(textOf('title'), textOf('subtitle')) ?? '';
  draft.abstract = textOf('abstract');
  readContributors(raw, draft);
  readDates(textOf, draft);
  if (parent !== undefined && textOf('date', 'year') === null)
    readDates((name = '') => toText((parent.fields as Record<string, unknown>)[name]), draft);
  const parentTitle = toText((parent?.fields as Record<string, unknown> | undefined)?.title);
  if (isPart)
    draft.host.title =
      withSubtitle(textOf('booktitle'), textOf('booksubtitle')) ??
      withSubtitle(textOf('journaltitle', 'fjournal', 'journal'), textOf('journalsubtitle')) ??
      textOf('maintitle', 'shortjournal') ??
      parentTitle;
  else
    for (const field of ['booktitle', 'journaltitle', 'journal']) {
      const title = textOf(field);
      if (title !== null)
        draft.reject('partOf', title, `${field} of @${type}, which is no part of another work`);
    }
  const isInJournal = /^(?:article|suppperiodical|review|periodical)$/.test(type);
  const series = textOf('series');
  // `number` is the issue of an article. Elsewhere it is the number in the series, or a report's own number.
  draft.series = { title: series, number: isInJournal ? null : textOf('number') };
  draft.volume = textOf('volume');
  draft.issue = isInJournal || (!isPart && series === null) ? textOf('issue', 'number') : textOf('issue');
  draft.pages = readPages(textOf('pages') ?? textOf('eid', 'articleno') ?? textOf('pagetotal') ?? '');
  draft.edition = textOf('edition');
  // A patent's `location` lists the countries in which it holds. If an entry has both fields, `location` is the place
  // of the conference.
  draft.place = type === 'patent' ? null : textOf('address', 'location');
  readPublishers(type, raw, draft);
  const howPublished = textOf('howpublished');
  if (howPublished !== null && !/https?:/.test(howPublished))
    draft.reject('other', howPublished, 'says how the work was published, not by whom');
  draft.addKeywords(listOf(raw.keywords, /[,;]/));
  for (const language of listOf(raw.language ?? raw.langid, /[,;]| and /))
    draft.addLanguage(language.trim().replace(/^lang/, ''));
  // The parser copies the identifiers of a book to its parts.
  const isOwn = (field: string) => !(crossref?.inherited ?? []).includes(field);
  const verbatimOf = (...names: string[]) => {
    const value = names
      .filter(isOwn)
      .map((name) => raw[name])
      .find((field) => typeof field === 'string');
    // Verbatim fields keep the escapes that some programs write.
    const text =
      typeof value === 'string'
        ? showAngles(value)
            .replace(/\\([&%$_#~])/g, '$1')
            .trim()
        : '';
    return text === '' ? null : text;
  };
  readIdentifiers((...names) => textOf(...names.filter(isOwn)), verbatimOf, isPart, draft);
  return draft;
}

function withSubtitle(title: string | null, subtitle: string | null): string | null {
  return title === null || subtitle === null ? title : `${title.replace(/[.:]$/, '')}: ${subtitle}`;
}

/** Replaces "<" and ">" by characters for private use. The parser would read them as TeX does: "¡" and "¿". */
export function hideAngles(text: string): string {
  return text.replaceAll('<', '\uE000').replaceAll('>', '\uE001');
}

function showAngles(text: string): string {
  return text.replaceAll('\uE000', '<').replaceAll('\uE001', '>');
}

/** A field's text without the markup into which the parser converts LaTeX commands. */
function toText(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map(toText)
      .filter((text) => text !== '')
      .join(' and ');
  if (typeof value !== 'string') return '';
  return (
    withoutMarkup(showAngles(value))
      // \\'{\\i} is an accented i without its dot.
      .replace(/[ıȷ](?=\p{M})/gu, (letter) => (letter === 'ı' ? 'i' : 'j'))
      .normalize('NFC')
      .replace(/[\u2002-\u200a\u00a0]/g, ' ')
      .trim()
  );
}

function listOf(value: unknown, separator: RegExp): string[] {
  const texts = Array.isArray(value) ? value.map(toText) : toText(value).split(separator);
  return texts.filter((text) => text !== '');
}

function readContributors(fields: Record<string, unknown>, draft: Draft): void {
  for (const [field, role] of Object.entries(ROLES)) {
    const creators = fields[field];
    if (typeof creators === 'string')
      draft.addContributor(readName(toText(creators)), role, toText(creators));
    if (!Array.isArray(creators)) continue;
    for (const creator of creators as Creator[]) {
      const printed = printedName(creator);
      if (printed !== '') draft.addContributor(toAuthor(creator, printed), role, printed);
    }
  }
  for (const field of OTHER_NAMES) {
    const names = fields[field];
    const text = Array.isArray(names) ? (names as Creator[]).map(printedName).join(' and ') : toText(names);
    if (text !== '') draft.reject('authors', text, `in the field ${field}, which is not read`);
  }
}

function printedName({ name, firstName, prefix, lastName, suffix }: Creator): string {
  if (name !== undefined) return toText(name);
  return [firstName, prefix, lastName, suffix]
    .map(toText)
    .filter((part) => part !== '')
    .join(' ');
}

/** A name in braces is an organisation. Other names are persons, unless the authority file knows them. */
function toAuthor(
  { name, firstName, prefix, lastName, suffix }: Creator,
  printed: string,
): AuthorRecord | string {
  if (/^(?:others|et al\.?|and others)$/i.test(printed)) return 'stands for contributors that are not named';
  if (name !== undefined) return /\p{L}/u.test(printed) ? readWholeName(printed) : 'has no letters of a name';
  if (findOrganisation(printed) !== null) return readOrganisation(printed);
  const [given, family] = [toText(firstName), toText(lastName)];
  if (given === '' || family === '') return readName(printed);
  if (/[;|]/.test(printed)) return 'several names with another separator than "and"';
  if (areTwoNames(family, given)) return 'two names with a comma instead of "and"';
  if (given.split(' ').length > 4) return 'has too many given names for a person';
  const asWritten = readName(printed);
  // "Corporation for Digital Scholarship" has no surname.
  if (/\s(?:and|of|for|the|und|für)\s/.test(printed)) return asWritten;
  // The parser splits "Ministry of Justice" into given name and surname.
  if (typeof asWritten !== 'string' && asWritten.kind === 'ORGANIZATION' && given.includes(' '))
    return asWritten;
  return readPerson({ family, given, particle: toText(prefix), suffix: toText(suffix) });
}

/** "S. Patil" and "A. Ade", "Patil S" and "Ade A": initials in both parts. */
function areTwoNames(family: string, given: string): boolean {
  const isShort = (text: string) =>
    /^(?:\p{Lu}\.? ?)+ \p{Lu}\p{Ll}+$/u.test(text) || splitTrailingInitials(text) !== null;
  return isShort(family) && isShort(given) && !isGivenName(given.split(' ')[0] ?? '');
}

function readDates(textOf: (...names: string[]) => string | null, draft: Draft): void {
  const date = textOf('date');
  if (date) return draft.setDate(date.replace(/^(\d{4})-(\d{2})-(\d{2})T.*/, '$1-$2-$3'));
  const year = textOf('year');
  if (!year) return;
  const stated = textOf('month') ?? '';
  const { month, day } = readMonthAndDay(stated.replace(/(\d)(?:st|nd|rd|th)\b/, '$1'), textOf('day') ?? '');
  if (month === null && stated !== '')
    draft.reject('issued', stated, 'no month that is known; the year is kept');
  const full = /^\d{4}$/.test(year) && month !== null ? dateOf(Number(year), month, day) : null;
  if (full !== null) return draft.setDate(full);
  draft.setDate(year, 'year');
}

/**
 * Reads month and day. The month may contain the day: `may # "~12"` and `"12~" # may`, which the parser converts to
 * numbers. If both numbers may be the month, neither is used.
 */
function readMonthAndDay(text: string, dayText: string): { month: number | null; day: number | null } {
  const parts = text.split(/[\s~,.]+/).filter((part) => part !== '');
  const day = /^\d{1,2}$/.test(dayText) ? Number(dayText) : null;
  const [first = '', second] = parts;
  if (second === undefined) return { month: readMonth(first), day };
  if (parts.length !== 2) return { month: null, day: null };
  const named = parts.filter((part) => /\p{L}/u.test(part));
  const candidates = named.length === 1 ? named : parts.filter((part) => readMonth(part) !== null);
  const [month = '', other] = candidates;
  if (candidates.length !== 1 || other !== undefined) return { month: null, day: null };
  return { month: readMonth(month), day: Number(parts.find((part) => part !== month)) };
}

/**
 * The institution of a report or thesis counts as its publisher, and so does the organisation of a manual or web page.
 * That of a conference sponsored it.
 */
function readPublishers(type: string, fields: Record<string, unknown>, draft: Draft): void {
  const isIssued = /report|thesis/.test(type);
  const names = [
    'publisher',
    ...(isIssued ? ['institution', 'school'] : []),
    ...(/^(?:manual|misc|online|electronic|www|dataset|software)$/.test(type) ? ['organization'] : []),
  ];
  for (const field of names) {
    const listed = listOf(fields[field], / and /);
    // In BibTeX the field is one text ("Wiley and Sons"), in BibLaTeX a list.
    for (const name of isBiblatex(fields) ? listed : [listed.join(' and ')]) draft.addPublisher(name);
  }
}

/** Whether an entry has a field that only BibLaTeX has. */
function isBiblatex(fields: Record<string, unknown>): boolean {
  return ['date', 'journaltitle', 'location', 'langid', 'eventtitle', 'eprinttype', 'maintitle'].some(
    (field) => fields[field] !== undefined,
  );
}

type ReadField = (...names: string[]) => string | null;

function readIdentifiers(textOf: ReadField, verbatimOf: ReadField, isPart: boolean, draft: Draft): void {
  // A DOI may contain "<1::AID-JCLP1>", which is no markup.
  const doi = verbatimOf('doi');
  if (doi !== null && /[\\{}]/.test(doi)) draft.reject('identifiers', doi, 'a DOI with commands of LaTeX');
  else if (doi !== null) draft.addIdentifier('DOI', doi);
  const pmid = textOf('pmid') ?? (/^pubmed$/i.test(textOf('eprinttype') ?? '') ? textOf('eprint') : null);
  if (pmid !== null) draft.addIdentifier('PMID', pmid);
  if (/^hdl$|^handle$/i.test(textOf('eprinttype') ?? ''))
    draft.addIdentifier('HANDLE', textOf('eprint') ?? '');
  for (const field of ['isbn', 'issn']) addStandardNumbers(draft, textOf(field) ?? '', isPart);
  const url = verbatimOf('url') ?? /https?:\/\/[^\s}]+/.exec(textOf('howpublished') ?? '')?.[0];
  if (url) draft.setUrl(url);
}

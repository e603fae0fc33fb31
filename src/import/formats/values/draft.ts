import type { PublicationScheme } from '../../../identifier/identifier.ts';
import { mapFiled } from '../../../publication/memberships.ts';
import type { PublicationType } from '../../../publication/publication.ts';
import type { AuthorRecord, ContributionRecord, PublicationRecord, StatedField } from '../../record.ts';
import { readAbstract, readTitle } from '../../repair/text.ts';
import type { Stated } from '../../stated.ts';
import type { ReadOptions, ReadRecords } from '../format.ts';
import { Contributors } from './contributors.ts';
import { readDateOrYear } from './dates.ts';
import { type HostDraft, readHost, readNumber } from './host.ts';
import { Identifiers } from './identifiers.ts';
import { readPlaceOfPublication, splitPlace } from './imprint.ts';
import { readLanguage } from './languages.ts';
import { readLicense } from './license.ts';
import { lookUp } from './look-up.ts';
import { readPublisher } from './people.ts';
import { readCountryCode, readCoverage } from './places.ts';
import { Remarks } from './remarks.ts';
import { MOST_PARSED } from './text.ts';

/** The lines of a record, and whether the file has its end (true by default). */
interface RecordLines {
  firstLine: number;
  lastLine: number;
  isComplete?: boolean;
}

/** Maximum length of a title, in characters. */
const LONGEST = 1000;

/** Maximum number of topics, and of categories, of a publication. */
const MOST_FILED = 200;

/** Maximum length of a text with several names, in characters. */
const LONGEST_NAMES = 20_000;

/**
 * Collects the values that a source states about one publication. A value that can't be read with certainty goes to
 * `unresolved` as stated, with a reason. Nothing throws.
 */
export class Draft {
  title = '';
  abstract: string | null = null;
  type: PublicationType | null = null;
  /** Whether the publication is a journal or series, so that an ISSN is its own. */
  isSerial = false;
  place: string | null = null;
  edition: string | null = null;
  volume: string | null = null;
  issue: string | null = null;
  pages: string | null = null;
  /** The host work. If it is set, and has no volume, issue and pages of its own, these are those of the draft. */
  host: HostDraft = {};
  /** The series and the number in it; used only if there is no host work. */
  series: { title?: string | null; number?: string | null } = {};
  readonly keywords = new Set<string>();
  /** The names of topics and categories. */
  readonly filed = mapFiled(() => new Set<string>());
  private readonly remarks = new Remarks();
  private readonly contributors = new Contributors(this.remarks);
  private readonly identifiers = new Identifiers(this.remarks);
  private readonly languages = new Set<string>();
  /** The date, which may be only a year. */
  private issued: string | null = null;
  private license: string | null = null;
  private isWorldwide = false;
  private readonly countries = new Set<string>();
  private readonly regions = new Set<string>();

  /** Records a value that can't be read. */
  reject(field: StatedField, value: string, reason: string): void {
    this.remarks.reject(field, value, reason);
  }

  /** The first value of a field that has only one. Other values go to `unresolved`. */
  keepFirst(field: StatedField, values: Iterable<string>): string | null {
    const [first = null, ...others] = new Set([...values].filter((value) => value.trim() !== ''));
    for (const other of others) this.reject(field, other, `another ${field}; one is kept`);
    return first;
  }

  /** Records a value that is too long to be parsed. @returns whether it is */
  private rejectLong(field: StatedField, value: string, most = MOST_PARSED): boolean {
    if (value.length <= most) return false;
    this.reject(field, `${value.slice(0, 100)}…`, `is longer than ${most} characters`);
    return true;
  }

  /** Records a repair. */
  note(field: StatedField, rule: string, read: string, made: readonly string[]): void {
    this.remarks.note(field, rule, read, made);
  }

  /** Sets the type from a format's word. */
  setType(word: string, types: Readonly<Record<string, PublicationType>>): void {
    const type = lookUp(types, word.trim().toLowerCase());
    if (type !== undefined) this.type = type;
    else if (word.trim() !== '') this.reject('type', word, 'no type of publication that is known');
  }

  /** Sets a date, or a year within other words ("©2011"). The first readable value wins. */
  setDate(stated: string, field: 'issued' | 'year' = 'issued'): void {
    // RIS ends a date without month and day in slashes.
    const text = stated.trim().replace(/\/{2,3}$/, '');
    if (text === '' || this.issued !== null || this.rejectLong('year', text)) return;
    const read = readDateOrYear(text, field);
    if (typeof read === 'string') return this.reject('year', text, read);
    this.issued = read.date;
    this.remarks.repairs.push(...read.repairs);
  }

  /** Adds an identifier of a scheme. An invalid one goes to `unresolved`. @returns whether it was added */
  addIdentifier(scheme: PublicationScheme, text: string): boolean {
    return this.identifiers.add(scheme, text);
  }

  /** Adds an identifier whose form or name indicates its scheme ("DOI:10.1000/182"), or a web address. */
  addAnyIdentifier(text: string): void {
    this.identifiers.addAny(text);
  }

  /** Sets the address of the work. A DOI link is added as an identifier too. */
  setUrl(text: string): void {
    this.identifiers.setUrl(text);
  }

  addLanguage(text: string): void {
    if (text.trim() === '' || this.rejectLong('languages', text)) return;
    const tag = readLanguage(text);
    if (tag === null) this.reject('languages', text, 'no language that is known');
    else this.languages.add(tag);
  }

  setLicense(text: string): void {
    if (text.trim() === '' || this.rejectLong('license', text)) return;
    const license = readLicense(text);
    if (license === null) this.reject('license', text, 'neither a licence that is known nor its address');
    else this.license ??= license;
  }

  /** Adds keywords as printed. */
  addKeywords(values: Iterable<string>): void {
    for (const value of values) {
      const keyword = readTitle(value);
      if (keyword !== '') this.keywords.add(keyword);
    }
  }

  /** Adds a country by its code, as in `Country.code`. An unknown code goes to `unresolved`. */
  addCountryCode(text: string): void {
    const code = readCountryCode(text);
    if (code === undefined) this.reject('country', text, 'no code of ISO 3166');
    else this.countries.add(code);
  }

  /** Adds the places that the work is about. */
  addCoverage(text: string): void {
    if (text.trim() === '' || this.rejectLong('country', text, LONGEST_NAMES)) return;
    const coverage = readCoverage(text);
    if (typeof coverage === 'string') return this.reject('country', text, coverage);
    this.isWorldwide ||= coverage.isWorldwide;
    for (const code of coverage.countries) this.countries.add(code);
    for (const slug of coverage.regions) this.regions.add(slug);
    const made = [...coverage.countries, ...coverage.regions, ...(coverage.isWorldwide ? ['worldwide'] : [])];
    if (made.join() !== text.trim()) this.note('country', 'coverage-by-name', text, made);
  }

  /** Adds a contributor; or, given a string, records why the text names nobody. Duplicates in one role are ignored. */
  addContributor(author: AuthorRecord | string, role: ContributionRecord['role'], printedAs: string): void {
    this.contributors.add(author, role, printedAs);
  }

  /** Adds the contributors that a text names, which may be several: "Smith, Jan (ed.)". */
  addNames(text: string, role: ContributionRecord['role']): void {
    if (this.rejectLong('authors', text, LONGEST_NAMES)) return;
    this.contributors.addNames(text, role);
  }

  /** Adds a publisher; a text that names nobody ("[s.n.]") goes to `unresolved`. */
  addPublisher(text: string): void {
    if (text.trim() === '' || this.rejectLong('authors', text)) return;
    const split = splitPlace(text);
    if (split === null) return this.contributors.add(readPublisher(text), 'PUBLISHER', text);
    const { place, publisher } = split;
    this.place ??= place;
    this.note('other', 'place-before-publisher', text, [place, publisher]);
    this.addPublisher(publisher);
  }

  /** Whether there is a contributor in the role. */
  hasContributor(role: ContributionRecord['role']): boolean {
    return this.contributors.list().some((contribution) => contribution.role === role);
  }

  /** Adds the record to those that were read, or to the refused parts if there is no valid title. */
  addTo(read: ReadRecords, lines: RecordLines, options: Pick<ReadOptions, 'topicsFrom'>): void {
    const { firstLine, lastLine } = lines;
    const stated = this.finish(lines, options);
    if (typeof stated !== 'string') read.records.push(stated);
    else read.refused.push({ firstLine, lastLine, reason: stated });
  }

  /** Builds the record. @returns a string with the reason if there is no valid title */
  finish(
    { firstLine, lastLine, isComplete = true }: RecordLines,
    options: Pick<ReadOptions, 'topicsFrom'>,
  ): Stated | string {
    // Library catalogues end a title before the names with a slash.
    const title = readTitle(this.title).replace(/ [/:]$/, '');
    if (title === '') return 'has no title';
    if (title.length > LONGEST) return `has a title of ${title.length} characters; ${LONGEST} are the most`;
    if (options.topicsFrom === 'keywords')
      for (const keyword of this.keywords) this.filed.topics.add(keyword);
    const host = readHost(this);
    const record: PublicationRecord = {
      title,
      abstract: readAbstract(this.abstract),
      year: this.issued === null ? null : Number(this.issued.slice(0, 4)),
      url: this.identifiers.url,
      isWorldwide: this.isWorldwide,
      countries: [...this.countries],
      regions: [...this.regions],
      contributions: this.contributors.list(),
      ...mapFiled((plural) => [...this.filed[plural]].slice(0, MOST_FILED)),
      type: this.type,
      languages: [...this.languages],
      identifiers: this.identifiers.list(),
      // A year alone is no date beside the year.
      issued: this.issued !== null && this.issued.length > 4 ? this.issued : null,
      place: readPlaceOfPublication(this.place, this.remarks),
      edition: readNumber(this, 'edition'),
      keywords: [...this.keywords],
      license: this.license,
      ...host,
    };
    const { repairs, unresolved } = this.remarks;
    return { record, slug: null, firstLine, lastLine, isComplete, raw: null, repairs, unresolved };
  }
}

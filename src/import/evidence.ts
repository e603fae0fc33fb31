import { type Identifier, packIdentifier } from '../identifier/identifier.ts';
import { plain, slugify } from '../text/plain.ts';
import type { PublicationRecord } from './record.ts';

const TITLE_KEY_LENGTH = 300;

/** The key by which titles are compared and sorted. */
export function titleKey(title: string): string {
  return (plain(title) || title.toLowerCase()).slice(0, TITLE_KEY_LENGTH);
}

/**
 * The facts of a source record that identify its work. Values are computed on first use, because most titles are
 * unique.
 */
export class Evidence {
  readonly record: PublicationRecord;
  /** The slug that the source states. */
  readonly slug: string | null;
  /** False if the source is truncated within the record. */
  readonly isComplete: boolean;
  readonly titleKey: string;
  private knownBase: string | undefined;
  private knownUrl: string | null | undefined;
  private knownNames: ReadonlySet<string> | undefined;
  private knownIdentifiers: ReadonlySet<string> | undefined;

  constructor(record: PublicationRecord, slug: string | null, isComplete: boolean) {
    this.record = record;
    this.slug = slug;
    this.isComplete = isComplete;
    this.titleKey = titleKey(record.title);
  }

  /** The slug made from its title. */
  get base(): string {
    return (this.knownBase ??= slugify(this.record.title));
  }

  /** Its URL, normalised for comparison. */
  get url(): string | null {
    if (this.knownUrl === undefined)
      this.knownUrl = this.record.url === null ? null : urlKey(this.record.url);
    return this.knownUrl;
  }

  /** Names of its contributors. Empty if the record is truncated, because the last name may be truncated too. */
  get names(): ReadonlySet<string> {
    return (this.knownNames ??= this.isComplete ? contributorNames(this.record) : new Set());
  }

  /** Identifiers of this work alone. */
  get identifiers(): ReadonlySet<string> {
    return (this.knownIdentifiers ??= new Set(workIdentifiers(this.record).map(packIdentifier)));
  }

  /** Equal for two records that nothing distinguishes. */
  get signature(): string {
    const { year, abstract, identifiers = [] } = this.record;
    const facts = [this.slug, this.titleKey, year, this.url, abstract, [...this.names].sort()];
    const packed = identifiers.map(packIdentifier).sort();
    return JSON.stringify(packed.length === 0 ? facts : [...facts, packed]);
  }
}

/**
 * Identifiers of the work itself. An ISSN identifies a series. An ISBN may identify the book that contains a chapter,
 * or all volumes of a work. A repository's identifier (`oai:…`) identifies one item. It is unknown what other OTHER
 * identifiers identify.
 */
function workIdentifiers({ identifiers = [], partOf, volume, type }: PublicationRecord): Identifier[] {
  const isWhole =
    partOf === null && !volume && !['CHAPTER', 'ARTICLE', 'CONFERENCE_PAPER'].includes(type ?? '');
  return identifiers.filter(({ scheme, value }) => {
    switch (scheme) {
      case 'DOI':
      case 'HANDLE':
      case 'PMID':
        return true;
      case 'URN':
        return !/^urn:(?:isbn|issn):/.test(value);
      case 'ISBN':
        return isWhole;
      case 'OTHER':
        return value.startsWith('oai:');
      default:
        return false;
    }
  });
}

/** Normalises a URL for comparison: https://www.example.org/a/ and http://example.org/a#top become equal. */
function urlKey(url: string): string {
  const { host, pathname, search } = new URL(url);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}

/**
 * Names for comparison: two records share a contributor if they share a name, an acronym or an alias, or a person's
 * surname.
 */
function contributorNames({ contributions }: PublicationRecord): Set<string> {
  const names = contributions
    // A shared publisher doesn't indicate the same work.
    .filter(({ role }) => role !== 'PUBLISHER')
    .flatMap(({ author: { name, sortName, kind, acronym, aliases } }) => [
      ...[name, ...aliases, ...(acronym === null ? [] : [acronym])].map(plain),
      ...(kind === 'ORGANIZATION' ? [] : [`surname ${surname(sortName)}`]),
    ]);
  return new Set(names);
}

/** The surname in a name: "mann" for both "Mann, Lori J." and "Lori J. Mann". */
function surname(name: string): string {
  const [beforeComma = name] = name.split(',');
  const words = plain(beforeComma).split(' ');
  return words.filter((word) => word.length > 1 && !['jr', 'sr', 'ii', 'iii'].includes(word)).at(-1) ?? '';
}

import type { Evidence } from './evidence.ts';

/**
 * Maximum number of words in a title that different works may share: "Annual Report", "Guidelines for First
 * Responders".
 */
const SHORT_TITLE = 5;

type Fact = 'identifiers' | 'dois' | 'years' | 'urls' | 'abstracts' | 'names';

/** Records of one work. */
export class Group<E extends Evidence> {
  readonly records: E[];
  readonly slug: string | null;
  readonly titles: ReadonlySet<string>;
  private known: Record<Fact, ReadonlySet<unknown>> | undefined;

  constructor(records: E[]) {
    this.records = records;
    this.slug = records.find(({ slug }) => slug !== null)?.slug ?? null;
    this.titles = new Set(records.map((record) => record.titleKey));
  }

  get facts() {
    const stated = <T>(values: readonly (T | null)[]) => new Set(values.filter((value) => value !== null));
    const identifiers = this.identifiers;
    return (this.known ??= {
      identifiers,
      dois: new Set([...identifiers].filter((packed) => packed.startsWith('DOI '))),
      years: stated(this.records.map(({ record }) => record.year)),
      urls: stated(this.records.map(({ url }) => url)),
      abstracts: stated(this.records.map(({ record }) => record.abstract)),
      names: new Set(this.records.flatMap(({ names }) => [...names])),
    });
  }

  get identifiers(): ReadonlySet<string> {
    return new Set(this.records.flatMap(({ identifiers }) => [...identifiers]));
  }

  shares(fact: Fact, other: Group<E>): boolean {
    const theirs = other.facts[fact];
    for (const value of this.facts[fact]) if (theirs.has(value)) return true;
    return false;
  }

  /** Whether both groups state the fact and share no value of it. */
  contradicts(fact: Fact, other: Group<E>): boolean {
    return this.facts[fact].size > 0 && other.facts[fact].size > 0 && !this.shares(fact, other);
  }

  isOtherSlug(other: Group<E>): boolean {
    return this.slug !== null && other.slug !== null && this.slug !== other.slug;
  }

  /** Whether slugs or DOIs differ. They are then different works, whatever else they share. */
  isKnownOther(other: Group<E>): boolean {
    return this.isOtherSlug(other) || this.contradicts('dois', other);
  }

  /** Whether slugs, DOIs or URLs differ, or both titles are short and the contributors differ. */
  isOtherWork(other: Group<E>): boolean {
    return (
      this.isKnownOther(other) ||
      this.contradicts('urls', other) ||
      (this.isShort && other.isShort && this.contradicts('names', other))
    );
  }

  private get isShort(): boolean {
    return [...this.titles].every((title) => title.split(' ').length <= SHORT_TITLE);
  }
}

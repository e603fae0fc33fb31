import { groupBy } from '../db/batch.ts';
import { type Identifier, packIdentifier } from '../identifier/identifier.ts';
import { plain, slugify } from '../text/plain.ts';
import type { PublicationRecord } from './record.ts';

const TITLE_KEY_LENGTH = 300;

/** What titles are compared and ordered by. */
export function titleKey(title: string): string {
  return (plain(title) || title.toLowerCase()).slice(0, TITLE_KEY_LENGTH);
}

/** A source record as identity sees it. Derived values are computed when they are first needed: most titles are unique. */
export class Evidence {
  readonly record: PublicationRecord;
  /** The slug that the source states. */
  readonly slug: string | null;
  /** False if the source is cut off within the record. */
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

  /** The slug that its title makes. */
  get base(): string {
    return (this.knownBase ??= slugify(this.record.title));
  }

  /** Its URL without what doesn't tell addresses apart. */
  get url(): string | null {
    if (this.knownUrl === undefined)
      this.knownUrl = this.record.url === null ? null : urlKey(this.record.url);
    return this.knownUrl;
  }

  /** Names of its contributors. None if the record is cut off, because the last name may be cut, too. */
  get names(): ReadonlySet<string> {
    return (this.knownNames ??= this.isComplete ? contributorNames(this.record) : new Set());
  }

  /** Identifiers that no other work has. */
  get identifiers(): ReadonlySet<string> {
    return (this.knownIdentifiers ??= new Set(workIdentifiers(this.record).map(packIdentifier)));
  }

  /** Equal for two records that nothing tells apart. */
  get signature(): string {
    const { year, abstract, identifiers = [] } = this.record;
    const facts = [this.slug, this.titleKey, year, this.url, abstract, [...this.names].sort()];
    const packed = identifiers.map(packIdentifier).sort();
    return JSON.stringify(packed.length === 0 ? facts : [...facts, packed]);
  }
}

/**
 * An ISSN is that of a series, and an ISBN may be that of the book that a chapter is in, or of all volumes of a work. A
 * repository's identifier (`oai:…`) is that of one item. What further OTHER identifiers identify isn't known.
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

/** https://www.example.org/a/ and http://example.org/a#top are one address. */
function urlKey(url: string): string {
  const { host, pathname, search } = new URL(url);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}

/** Two records name the same contributor if they have a name, an acronym or an alias in common; persons, a surname. */
function contributorNames({ contributions }: PublicationRecord): Set<string> {
  const names = contributions
    // Works of one publisher are not one work.
    .filter(({ role }) => role !== 'PUBLISHER')
    .flatMap(({ author: { name, sortName, kind, acronym, aliases } }) => [
      ...[name, ...aliases, ...(acronym === null ? [] : [acronym])].map(plain),
      ...(kind === 'ORGANIZATION' ? [] : [`surname ${surname(sortName)}`]),
    ]);
  return new Set(names);
}

/** "Mann, Lori J." and "Lori J. Mann" have the same. */
function surname(name: string): string {
  const [beforeComma = name] = name.split(',');
  const words = plain(beforeComma).split(' ');
  return words.filter((word) => word.length > 1 && !['jr', 'sr', 'ii', 'iii'].includes(word)).at(-1) ?? '';
}

/** Words of a title that many works may have: "Annual Report", "Guidelines for First Responders". */
const SHORT_TITLE = 5;

type Fact = 'identifiers' | 'dois' | 'years' | 'urls' | 'abstracts' | 'names';

/** Records that are known to be of one work. */
class Group<E extends Evidence> {
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

  /** Whether both state the fact, and nothing that they state is the same. */
  contradicts(fact: Fact, other: Group<E>): boolean {
    return this.facts[fact].size > 0 && other.facts[fact].size > 0 && !this.shares(fact, other);
  }

  isOtherSlug(other: Group<E>): boolean {
    return this.slug !== null && other.slug !== null && this.slug !== other.slug;
  }

  /** Two works with different DOIs are never one, whatever else they share. */
  isKnownOther(other: Group<E>): boolean {
    return this.isOtherSlug(other) || this.contradicts('dois', other);
  }

  /** Other slugs, DOIs or addresses are another work; so are other contributors if many works may have such a title. */
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

interface Rule {
  /** As a report names it. */
  name: string;
  /** Whether it joins groups of one URL only. */
  isByUrl?: boolean;
  /** Whether it joins groups of one identifier, whatever their titles. */
  isByIdentifier?: boolean;
  /** Whether two groups that have a title (or an identifier) in common are of one work. */
  joins: <E extends Evidence>(a: Group<E>, b: Group<E>) => boolean;
  /** Whether two groups can't be of one work; a group that joins both is left alone. */
  parts: <E extends Evidence>(a: Group<E>, b: Group<E>) => boolean;
}

/** Surest first. Records of one stated slug, and records that nothing tells apart, are joined before. */
const RULES: readonly Rule[] = [
  {
    name: 'same-identifier',
    isByIdentifier: true,
    joins: (a, b) => a.shares('identifiers', b) && !a.isKnownOther(b),
    parts: (a, b) => a.isKnownOther(b),
  },
  {
    name: 'same-title-and-url',
    isByUrl: true,
    joins: (a, b) => a.shares('urls', b) && !a.isKnownOther(b),
    parts: (a, b) => a.isKnownOther(b),
  },
  {
    name: 'same-title-and-year',
    joins: (a, b) => a.shares('years', b) && !a.isOtherWork(b),
    parts: (a, b) => a.isOtherWork(b),
  },
  {
    name: 'same-title-and-abstract',
    joins: (a, b) => a.shares('abstracts', b) && !a.isOtherWork(b),
    parts: (a, b) => a.isOtherWork(b),
  },
  {
    name: 'same-title-and-year-unknown',
    joins: (a, b) => (a.facts.years.size === 0 || b.facts.years.size === 0) && !a.isOtherWork(b),
    parts: (a, b) => a.isOtherWork(b) || a.contradicts('years', b),
  },
];

/**
 * Tells which records are of one work. The answer depends on the set of records alone, not on their order: a record that
 * fits two different works joins neither.
 */
export function groupWorks<E extends Evidence>(records: readonly E[]): E[][] {
  const byTitle = groupBy(records, (record) => record.titleKey);
  const keyOf = (record: E) => {
    if (record.slug !== null) return `slug ${record.slug}`;
    return byTitle.get(record.titleKey)?.length === 1 ? record : record.signature;
  };
  let groups = [...groupBy(records, keyOf).values()].map((alike) => new Group(alike));
  for (const rule of RULES) groups = joinGroups(groups, rule);
  return groups.map((group) => group.records);
}

/** The surest rule that joins a record to another of its work. */
export function ruleOf<E extends Evidence>(record: E, others: readonly E[]): string {
  if (record.slug !== null && others.some(({ slug }) => slug === record.slug)) return 'same-slug';
  const [group, rest] = [new Group([record]), others.map((other) => new Group([other]))];
  const sameTitle = rest.filter((other) => other.titles.has(record.titleKey));
  const rule = RULES.find(({ isByIdentifier, joins }) =>
    (isByIdentifier ? rest : sameTitle).some((other) => joins(group, other)),
  );
  return rule?.name ?? 'same-as-both-of-two';
}

function joinGroups<E extends Evidence>(groups: Group<E>[], rule: Rule): Group<E>[] {
  const neighbours = findNeighbours(groups, rule);
  if (neighbours.size === 0) return groups;
  const joined = new Map<Group<E>, Group<E>>();
  let open = [...neighbours.keys()];
  while (open.length > 0) {
    const among = new Set(open);
    const near = (group: Group<E>) => [...(neighbours.get(group) ?? [])].filter((other) => among.has(other));
    const [ambiguous, clear] = partition(open, (group) => hasPair(near(group), rule.parts));
    for (const component of findComponents(new Set(clear), near)) {
      if (component.length < 2 || hasPair(component, rule.parts)) continue;
      const whole = new Group(component.flatMap(({ records }) => records));
      for (const group of component) joined.set(group, whole);
    }
    // Those that fit several works may still be one among themselves.
    if (ambiguous.length === open.length) break;
    open = ambiguous;
  }
  return [...new Set(groups.map((group) => joined.get(group) ?? group))];
}

/** The groups that the rule joins to each group; one without any is absent. */
function findNeighbours<E extends Evidence>(groups: readonly Group<E>[], rule: Rule) {
  const neighbours = new Map<Group<E>, Set<Group<E>>>();
  const add = (a: Group<E>, b: Group<E>) => {
    const near = neighbours.get(a);
    if (near) near.add(b);
    else neighbours.set(a, new Set([b]));
  };
  const keysOf = ({ titles, identifiers }: Group<E>) => (rule.isByIdentifier ? identifiers : titles);
  for (const namesakes of bucket(groups, keysOf))
    for (const [a, b] of pairs(namesakes, rule)) {
      if (a === b || neighbours.get(a)?.has(b) || !rule.joins(a, b)) continue;
      add(a, b);
      add(b, a);
    }
  return neighbours;
}

/** The pairs that a rule may join. Two slugs, or two URLs, never are: hundreds of forewords cost no comparisons. */
function* pairs<E extends Evidence>(namesakes: readonly Group<E>[], { isByUrl, isByIdentifier }: Rule) {
  if (namesakes.length < 2) return;
  if (isByIdentifier) {
    for (const [i, a] of namesakes.entries())
      for (let j = i + 1; j < namesakes.length; j++) yield [a, namesakes[j] as Group<E>] as const;
    return;
  }
  if (isByUrl) {
    for (const sameUrl of bucket(namesakes, ({ facts }) => facts.urls))
      for (const [i, a] of sameUrl.entries())
        for (let j = i + 1; j < sameUrl.length; j++) yield [a, sameUrl[j] as Group<E>] as const;
    return;
  }
  const [slugged, unslugged] = partition(namesakes, ({ slug }) => slug !== null);
  const isFound = ({ facts }: Group<E>) => facts.urls.size > 0;
  const [, slugOnly] = partition(slugged, isFound);
  const [urlOnly, neither] = partition(unslugged, isFound);
  for (const [i, a] of neither.entries()) {
    for (let j = i + 1; j < neither.length; j++) yield [a, neither[j] as Group<E>] as const;
    for (const b of slugged) yield [a, b] as const;
    for (const b of urlOnly) yield [a, b] as const;
  }
  for (const a of slugOnly) for (const b of urlOnly) yield [a, b] as const;
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/** The items by each of their keys. */
function bucket<T>(items: readonly T[], keysOf: (item: T) => Iterable<unknown>): Iterable<T[]> {
  const buckets = new Map<unknown, T[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const known = buckets.get(key);
      if (known) known.push(item);
      else buckets.set(key, [item]);
    }
  return buckets.values();
}

function hasPair<T>(items: readonly T[], test: (a: T, b: T) => boolean): boolean {
  for (const [i, a] of items.entries())
    for (let j = i + 1; j < items.length; j++) if (test(a, items[j] as T)) return true;
  return false;
}

function findComponents<T>(items: ReadonlySet<T>, near: (item: T) => readonly T[]): T[][] {
  const left = new Set(items);
  const components: T[][] = [];
  for (const first of items) {
    if (!left.delete(first)) continue;
    const component = [first];
    for (const item of component)
      for (const other of near(item)) if (left.delete(other)) component.push(other);
    components.push(component);
  }
  return components;
}

import { groupBy } from '../db/batch.ts';
import type { Evidence } from './evidence.ts';
import { Group } from './group.ts';

interface Rule {
  /** Its name in a report. */
  name: string;
  /** Whether it compares only groups with a common URL. */
  isByUrl?: boolean;
  /** Whether it compares groups with a common identifier, whatever their titles. */
  isByIdentifier?: boolean;
  /** Whether two groups with a common title (or identifier) are one work. */
  joins: <E extends Evidence>(a: Group<E>, b: Group<E>) => boolean;
  /** Whether two groups are different works. A group that would join both joins neither. */
  parts: <E extends Evidence>(a: Group<E>, b: Group<E>) => boolean;
}

/** Most reliable first. Records with the same stated slug, and indistinguishable records, are joined before. */
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
 * Groups records by work. The result depends on the set of records, not on their order. A record that fits two
 * different works joins neither.
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

/** The name of the most reliable rule that joins a record to another record of its work. */
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
    // Groups that fit several works may still join each other.
    if (ambiguous.length === open.length) break;
    open = ambiguous;
  }
  return [...new Set(groups.map((group) => joined.get(group) ?? group))];
}

/** Maps each group to the groups that the rule joins to it. */
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

/**
 * The pairs that a rule may join. Pairs with two slugs or two URLs are skipped, so that hundreds of works called
 * "Foreword" are not compared with each other.
 */
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

/** Groups the items by each of their keys. */
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

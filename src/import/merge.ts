import type { PublicationRecord } from './record.ts';

/** One source's word on a publication. */
export interface Testimony {
  record: PublicationRecord;
  isComplete: boolean;
}

/**
 * One publication of all that its sources say, the last word last: what can be only one is taken from the last that
 * says it, a complete record before one that is cut off; what it is filed under is everything that any of them says.
 */
export function mergeTestimonies(testimonies: readonly Testimony[]): PublicationRecord {
  const records = [
    ...testimonies.filter(({ isComplete }) => !isComplete),
    ...testimonies.filter(({ isComplete }) => isComplete),
  ].map(({ record }) => record);
  const newestFirst = [...records].reverse();
  const last = <T>(say: (record: PublicationRecord) => T | null): T | null => {
    for (const record of newestFirst) {
      const said = say(record);
      if (said !== null) return said;
    }
    return null;
  };
  // In an order of its own: that in which sources were read must not tell.
  const every = (say: (record: PublicationRecord) => string[]) => [...new Set(records.flatMap(say))].sort();
  const [newest] = newestFirst;
  if (newest === undefined) throw new Error('A publication without a source cannot be put together.');
  return {
    title: newest.title,
    abstract: last((record) => record.abstract),
    year: last((record) => record.year),
    url: last((record) => record.url),
    isWorldwide: records.some((record) => record.isWorldwide),
    countries: every((record) => record.countries),
    regions: every((record) => record.regions),
    contributions: last(({ contributions }) => (contributions.length > 0 ? contributions : null)) ?? [],
    topics: every((record) => record.topics),
    categories: every((record) => record.categories),
    partOf: last((record) => record.partOf),
  };
}

import { FIELDS, FIELD_NAMES, type FieldName } from '../publication/publication.fields.ts';
import type { PublicationRecord } from './record.ts';

/** What one source states of a publication. */
export interface Testimony {
  record: PublicationRecord;
  isComplete: boolean;
}

/**
 * One publication of everything that its sources state, the latest last. A single value is taken from the latest that states
 * it, a complete record before one that is cut off. It is filed under everything that any of them states.
 */
export function mergeTestimonies(testimonies: readonly Testimony[]): PublicationRecord {
  const records = [
    ...testimonies.filter(({ isComplete }) => !isComplete),
    ...testimonies.filter(({ isComplete }) => isComplete),
  ].map(({ record }) => record);
  const newestFirst = [...records].reverse();
  const latest = <T>(state: (record: PublicationRecord) => T | null | undefined): T | null => {
    for (const record of newestFirst) {
      const stated = state(record);
      if (stated !== null && stated !== undefined) return stated;
    }
    return null;
  };
  // Sorted, so that the order in which sources are read makes no difference.
  const every = (state: (record: PublicationRecord) => string[]) =>
    [...new Set(records.flatMap(state))].sort();
  const [newest] = newestFirst;
  if (newest === undefined) throw new Error('A publication without a source cannot be put together.');
  const merged = Object.fromEntries(
    FIELD_NAMES.map((name) => [name, MERGED[FIELDS[name].merge](name, records, latest)]),
  ) as Pick<PublicationRecord, FieldName>;
  return {
    ...merged,
    countries: every((record) => record.countries),
    regions: every((record) => record.regions),
    contributions: latest(({ contributions }) => (contributions.length > 0 ? contributions : null)) ?? [],
    topics: every((record) => record.topics),
    categories: every((record) => record.categories),
    partOf: latest((record) => record.partOf),
  };
}

type Latest = <T>(state: (record: PublicationRecord) => T | null | undefined) => T | null;

const MERGED = {
  latest: (name: FieldName, _: readonly PublicationRecord[], latest: Latest) =>
    latest((record) => record[name]),
  any: (name: FieldName, records: readonly PublicationRecord[]) =>
    records.some((record) => record[name] === true),
};

import { mapFiled } from '../publication/memberships.ts';
import { FIELDS, FIELD_NAMES, type FieldName } from '../publication/publication.fields.ts';
import { toCanonicalJson } from '../text/digest.ts';
import type { PublicationRecord } from './record.ts';

/** The statement of one source about a publication. */
export interface Testimony {
  record: PublicationRecord;
  isComplete: boolean;
}

/**
 * Merges the statements of all sources about a publication; the order is oldest first. A single value comes from the
 * latest record that states it, but complete records take precedence over truncated ones. Lists are unions, except
 * contributions, which come from one record.
 */
export function mergeTestimonies(testimonies: readonly Testimony[]): PublicationRecord {
  const [first] = testimonies;
  if (first && testimonies.length === 1) return mergeOnly(first.record);
  const records = [
    ...testimonies.filter(({ isComplete }) => !isComplete),
    ...testimonies.filter(({ isComplete }) => isComplete),
  ].map(({ record }) => record);
  const latest = <T>(state: (record: PublicationRecord) => T | null | undefined): T | null => {
    for (let i = records.length - 1; i >= 0; i--) {
      const stated = state(records[i] as PublicationRecord);
      if (stated !== null && stated !== undefined) return stated;
    }
    return null;
  };
  // Sorted, so that the result doesn't depend on the order of sources.
  const every = (state: (record: PublicationRecord) => string[]) => sortDistinct(records.flatMap(state));
  if (records.length === 0) throw new Error('A publication without a source cannot be put together.');
  const merged: Partial<Record<FieldName, unknown>> = {};
  for (const name of FIELD_NAMES) merged[name] = MERGED[FIELDS[name].merge](name, records, latest);
  const fields = merged as Pick<PublicationRecord, FieldName>;
  return {
    ...fields,
    issued: latest(({ issued }) => (isIn(issued, fields.year) ? issued : null)),
    countries: every((record) => record.countries),
    regions: every((record) => record.regions),
    contributions: latest(({ contributions }) => (contributions.length > 0 ? contributions : null)) ?? [],
    ...mapFiled((plural) => every((record) => record[plural])),
    partOf: latest((record) => record.partOf),
  };
}

/** Merges an only record. Most publications have only one, and this takes a tenth of the time. */
function mergeOnly(record: PublicationRecord): PublicationRecord {
  const lists: Partial<Record<FieldName, unknown>> = {};
  for (const name of FIELD_NAMES)
    if (FIELDS[name].merge === 'every') lists[name] = MERGED.every(name, [record]);
  return {
    ...record,
    ...(lists as Partial<PublicationRecord>),
    issued: isIn(record.issued, record.year) ? record.issued : null,
    countries: sortDistinct(record.countries),
    regions: sortDistinct(record.regions),
    ...mapFiled((plural) => sortDistinct(record[plural])),
  };
}

function sortDistinct(values: readonly string[]): string[] {
  return values.length < 2 ? [...values] : [...new Set(values)].sort();
}

/** Whether a date is in the year. Different sources may state different years. */
function isIn(issued: string | null | undefined, year: number | null): boolean {
  return typeof issued === 'string' && Number(issued.slice(0, 4)) === year;
}

type Latest = <T>(state: (record: PublicationRecord) => T | null | undefined) => T | null;

const MERGED = {
  latest: (name: FieldName, _: readonly PublicationRecord[], latest: Latest) =>
    latest((record) => record[name]),
  any: (name: FieldName, records: readonly PublicationRecord[]) =>
    records.some((record) => record[name] === true),
  every: (name: FieldName, records: readonly PublicationRecord[]) => {
    const values = records.flatMap((record): unknown[] => [record[name] ?? []].flat());
    if (values.length < 2) return values;
    const distinct = new Map(values.map((value) => [toCanonicalJson(value), value]));
    return [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  },
};

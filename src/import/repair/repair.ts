import { repairAuthors } from './authors.ts';
import { repairCategories } from './category.ts';
import { repairPlaces } from './places.ts';
import { readAbstract, readTitle } from './text.ts';
import { repairYear } from './year.ts';
import type { LabelField, RawRecord, RepairedRecord, StatedField, Unresolved } from '../record.ts';
import { isKnownCategory } from './vocabulary/categories.ts';

/** What the page that lists a record lists by; its kind is the importer's to know, the page doesn't say. */
export interface ListingHeading {
  kind: 'topic' | 'category';
  name: string;
}

/**
 * Makes a publication of a record as printed. Pure; never throws: a value that no rule understands is in `unresolved`
 * and the rest is kept. The heading adds a topic, or a category.
 */
export function repairRecord(raw: RawRecord, heading: ListingHeading | null): RepairedRecord {
  const { fields, cut } = withoutCutValue(raw);
  const year = repairYear(fields.year ?? []);
  const title = readTitle(raw.title);
  const authors = repairAuthors(fields.authors ?? [], { title, year: year.values[0] ?? null });
  const places = repairPlaces({ country: fields.country ?? [], region: fields.region ?? [] });
  const listed = heading?.kind === 'category' ? [heading.name] : [];
  const categories = repairCategories(fields.category ?? [], listed);
  return {
    raw,
    record: {
      title,
      abstract: readAbstract(raw.abstract),
      year: year.values[0] ?? null,
      url: null,
      isWorldwide: places.isWorldwide,
      countries: places.countries,
      regions: places.regions,
      contributions: authors.values,
      topics: heading?.kind === 'topic' ? [heading.name] : [],
      categories: [...new Set([...listed, ...categories.values])],
      partOf: authors.partOf,
    },
    repairs: [...places.repairs, ...authors.repairs, ...year.repairs, ...categories.repairs],
    unresolved: [
      ...locate(raw, [
        ...places.unresolved,
        ...authors.unresolved,
        ...year.unresolved,
        ...categories.unresolved,
        ...cut,
      ]),
      ...belowOtherLabels(raw),
    ],
  };
}

/** Adds where each value stands. One that a rule took out of a longer line stands on that line. */
function locate({ fields, offsets = {} }: RawRecord, unresolved: readonly Unresolved[]): Unresolved[] {
  const used = new Set<string>();
  return unresolved.map((value): Unresolved => {
    const { field } = value;
    if (!isLabelField(field)) return value;
    const printed = fields[field] ?? [];
    const isFree = (i: number) => !used.has(`${field} ${i}`);
    const exact = printed.findIndex((text, i) => isFree(i) && text.trim() === value.value);
    const at = exact >= 0 ? exact : printed.findIndex((text) => text.includes(value.value));
    used.add(`${field} ${exact}`);
    const offset = offsets[field]?.[at];
    return offset === undefined ? value : { ...value, offset };
  });
}

function isLabelField(field: StatedField): field is LabelField {
  return ['country', 'region', 'authors', 'year', 'category'].includes(field);
}

function belowOtherLabels({ others = [] }: RawRecord): Unresolved[] {
  return others.map(({ label, field, value, offset }) => ({
    field,
    value,
    reason: `stands below the label "${label}", which a listing has no field for`,
    offset,
  }));
}

/**
 * Sets aside the value that the file's end may have cut: "Niger" is a country, and so is what "Niger" may have begun.
 * Values that cannot go on are kept.
 */
function withoutCutValue({ fields, cutField }: RawRecord): {
  fields: RawRecord['fields'];
  cut: Unresolved[];
} {
  if (cutField === undefined || cutField === 'title' || cutField === 'abstract') return { fields, cut: [] };
  const values = fields[cutField] ?? [];
  const last = values.at(-1);
  if (last === undefined || isWhole(cutField, last)) return { fields, cut: [] };
  return {
    fields: { ...fields, [cutField]: values.slice(0, -1) },
    cut: [{ field: cutField, value: last, reason: 'may be cut off by the end of the file' }],
  };
}

function isWhole(field: LabelField, value: string): boolean {
  if (field === 'year') return /^\d{4}$/.test(value);
  if (field === 'category') return isKnownCategory(value);
  return value === 'Worldwide';
}

import { mapFiled } from '../../publication/memberships.ts';
import { repairAuthors } from './authors.ts';
import { isCitation } from './citation-cut.ts';
import { areSorted } from './enumeration.ts';
import { repairCategories } from './category.ts';
import { repairPlaces } from './places.ts';
import { readAbstract, readTitle } from './text.ts';
import { repairYear } from './year.ts';
import type { LabelField, RawRecord, RepairedRecord, StatedField, Unresolved } from '../record.ts';
import { keyOf } from './words.ts';
import { isKnownCategory } from './vocabulary/categories.ts';

/**
 * The heading of the page that lists a record. The page doesn't say whether it is a topic or a category; the importer
 * has to know.
 */
export interface ListingHeading {
  kind: 'topic' | 'category';
  name: string;
}

/** Evidence about a record's authors from the other records of its page. */
interface PageEvidence {
  /** The authors of these records, by `keyOf` of their display names. */
  names: ReadonlySet<string>;
  /** Whether a record prints its authors out of alphabetical order, so that the site didn't sort this page's authors. */
  keepsOrder: boolean;
}

/**
 * Converts a printed record to a publication. Pure; never throws: a value that no rule understands goes to
 * `unresolved`, and the rest is kept. The heading adds a topic or a category.
 *
 * @param page what the page's other records show
 */
export function repairRecord(
  raw: RawRecord,
  heading: ListingHeading | null,
  page: PageEvidence = { names: new Set(), keepsOrder: false },
): RepairedRecord {
  const { fields, cut } = withoutCutValue(raw);
  const year = repairYear(fields.year ?? []);
  const title = readTitle(raw.title);
  const authors = repairAuthors(fields.authors ?? [], {
    title,
    year: year.values[0] ?? null,
    elsewhere: { text: `${title}. ${raw.abstract ?? ''}`, ...page },
  });
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
      ...mapFiled((): string[] => []),
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

/**
 * Repairs the records of a page. Authors that a record leaves in pieces are joined if another record names them.
 *
 * @param headingOf the heading that lists a record
 */
export function repairPage(
  raws: readonly RawRecord[],
  headingOf: (raw: RawRecord) => ListingHeading | null,
): RepairedRecord[] {
  const keepsOrder = raws.some(
    ({ title, fields: { authors = [] } }) => !areSorted(authors) && !isCitation(authors, title),
  );
  const repaired = raws.map((raw) => repairRecord(raw, headingOf(raw), { names: new Set(), keepsOrder }));
  const names = new Set(
    repaired.flatMap(({ record }) => record.contributions.map(({ author }) => keyOf(author.name))),
  );
  return repaired.map((record) => {
    const left = record.unresolved.filter(({ field }) => field === 'authors');
    return left.length < 2 ? record : repairRecord(record.raw, headingOf(record.raw), { names, keepsOrder });
  });
}

/**
 * Adds the line offset of each unresolved value. A value that a rule took out of a longer line gets the offset of that
 * line.
 */
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
 * Removes the value that the end of the file may have truncated: "Niger" is a country, but may also be a truncated
 * "Nigeria". Values that cannot be the beginning of another value are kept.
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

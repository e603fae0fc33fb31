import type { CopyValue } from '../db/copy.ts';
import { FILED_KINDS, type FiledKind, MEMBERSHIPS, type MembershipKind } from '../publication/memberships.ts';
import {
  FIELDS,
  FIELD_NAMES,
  type FieldName,
  HOST_FIELDS,
  HOST_FIELD_NAMES,
  type HostFieldName,
  isList,
} from '../publication/publication.fields.ts';
import { type ContributionRole, REACH } from '../publication/publication.ts';
import type { Lookup } from '../reference/lookup.ts';
import type { Reference } from '../reference/reference.ts';
import { languageRanges } from '../publication/language.ts';
import { packIdentifier } from '../identifier/identifier.ts';
import { digestNonEmpty } from '../text/digest.ts';
import { plain } from '../text/plain.ts';
import { titleKey } from './evidence.ts';
import { authorKey } from './authors.ts';
import type { NamedIds } from './named-ids.ts';
import type { HostWorkRecord, PublicationRecord } from './record.ts';
import type { Slugged } from './slugs.ts';

/** A publication's row, without the search document and columns that the database fills in. */
export type PublicationRow = ReturnType<typeof toPublicationRow>;

/** Hash of a record's statements; equal records have equal hashes. */
export function contentHash(record: PublicationRecord): string {
  return digestNonEmpty(record);
}

/** Converts a record to a publication's row, without the search document. */
export function toPublicationRow(
  { id, slug, base, record }: Slugged & { id: number; record: PublicationRecord },
  names: NamedIds,
  reference: Reference,
) {
  const countries = findByNames(reference.countries, record.countries);
  const regions = findByNames(reference.regions, record.regions);
  const around = regions.flatMap(({ aroundIds }) => aroundIds);
  const within = [...around, ...countries.flatMap(({ regionIds }) => regionIds)];
  const world =
    countries.length > 0 ? reference.regions.all.find(({ parentId }) => parentId === null) : undefined;
  if (world) within.push(world.id);
  const contributors = record.contributions.map(({ author, role }) => ({
    id: idOf(names.authors, authorKey(author)),
    role,
  }));
  const contributorsAs = (role: ContributionRole) =>
    unique(contributors.filter((contributor) => contributor.role === role).map(({ id: author }) => author));
  return {
    id,
    slug,
    slug_base: base,
    ...toFieldColumns(record),
    ...toHostColumns(record.partOf),
    title_key: titleKey(record.title),
    language_keys: unique((record.languages ?? []).flatMap(languageRanges)),
    keyword_keys: unique((record.keywords ?? []).map(plain).filter(Boolean)),
    country_ids: unique(countries.map((country) => country.id)),
    region_ids: unique(regions.map((region) => region.id)),
    around_region_ids: unique(around),
    within_region_ids: unique(within),
    ...toFiledColumns(names, record),
    author_ids: unique(contributors.map((contributor) => contributor.id)),
    author_role_ids: contributorsAs('AUTHOR'),
    publisher_ids: contributorsAs('PUBLISHER'),
    content_hash: contentHash(record),
  };
}

type FiledColumns = Record<(typeof MEMBERSHIPS)[FiledKind]['idsColumn'], number[]>;

/** The columns with the ids of topics and categories. */
function toFiledColumns(names: NamedIds, record: PublicationRecord): FiledColumns {
  return Object.fromEntries(
    FILED_KINDS.map((kind) => {
      const { plural, idsColumn } = MEMBERSHIPS[kind];
      return [idsColumn, idsOf(names[plural], record[plural])];
    }),
  ) as FiledColumns;
}

/** The columns of a publication's own fields. Lists are text arrays. */
type FieldColumns = {
  [Name in FieldName as (typeof FIELDS)[Name]['column']]: NonNullable<
    PublicationRecord[Name]
  > extends unknown[]
    ? string[]
    : Exclude<PublicationRecord[Name], undefined>;
};

function toFieldColumns(record: PublicationRecord): FieldColumns {
  const columns: Partial<Record<keyof FieldColumns, unknown>> = {};
  for (const name of FIELD_NAMES) {
    const { column, form } = FIELDS[name];
    columns[column] =
      name === 'identifiers'
        ? (record.identifiers ?? []).map(packIdentifier)
        : (record[name] ?? (isList(form) ? [] : null));
  }
  return columns as FieldColumns;
}

/** The columns of the host work, all null if there is none. */
type HostColumns = {
  [Name in HostFieldName as (typeof HOST_FIELDS)[Name]['column']]: Exclude<
    HostWorkRecord[Name],
    undefined
  > | null;
};

function toHostColumns(host: HostWorkRecord | null): HostColumns {
  return Object.fromEntries(
    HOST_FIELD_NAMES.map((name) => [HOST_FIELDS[name].column, host?.[name] ?? null]),
  ) as HostColumns;
}

/** The derived columns that an update writes beside fields, topics and categories. */
const DERIVED_COLUMNS: Record<
  Exclude<
    keyof PublicationRow,
    'id' | 'slug' | 'slug_base' | keyof FieldColumns | keyof HostColumns | keyof FiledColumns
  >,
  true
> = {
  title_key: true,
  language_keys: true,
  keyword_keys: true,
  country_ids: true,
  region_ids: true,
  around_region_ids: true,
  within_region_ids: true,
  author_ids: true,
  author_role_ids: true,
  publisher_ids: true,
  content_hash: true,
};

/** The columns that an update writes, without the search document. */
export const PUBLICATION_COLUMNS = [
  ...FIELD_NAMES.map((name) => FIELDS[name].column),
  ...HOST_FIELD_NAMES.map((name) => HOST_FIELDS[name].column),
  ...FILED_KINDS.map((kind) => MEMBERSHIPS[kind].idsColumn),
  ...(Object.keys(DERIVED_COLUMNS) as (keyof typeof DERIVED_COLUMNS)[]),
] as const satisfies readonly (keyof PublicationRow)[];

export const CONTRIBUTION_COLUMNS = [
  'publication_id',
  'position',
  'author_id',
  'role',
  'printed_as',
] as const;

/** The rows of a publication's contributors, in printed order. */
export function toContributionRows(
  id: number,
  { contributions }: PublicationRecord,
  { authors }: NamedIds,
): CopyValue[][] {
  return contributions.map(({ author, role, printedAs }, i) => [
    id,
    i + 1,
    idOf(authors, authorKey(author)),
    role,
    printedAs,
  ]);
}

/** The columns of the membership table of a kind, which lists the publications of each country, region, …. */
export function membershipColumns(kind: MembershipKind): string[] {
  return [`${kind}_id`, 'year_key', 'publication_id', ...(kind === 'region' ? ['reach'] : [])];
}

/** A publication's rows in the membership table. */
export function toMembershipRows(kind: MembershipKind, row: PublicationRow): CopyValue[][] {
  const yearKey = row.year ?? 0;
  if (kind !== 'region') return row[MEMBERSHIPS[kind].listedColumn].map((id) => [id, yearKey, row.id]);
  const { region_ids: direct, around_region_ids: around } = row;
  return row.within_region_ids.map((id) => [
    id,
    yearKey,
    row.id,
    direct.includes(id)
      ? REACH.DIRECT
      : around.includes(id)
        ? REACH.INCLUDING_SUBREGIONS
        : REACH.INCLUDING_COUNTRIES,
  ]);
}

/** @throws if a name is missing, because the reference data changed after the records were read */
function findByNames<T>(
  objects: Lookup<T & { id: number }>,
  names: readonly string[],
): (T & { id: number })[] {
  return names.map((name) => {
    const object = objects.byName(name);
    if (object === undefined)
      throw new Error(`The database does not have ${name}: its reference data is older.`);
    return object;
  });
}

function idOf(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`${key} was not created.`);
  return id;
}

function idsOf(ids: ReadonlyMap<string, number>, keys: readonly string[]): number[] {
  return unique(keys.map((key) => idOf(ids, key)));
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { CountryReference } from '../country/country.ts';
import { tableOf } from '../db/columns.ts';
import type { Db } from '../db/database.ts';
import { oneOf } from '../db/conditions.ts';
import type { DB } from '../db/tables.generated.ts';
import type { Filed } from '../filed/filed.ts';
import { FILED_KINDS, type FiledKind, type FiledPlural, MEMBERSHIPS } from '../publication/memberships.ts';
import type { RegionReference } from '../region/region.ts';

/** A country's row, with the ids of its successors. */
export type CountryRow = Omit<CountryReference, 'successors'> & { id: number; successorIds: number[] };

/** A region's row, with the ids of the countries directly in it. */
export type RegionRow = Omit<RegionReference, 'parent' | 'countries'> & {
  id: number;
  parentId: number | null;
  countryIds: number[];
};

/** The rows of all reference data and their version. Each kind is in the order of lists. */
export interface ReferenceRows extends Record<FiledPlural, Filed[]> {
  version: number;
  countries: CountryRow[];
  regions: RegionRow[];
  formerSlugs: FormerSlug[];
}

/** A former slug of a topic or category. */
export interface FormerSlug {
  /** A kind of `FILED_KINDS`. */
  kind: string;
  slug: string;
  id: number;
}

/** The version of the reference data: the number of the last completed import; 0 if there was none. */
export async function findReferenceVersion(db: Db): Promise<number> {
  const { id } = await db
    .selectFrom('import_run')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirstOrThrow();
  return id ?? 0;
}

type Builder = ExpressionBuilder<DB, never>;

function selectCountries(eb: Builder) {
  return eb
    .selectFrom('country')
    .select(({ selectFrom }) => [
      'id',
      'code',
      'alpha2',
      'alpha3',
      'numeric_code as numericCode',
      'status',
      'name',
      'official_name as officialName',
      'names',
      'aliases',
      sql<number[]>`array(${selectFrom('country_succession')
        .select('successor_id')
        .whereRef('predecessor_id', '=', 'country.id')})`.as('successorIds'),
    ])
    .orderBy('sort_key')
    .orderBy('id');
}

function selectRegions(eb: Builder) {
  return eb
    .selectFrom('region')
    .select(({ selectFrom }) => [
      'id',
      'slug',
      'm49',
      'name',
      'names',
      'aliases',
      'parent_id as parentId',
      sql<number[]>`array(${selectFrom('region_country')
        .select('country_id')
        .whereRef('region_id', '=', 'region.id')})`.as('countryIds'),
    ])
    .orderBy('sort_key')
    .orderBy('id');
}

function selectFiled(eb: Builder, kind: FiledKind) {
  return eb
    .selectFrom(tableOf(kind, ['id', 'slug', 'name', 'description', 'sort_key'], 't'))
    .select(['id', 'slug', 'name', 'description'])
    .orderBy('sort_key')
    .orderBy('id');
}

function selectFormerSlugs(eb: Builder) {
  return eb
    .selectFrom('former_slug')
    .select(['kind', 'slug', 'id'])
    .where(({ ref }) => oneOf(ref('kind'), FILED_KINDS));
}

/** Reads all reference data in one statement, so that it is of one moment. Each kind is in the order of lists. */
export async function findReferenceRows(db: Db): Promise<ReferenceRows> {
  const { version, ...rows } = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('import_run')
        .select(({ fn }) => fn.max('id').as('id'))
        .as('version'),
      jsonArrayFrom(selectCountries(eb)).as('countries'),
      jsonArrayFrom(selectRegions(eb)).as('regions'),
      ...FILED_KINDS.map((kind) => jsonArrayFrom(selectFiled(eb, kind)).as(MEMBERSHIPS[kind].plural)),
      jsonArrayFrom(selectFormerSlugs(eb)).as('formerSlugs'),
    ])
    .executeTakeFirstOrThrow();
  return { version: version ?? 0, ...rows };
}

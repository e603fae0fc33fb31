import { type Insertable, type UpdateObject, sql } from 'kysely';
import type { CountryReference, LocalizedNames } from '../country/country.ts';
import { columnsOf } from '../db/columns.ts';
import { type Db, inTransaction } from '../db/database.ts';
import type { DB } from '../db/tables.generated.ts';
import type { RegionReference } from '../region/region.ts';
import { plain } from '../text/plain.ts';

interface NamedPlace {
  name: string;
  names: LocalizedNames;
  aliases: string[];
}

/** The columns of a place that lists are sorted by and that filters by name search. */
export function toSearchColumns(place: NamedPlace) {
  const names = [place.name, ...Object.values(place.names), ...place.aliases].map(plain);
  return { sort_key: plain(place.name), plain_names: [...new Set(names)].join('\n') };
}

/** Ids of the places whose rows were updated. Inserted rows are not included. */
export interface ChangedPlaces {
  countryIds: number[];
  regionIds: number[];
}

/**
 * Updates countries and regions from the reference data, in one transaction. Ids stay the same. Places that the
 * reference data no longer has are kept, because publications may refer to them.
 */
export async function seedPlaces(
  db: Db,
  countries: readonly CountryReference[],
  regions: readonly RegionReference[],
): Promise<ChangedPlaces> {
  const countryRows = countries.map((country) => ({
    code: country.code,
    alpha2: country.alpha2,
    alpha3: country.alpha3,
    numeric_code: country.numericCode,
    status: country.status,
    name: country.name,
    official_name: country.officialName,
    names: JSON.stringify(country.names),
    aliases: country.aliases,
    ...toSearchColumns(country),
  }));
  const regionRows = regions.map((region) => ({
    slug: region.slug,
    m49: region.m49,
    name: region.name,
    names: JSON.stringify(region.names),
    aliases: region.aliases,
    ...toSearchColumns(region),
  }));
  return inTransaction(db, async (trx) => {
    const countryIds = await upsertCountries(trx, countryRows);
    const regionIds = await upsertRegions(trx, regionRows);
    await nestRegions(trx, regions);
    await relateCountriesToRegions(trx, regions);
    await relateSuccessors(trx, countries);
    return { countryIds, regionIds };
  });
}

/** Upserts countries by code. Equal rows are not written. @returns ids of the updated rows */
async function upsertCountries(db: Db, rows: readonly Insertable<DB['country']>[]): Promise<number[]> {
  const written = await db
    .insertInto('country')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet(excluded('country', rows)).where(isChanged('country', rows)),
    )
    .returning(['id', isNew.as('isNew')])
    .execute();
  return written.filter((row) => !row.isNew).map(({ id }) => id);
}

/** Upserts regions by slug. Equal rows are not written. @returns ids of the updated rows */
async function upsertRegions(db: Db, rows: readonly Insertable<DB['region']>[]): Promise<number[]> {
  const written = await db
    .insertInto('region')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('slug').doUpdateSet(excluded('region', rows)).where(isChanged('region', rows)),
    )
    .returning(['id', isNew.as('isNew')])
    .execute();
  return written.filter((row) => !row.isNew).map(({ id }) => id);
}

/** True for an inserted row: `xmax` is the transaction that replaced a row, and 0 for new rows. */
const isNew = sql<boolean>`xmax = 0`;

type PlaceTable = 'country' | 'region';

function columnsIn<Table extends PlaceTable>(rows: readonly Insertable<DB[Table]>[]) {
  return Object.keys(rows[0] ?? {}) as (keyof DB[Table] & string)[];
}

/** Sets each column to the value of the row that conflicted. */
function excluded<Table extends PlaceTable>(table: Table, rows: readonly Insertable<DB[Table]>[]) {
  const given = columnsOf(table, 'excluded');
  return Object.fromEntries(columnsIn<Table>(rows).map((column) => [column, given(column)])) as UpdateObject<
    DB,
    Table
  >;
}

/** True if a column differs from the row that conflicted. */
function isChanged<Table extends PlaceTable>(table: Table, rows: readonly Insertable<DB[Table]>[]) {
  const columns = columnsIn<Table>(rows);
  const [stored, given] = [columnsOf(table), columnsOf(table, 'excluded')];
  return sql<boolean>`(${sql.join(columns.map(stored))}) is distinct from (${sql.join(columns.map(given))})`;
}

/** Sets the parents of regions. */
async function nestRegions(db: Db, regions: readonly RegionReference[]): Promise<void> {
  const pairs = regions.map(({ slug, parent }): [string, string | null] => [slug, parent]);
  await db
    .updateTable('region')
    .from(pairTable(pairs))
    .leftJoin('region as parent', 'parent.slug', 'pair.right')
    .set(({ ref }) => ({ parent_id: ref('parent.id') }))
    .whereRef('region.slug', '=', 'pair.left')
    .whereRef('region.parent_id', 'is distinct from', 'parent.id')
    .execute();
}

/** Makes `region_country` contain exactly the countries directly in each region. */
async function relateCountriesToRegions(db: Db, regions: readonly RegionReference[]): Promise<void> {
  const pairs = regions.flatMap(({ slug, countries }) =>
    countries.map((code): [string, string] => [slug, code]),
  );
  const wanted = db
    .selectFrom(pairTable(pairs))
    .innerJoin('region', 'region.slug', 'pair.left')
    .innerJoin('country', 'country.code', 'pair.right')
    .select(['region.id as region_id', 'country.id as country_id']);
  await db
    .deleteFrom('region_country')
    .where(({ eb, refTuple }) =>
      eb(refTuple('region_id', 'country_id'), 'not in', wanted.$asTuple('region_id', 'country_id')),
    )
    .execute();
  await db
    .insertInto('region_country')
    .columns(['region_id', 'country_id'])
    .expression(wanted)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Makes `country_succession` contain exactly the successors of former countries. */
async function relateSuccessors(db: Db, countries: readonly CountryReference[]): Promise<void> {
  const pairs = countries.flatMap(({ code, successors }) =>
    successors.map((successor): [string, string] => [code, successor]),
  );
  const wanted = db
    .selectFrom(pairTable(pairs))
    .innerJoin('country as predecessor', 'predecessor.code', 'pair.left')
    .innerJoin('country as successor', 'successor.code', 'pair.right')
    .select(['predecessor.id as predecessor_id', 'successor.id as successor_id']);
  await db
    .deleteFrom('country_succession')
    .where(({ eb, refTuple }) =>
      eb(
        refTuple('predecessor_id', 'successor_id'),
        'not in',
        wanted.$asTuple('predecessor_id', 'successor_id'),
      ),
    )
    .execute();
  await db
    .insertInto('country_succession')
    .columns(['predecessor_id', 'successor_id'])
    .expression(wanted)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Pairs of natural keys as a table `pair`. */
function pairTable<Right extends string | null>(pairs: readonly [left: string, right: Right][]) {
  const [left, right] = [pairs.map((pair) => pair[0]), pairs.map((pair) => pair[1])];
  return sql<{ left: string; right: Right }>`unnest(${left}::text[], ${right}::text[])`.as<'pair'>(
    sql`pair ("left", "right")`,
  );
}

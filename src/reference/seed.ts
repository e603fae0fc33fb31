import { sql } from 'kysely';
import type { CountryReference, LocalizedNames } from '../country/country.ts';
import { type Db, inTransaction } from '../db/database.ts';
import type { RegionReference } from '../region/region.ts';
import { plain } from '../text/plain.ts';

interface Named {
  name: string;
  names: LocalizedNames;
  aliases: string[];
}

/** What lists are ordered by and what a filter by name looks in. */
export function searchable(place: Named) {
  const names = [place.name, ...Object.values(place.names), ...place.aliases].map(plain);
  return { sort_key: plain(place.name), plain_names: [...new Set(names)].join('\n') };
}

/** The places whose row is not what it was; new ones are left out. */
export interface ChangedPlaces {
  countryIds: number[];
  regionIds: number[];
}

/**
 * Updates the tables of countries and regions from the reference data, in one transaction. Rows keep their ids. Places that
 * the reference data no longer has stay, because publications may name them.
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
    names: country.names,
    aliases: country.aliases,
    ...searchable(country),
  }));
  const regionRows = regions.map((region) => ({
    slug: region.slug,
    m49: region.m49,
    name: region.name,
    names: region.names,
    aliases: region.aliases,
    ...searchable(region),
  }));
  return inTransaction(db, async (trx) => {
    const countryIds = await upsert(trx, 'country', 'code', countryRows);
    const regionIds = await upsert(trx, 'region', 'slug', regionRows);
    await sql`
      update region set parent_id = parent.id
      from json_to_recordset(${JSON.stringify(regions)}::json) r (slug text, parent text)
      left join region parent on parent.slug = r.parent
      where region.slug = r.slug and region.parent_id is distinct from parent.id`.execute(trx);
    await relate(trx, 'region_country', {
      pairs: regions.flatMap(({ slug, countries: codes }) => codes.map((code) => [slug, code])),
      left: ['region_id', 'region', 'slug'],
      right: ['country_id', 'country', 'code'],
    });
    await relate(trx, 'country_succession', {
      pairs: countries.flatMap(({ code, successors }) => successors.map((successor) => [code, successor])),
      left: ['predecessor_id', 'country', 'code'],
      right: ['successor_id', 'country', 'code'],
    });
    return { countryIds, regionIds };
  });
}

/**
 * Upserts rows by their key. Equal rows are not written.
 * @returns ids of the updated rows
 */
async function upsert(db: Db, table: 'country' | 'region', key: string, rows: object[]): Promise<number[]> {
  const columns = Object.keys(rows[0] ?? {}).map((column) => sql.ref(column));
  const list = sql.join(columns);
  const excluded = sql.join(columns.map((column) => sql`excluded.${column}`));
  const current = sql.join(columns.map((column) => sql`t.${column}`));
  const { rows: written } = await sql<{ id: number; isNew: boolean }>`
    insert into ${sql.table(table)} as t (${list})
    select ${list} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    on conflict (${sql.ref(key)}) do update set (${list}) = (${excluded})
    where (${current}) is distinct from (${excluded})
    returning id, xmax = 0 as "isNew"`.execute(db);
  return written.filter(({ isNew }) => !isNew).map(({ id }) => id);
}

interface Relation {
  /** Pairs of natural keys. */
  pairs: string[][];
  /** Column, referenced table, and natural key of that table. */
  left: [column: string, table: string, key: string];
  right: [column: string, table: string, key: string];
}

/** Makes a table hold exactly these pairs. Existing pairs are not written. */
async function relate(db: Db, table: string, { pairs, left, right }: Relation): Promise<void> {
  const id = ([, refers, key]: Relation['left'], value: string) =>
    sql`(select id from ${sql.table(refers)} where ${sql.ref(key)} = ${sql.raw(value)})`;
  const wanted = sql`
    select ${id(left, 'l')}, ${id(right, 'r')}
    from unnest(${pairs.map(([l]) => l)}::text[], ${pairs.map(([, r]) => r)}::text[]) pair (l, r)`;
  const columns = sql`${sql.ref(left[0])}, ${sql.ref(right[0])}`;
  await sql`delete from ${sql.table(table)} where (${columns}) not in (${wanted})`.execute(db);
  await sql`insert into ${sql.table(table)} (${columns}) ${wanted} on conflict do nothing`.execute(db);
}

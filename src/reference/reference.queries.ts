import { sql } from 'kysely';
import type { Category } from '../category/category.ts';
import type { CountryReference } from '../country/country.ts';
import type { Db } from '../db/database.ts';
import type { RegionReference } from '../region/region.ts';
import type { Topic } from '../topic/topic.ts';

/** A country's row, with the ids of what became of it. */
export type CountryRow = Omit<CountryReference, 'successors'> & { id: number; successorIds: number[] };

/** A region's row, with the ids of the countries directly in it. */
export type RegionRow = Omit<RegionReference, 'parent' | 'countries'> & {
  id: number;
  parentId: number | null;
  countryIds: number[];
};

export interface ReferenceRows {
  version: number;
  countries: CountryRow[];
  regions: RegionRow[];
  topics: Topic[];
  categories: Category[];
  formerTopics: FormerSlug[];
  formerCategories: FormerSlug[];
}

/** A slug that a topic or category had before. */
export interface FormerSlug {
  slug: string;
  id: number;
}

/** The version of the reference data: the last completed import. 0 of a catalogue that had none. */
export async function findReferenceVersion(db: Db): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select coalesce(max(id), 0) as version from import_run`.execute(db);
  return rows[0]?.version ?? 0;
}

/** All of the reference data, each kind in the order of lists, as of one moment: one statement. */
export async function findReferenceRows(db: Db): Promise<ReferenceRows> {
  const filed = (kind: 'topic' | 'category') => sql`
    (select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name, 'description', description)
       order by sort_key, id), '[]') from ${sql.table(kind)})`;
  const former = (kind: 'topic' | 'category') => sql`
    (select coalesce(json_agg(json_build_object('slug', slug, 'id', id)), '[]') from former_slug where kind = ${kind}::text)`;
  const { rows } = await sql<ReferenceRows>`
    select
      (select coalesce(max(id), 0) from import_run) as version,
      (select coalesce(json_agg(json_build_object(
         'id', id, 'code', code, 'alpha2', alpha2, 'alpha3', alpha3, 'numericCode', numeric_code, 'status', status,
         'name', name, 'officialName', official_name, 'names', names, 'aliases', aliases,
         'successorIds', array(select successor_id from country_succession where predecessor_id = country.id)
       ) order by sort_key, id), '[]') from country) as countries,
      (select coalesce(json_agg(json_build_object(
         'id', id, 'slug', slug, 'm49', m49, 'name', name, 'names', names, 'aliases', aliases, 'parentId', parent_id,
         'countryIds', array(select country_id from region_country where region_id = region.id)
       ) order by sort_key, id), '[]') from region) as regions,
      ${filed('topic')} as topics,
      ${filed('category')} as categories,
      ${former('topic')} as "formerTopics",
      ${former('category')} as "formerCategories"`.execute(db);
  const [reference] = rows;
  if (reference === undefined) throw new Error('A select without from gave no row.');
  return reference;
}

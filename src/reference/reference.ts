import { type Country, listCodes } from '../country/country.ts';
import type { Db } from '../db/database.ts';
import type { Filed } from '../filed/filed.ts';
import { KIND_OF_PLURAL, type FiledPlural, mapFiled } from '../publication/memberships.ts';
import type { Region } from '../region/region.ts';
import { type Lookup, createLookup, mapUnambiguous } from './lookup.ts';
import { type CountryRow, type FormerSlug, type RegionRow, findReferenceRows } from './reference.queries.ts';

/**
 * A snapshot of the small tables that every publication refers to: countries, regions, topics and categories. Ids never
 * change their meaning, so a stale snapshot may lack rows, but its rows are the right ones. Topics and categories are
 * found by current and former slugs.
 */
export interface Reference extends Record<FiledPlural, Lookup<Filed>> {
  /** The number of the last completed import at that moment. */
  version: number;
  /** By any code. */
  countries: Lookup<Country>;
  /** By slug and by M49 code. */
  regions: Lookup<Region>;
}

/** Loads a snapshot from the database in one statement, so that it is of one moment. */
export async function loadReference(db: Db): Promise<Reference> {
  const rows = await findReferenceRows(db);
  const regions = linkRegions(rows.regions);
  const countries = linkCountries(rows.countries, regions);
  return {
    version: rows.version,
    // A reassigned code refers to the country that has it now.
    countries: createLookup(
      countries,
      new Map([
        ...mapUnambiguous(
          countries.filter(({ status }) => status === 'FORMER'),
          listCodes,
        ),
        ...mapUnambiguous(
          countries.filter(({ status }) => status !== 'FORMER'),
          listCodes,
        ),
        ...countries.map((country) => [country.code, country] as const),
      ]),
    ),
    regions: createLookup(
      regions,
      mapUnambiguous(regions, ({ slug, m49 }) => (m49 === null ? [slug] : [slug, m49])),
    ),
    ...mapFiled((plural) =>
      createLookup(
        rows[plural],
        mapSlugs(
          rows[plural],
          rows.formerSlugs.filter(({ kind }) => kind === KIND_OF_PLURAL[plural]),
        ),
      ),
    ),
  };
}

/** Maps current and former slugs to objects. */
function mapSlugs(objects: readonly Filed[], former: readonly FormerSlug[]): Map<string, Filed> {
  const byId = new Map(objects.map((object) => [object.id, object]));
  const renamed = former.flatMap(({ slug, id }) => {
    const object = byId.get(id);
    return object ? [[slug, object] as const] : [];
  });
  return new Map([...renamed, ...objects.map((object) => [object.slug, object] as const)]);
}

function linkRegions(rows: readonly RegionRow[]): Region[] {
  const regions = new Map<number, Region>(
    rows.map((row) => [row.id, { ...row, childIds: [], withinIds: [], aroundIds: [], allCountryIds: [] }]),
  );
  for (const region of regions.values()) {
    if (region.parentId !== null) regions.get(region.parentId)?.childIds.push(region.id);
    for (let around: Region | undefined = region; around; around = regions.get(around.parentId ?? -1)) {
      region.aroundIds.push(around.id);
      around.withinIds.push(region.id);
      around.allCountryIds = [...new Set([...around.allCountryIds, ...region.countryIds])];
    }
  }
  return [...regions.values()];
}

function linkCountries(rows: readonly CountryRow[], regions: readonly Region[]): Country[] {
  const narrowestFirst = regions
    .filter(({ parentId }) => parentId !== null)
    .sort((a, b) => b.aroundIds.length - a.aroundIds.length);
  return rows.map((row) => ({
    ...row,
    predecessorIds: rows.filter(({ successorIds }) => successorIds.includes(row.id)).map(({ id }) => id),
    regionIds: narrowestFirst.filter((region) => region.allCountryIds.includes(row.id)).map(({ id }) => id),
  }));
}

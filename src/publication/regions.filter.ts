import { columnsOf } from '../db/columns.ts';
import { readRegion } from '../reference/read.ts';
import type { Reference } from '../reference/reference.ts';
import type { RegionMatch } from '../schema.generated.ts';
import type { IdsOf } from './publication.names.ts';

/** What the schema declares as the default; used for a `match` that is given as null. */
export const DEFAULT_MATCH: RegionMatch = 'INCLUDING_COUNTRIES';

const p = columnsOf('publication', 'p');

/**
 * The column that `filter.regions` is compared with. For INCLUDING_SUBREGIONS the ids of the subregions are in the query
 * instead (`regionIds`), so that one index serves two ways to match.
 */
export function regionsColumn(match: RegionMatch) {
  return match === 'INCLUDING_COUNTRIES' ? p('within_region_ids') : p('region_ids');
}

/** Reads a region's slug as the ids to look for in `regionsColumn`. */
export function regionIds(reference: Reference, match: RegionMatch): IdsOf {
  return (slug, argument) => {
    const region = readRegion(reference, slug, argument);
    return match === 'INCLUDING_SUBREGIONS' ? region.withinIds : [region.id];
  };
}

import { columnsOf } from '../db/columns.ts';
import { readRegion } from '../reference/read.ts';
import type { Reference } from '../reference/reference.ts';
import type { RegionMatch } from '../schema.generated.ts';
import type { ResolveIds } from './publication.names.ts';

/** The default of `match` in the schema. It also replaces an explicit null. */
export const DEFAULT_MATCH: RegionMatch = 'INCLUDING_COUNTRIES';

const p = columnsOf('publication', 'p');

/**
 * The column that `filter.regions` is compared with. INCLUDING_SUBREGIONS compares the ids of the subregions instead
 * (`regionIds`), so that one index serves both DIRECT and INCLUDING_SUBREGIONS.
 */
export function regionsColumn(match: RegionMatch) {
  return match === 'INCLUDING_COUNTRIES' ? p('within_region_ids') : p('region_ids');
}

/** Resolves a region's slug to the ids to look for in `regionsColumn`. */
export function resolveRegion(reference: Reference, match: RegionMatch): ResolveIds {
  return (slug, argument) => {
    const region = readRegion(reference, slug, argument);
    return match === 'INCLUDING_SUBREGIONS' ? region.withinIds : [region.id];
  };
}

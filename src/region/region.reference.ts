import { readReferenceFile } from '../reference/files.ts';
import type { RegionReference, RegionalOffice } from './region.ts';

/**
 * Reads all M49 regions and the regions that are only used in the field, sorted by slug. The database is seeded
 * with them.
 */
export function readRegionReferences(): RegionReference[] {
  return readReferenceFile<RegionReference[]>('regions.generated.json');
}

/** Reads the names of regional offices that cover several regions. */
export function readRegionalOffices(): RegionalOffice[] {
  return readReferenceFile<{ offices: RegionalOffice[] }>('field-regions.json').offices;
}

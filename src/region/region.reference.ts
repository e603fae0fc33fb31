import { readReferenceFile } from '../reference/files.ts';
import type { RegionReference, RegionalOffice } from './region.ts';

/** Every M49 region and every region of the field, sorted by slug: what the database is seeded with. */
export function regionReferences(): RegionReference[] {
  return readReferenceFile<RegionReference[]>('regions.generated.json');
}

/** The regional-office names that list several regions. */
export function regionalOffices(): RegionalOffice[] {
  return readReferenceFile<{ offices: RegionalOffice[] }>('field-regions.json').offices;
}

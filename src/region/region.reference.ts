import { readReferenceFile } from '../reference/files.ts';
import type { RegionReference } from './region.ts';

/** Every M49 region and every region of the field, sorted by slug: what the database is seeded with. */
export function regionReferences(): RegionReference[] {
  return readReferenceFile<RegionReference[]>('regions.generated.json');
}

import { readReferenceFile } from '../reference/files.ts';
import type { CountryReference } from './country.ts';

/** Reads all current, former and user-assigned countries, sorted by code. The database is seeded with them. */
export function readCountryReferences(): CountryReference[] {
  return readReferenceFile<CountryReference[]>('countries.generated.json');
}

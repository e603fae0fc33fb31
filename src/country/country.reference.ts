import { readReferenceFile } from '../reference/files.ts';
import type { CountryReference } from './country.ts';

/** Every current, former and user-assigned country, sorted by code: what the database is seeded with. */
export function countryReferences(): CountryReference[] {
  return readReferenceFile<CountryReference[]>('countries.generated.json');
}

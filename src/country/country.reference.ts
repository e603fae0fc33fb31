import { readReference } from '../reference/reference.ts';
import type { CountryReference } from './country.ts';

/** Every current, former and user-assigned country, sorted by code: what the database is seeded with. */
export function countryReferences(): CountryReference[] {
  return readReference<CountryReference[]>('countries.generated.json');
}

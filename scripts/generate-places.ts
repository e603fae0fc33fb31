import path from 'node:path';
import { buildCountries } from './places/countries.ts';
import { buildRegions } from './places/regions.ts';
import { writeIfChanged } from './write-if-changed.ts';

/**
 * Writes data/reference/{countries,regions}.generated.json from libraries and the manual files beside them. The output
 * is deterministic: everything is sorted, and nothing depends on the clock or the locale.
 */
const write = (file: string, content: unknown): void =>
  writeIfChanged(
    path.join(import.meta.dirname, '../data/reference', file),
    `${JSON.stringify(content, null, 2)}\n`,
  );

const countries = buildCountries();
const regions = buildRegions(countries);
write('countries.generated.json', countries);
write('regions.generated.json', regions);
console.log(`${countries.length} countries, ${regions.length} regions`);

import { writeFileSync } from 'node:fs';
import { buildCountries } from './places/countries.ts';
import { buildRegions } from './places/regions.ts';

/**
 * Writes data/reference/{countries,regions}.generated.json from libraries and the manual files beside them. The output
 * is deterministic: everything is sorted, and nothing depends on the clock or the locale.
 */
const write = (file: string, content: unknown): void =>
  writeFileSync(
    new URL(`../data/reference/${file}`, import.meta.url),
    `${JSON.stringify(content, null, 2)}\n`,
  );

const countries = buildCountries();
const regions = buildRegions(countries);
write('countries.generated.json', countries);
write('regions.generated.json', regions);
console.log(`${countries.length} countries, ${regions.length} regions`);

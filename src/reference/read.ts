import type { Country } from '../country/country.ts';
import { badInput, quoted } from '../graphql/errors.ts';
import type { Region } from '../region/region.ts';
import type { Reference } from './reference.ts';

/** The country of a code, in any case. @throws BAD_USER_INPUT naming `argument` where no country has it. */
export function readCountry({ countries }: Reference, code: string, argument: string): Country {
  const country = countries.byName(code);
  if (country) return country;
  throw badInput(
    argument,
    `no country has the code ${quoted(code)}; give an ISO 3166 code such as "NG", "NGA" or "566".`,
  );
}

/** The region of a slug or M49 code. @throws BAD_USER_INPUT naming `argument` where there is none. */
export function readRegion({ regions }: Reference, slug: string, argument: string): Region {
  const region = regions.byName(slug);
  if (region) return region;
  throw badInput(
    argument,
    `no region has the slug or M49 code ${quoted(slug)}; give one that "regions" lists, such as "west-africa".`,
  );
}

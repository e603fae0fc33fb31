import type { Country } from '../country/country.ts';
import { badInput, quote } from '../graphql/errors.ts';
import { KIND_OF_PLURAL, type FiledPlural } from '../publication/memberships.ts';
import type { Region } from '../region/region.ts';
import { type NamedValue, findNearest } from '../text/nearest.ts';
import type { Reference } from './reference.ts';

// The functions below resolve names in arguments. Unknown names throw BAD_USER_INPUT with the argument and the nearest
// name.

/** Returns the country with a code, in any case. @throws BAD_USER_INPUT naming `argument` if the code is unknown */
export function readCountry({ countries }: Reference, code: string, argument: string): Country {
  const country = countries.byName(code);
  if (country) return country;
  const candidates = countries.all.map((country) => ({
    value: country.code,
    names: [country.code, country.alpha3, country.name, country.officialName ?? '', ...country.aliases],
  }));
  throw unknown(
    argument,
    `no country has the code ${quote(code)}`,
    findNearest(code, candidates),
    'give an ISO 3166 code such as "NG", "NGA" or "566".',
  );
}

/** Returns the region with a slug or M49 code. @throws BAD_USER_INPUT naming `argument` if the slug is unknown */
export function readRegion({ regions }: Reference, slug: string, argument: string): Region {
  const region = regions.byName(slug);
  if (region) return region;
  const candidates = regions.all.map((region) => ({
    value: region.slug,
    names: [region.slug, region.m49 ?? '', region.name, ...region.aliases],
  }));
  throw unknown(
    argument,
    `no region has the slug or M49 code ${quote(slug)}`,
    findNearest(slug, candidates),
    'give one that "regions" lists, such as "west-africa".',
  );
}

/** Returns the topic or category with a slug. @throws BAD_USER_INPUT naming `argument` if the slug is unknown */
export function readFiled<Kind extends FiledPlural>(
  reference: Pick<Reference, Kind>,
  kind: Kind,
  slug: string,
  argument: string,
): { id: number } {
  const object = reference[kind].byName(slug);
  if (object) return object;
  const candidates: NamedValue[] = reference[kind].all.map((item) => ({
    value: item.slug,
    names: [item.slug, item.name],
  }));
  throw unknown(
    argument,
    `no ${KIND_OF_PLURAL[kind]} has the slug ${quote(slug)}`,
    findNearest(slug, candidates),
    `give one that "${kind}" lists.`,
  );
}

/** A slug in an argument, with the value that the client gave and its path. */
export interface NamedSlug {
  slug: string;
  value: string;
  at: string;
}

/** @throws BAD_USER_INPUT naming the first slug that is not in `known` */
export async function checkSlugs(
  kind: 'author' | 'publication',
  named: readonly NamedSlug[],
  known: ReadonlyMap<string, number>,
  findNearest: (slug: string) => Promise<string | null>,
): Promise<void> {
  const missing = named.find(({ slug }) => !known.has(slug));
  if (!missing) return;
  const { slug, value, at } = missing;
  throw unknown(
    at,
    `no ${kind} has the ${slug === value ? 'slug' : 'id'} ${quote(value)}`,
    await findNearest(slug),
    `give one that "${kind}s" lists.`,
  );
}

/** Creates the error for an unknown value. `remedy` says what to give if no known value is similar. */
function unknown(argument: string, problem: string, nearest: string | null, remedy: string) {
  return badInput(
    argument,
    nearest === null ? `${problem}; ${remedy}` : `${problem}; the nearest is ${quote(nearest)}.`,
  );
}

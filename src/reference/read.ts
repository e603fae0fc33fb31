import type { Country } from '../country/country.ts';
import { badInput, quoted } from '../graphql/errors.ts';
import type { Region } from '../region/region.ts';
import { type Candidate, findNearest } from '../text/nearest.ts';
import type { Reference } from './reference.ts';

/** Reads what arguments name. All throw BAD_USER_INPUT naming `argument`, with the nearest value that exists. */

/** The country of a code, in any case. */
export function readCountry({ countries }: Reference, code: string, argument: string): Country {
  const country = countries.byName(code);
  if (country) return country;
  const candidates = countries.all.map((of) => ({
    value: of.code,
    names: [of.code, of.alpha3, of.name, of.officialName ?? '', ...of.aliases],
  }));
  throw unknown(
    argument,
    `no country has the code ${quoted(code)}`,
    findNearest(code, candidates),
    'give an ISO 3166 code such as "NG", "NGA" or "566".',
  );
}

/** The region of a slug or M49 code. */
export function readRegion({ regions }: Reference, slug: string, argument: string): Region {
  const region = regions.byName(slug);
  if (region) return region;
  const candidates = regions.all.map((of) => ({
    value: of.slug,
    names: [of.slug, of.m49 ?? '', of.name, ...of.aliases],
  }));
  throw unknown(
    argument,
    `no region has the slug or M49 code ${quoted(slug)}`,
    findNearest(slug, candidates),
    'give one that "regions" lists, such as "west-africa".',
  );
}

const SINGULAR = { topics: 'topic', categories: 'category' } as const;

/** The topic or category of a slug. */
export function readFiled<Kind extends keyof typeof SINGULAR>(
  reference: Pick<Reference, Kind>,
  kind: Kind,
  slug: string,
  argument: string,
): { id: number } {
  const object = reference[kind].byName(slug);
  if (object) return object;
  const candidates: Candidate[] = reference[kind].all.map((of) => ({
    value: of.slug,
    names: [of.slug, of.name],
  }));
  throw unknown(
    argument,
    `no ${SINGULAR[kind]} has the slug ${quoted(slug)}`,
    findNearest(slug, candidates),
    `give one that "${kind}" lists.`,
  );
}

/** A slug that an argument names, with the value that the client gave and where. */
export interface NamedSlug {
  slug: string;
  value: string;
  at: string;
}

/** @throws BAD_USER_INPUT naming the first slug that is not among `known` */
export async function demandKnown(
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
    `no ${kind} has the ${slug === value ? 'slug' : 'id'} ${quoted(value)}`,
    await findNearest(slug),
    `give one that "${kind}s" lists.`,
  );
}

/** The error for a value that nothing has. `remedy` says what to give if there is no value near it. */
function unknown(argument: string, problem: string, nearest: string | null, remedy: string) {
  return badInput(
    argument,
    nearest === null ? `${problem}; ${remedy}` : `${problem}; the nearest is ${quoted(nearest)}.`,
  );
}

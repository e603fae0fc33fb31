import type { LocalizedNames } from '../country/country.ts';

/** A region in the reference data (data/reference/regions.generated.json). */
export interface RegionReference {
  slug: string;
  /** The UN M49 area code, three digits. Null for regions that are only used in the field ("Horn of Africa"). */
  m49: string | null;
  /** The usual name in the field: "West Africa". The M49 name ("Western Africa") is an alias. */
  name: string;
  names: LocalizedNames;
  aliases: string[];
  /** The slug of the parent region; null for the world. */
  parent: string | null;
  /** Codes of the countries directly in the region, not in a subregion. A country may be in several regions. */
  countries: string[];
}

/** A region in the catalogue. Related objects are database ids. */
export interface Region extends Omit<RegionReference, 'parent' | 'countries'> {
  id: number;
  parentId: number | null;
  childIds: number[];
  /** The countries directly in the region. */
  countryIds: number[];
  /** The region and all its descendants. */
  withinIds: number[];
  /** The region and all its ancestors. */
  aroundIds: number[];
  /** The countries in the region or in its descendants. */
  allCountryIds: number[];
}

/** The name of an organization's regional office that covers several regions: "West and Central Africa". */
export interface RegionalOffice {
  name: string;
  /** Slugs of the regions that it covers, in the order of the name. */
  regions: string[];
  /** The organization, and where the name was found. */
  source: string;
}

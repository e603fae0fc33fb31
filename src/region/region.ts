import type { LocalizedNames } from '../country/country.ts';

/** A region as the reference data has it (data/reference/regions.generated.json). */
export interface RegionReference {
  slug: string;
  /** The UN M49 area code, three digits; null of a region that only the field knows ("Horn of Africa"). */
  m49: string | null;
  /** The field's usual name: "West Africa"; M49's ("Western Africa") is an alias. */
  name: string;
  names: LocalizedNames;
  aliases: string[];
  /** Slug of the region it lies in; null of the world. */
  parent: string | null;
  /** Codes of the countries that lie in it directly (not through a subregion). A country may lie in several. */
  countries: string[];
}

/** A region as the catalogue has it, with its ties to others as database ids. */
export interface Region extends Omit<RegionReference, 'parent' | 'countries'> {
  id: number;
  parentId: number | null;
  childIds: number[];
  /** The countries that lie in it directly. */
  countryIds: number[];
  /** The region itself and every region within it. */
  withinIds: number[];
  /** The region itself and every region it lies in. */
  aroundIds: number[];
  /** The countries that lie in it or in a region within it. */
  allCountryIds: number[];
}

/** The name of an organisation's regional office that lists several regions: "West and Central Africa". */
export interface RegionalOffice {
  name: string;
  /** Slugs of the regions that it lists, in its order. */
  regions: string[];
  /** Whose office it is, and where the name was found. */
  source: string;
}

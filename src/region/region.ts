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

/** The name of an organisation's regional office that lists several regions: "West and Central Africa". */
export interface RegionalOffice {
  name: string;
  /** Slugs of the regions that it lists, in its order. */
  regions: string[];
  /** Whose office it is, and where the name was found. */
  source: string;
}

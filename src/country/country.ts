/** A country's standing in ISO 3166: current (3166-1), former (3166-3), or a user-assigned code (XK, Kosovo). */
export type CountryStatus = 'CURRENT' | 'FORMER' | 'USER_ASSIGNED';

/** Names by language tag: en, fr, es, ar; a language without a name is absent. */
export type LocalizedNames = Partial<Record<'en' | 'fr' | 'es' | 'ar', string>>;

/** A country as the reference data has it (data/reference/countries.generated.json). */
export interface CountryReference {
  /** Alpha-2; of a former country its ISO 3166-3 four letters, for alpha-2 codes are reused. */
  code: string;
  alpha2: string;
  alpha3: string;
  /** Three digits as text; null where none was assigned. */
  numericCode: string | null;
  status: CountryStatus;
  /** The usual English short name: "Tanzania", "North Macedonia". */
  name: string;
  /** The formal English name where a library has it: "United Republic of Tanzania"; otherwise null. */
  officialName: string | null;
  names: LocalizedNames;
  /** Every other name it is known by, in any language, without duplicates of `name`. */
  aliases: string[];
  /** Codes of the countries that a former one became. */
  successors: string[];
}

/** A country as the catalogue has it, with its ties to others as database ids. */
export interface Country extends Omit<CountryReference, 'successors'> {
  id: number;
  successorIds: number[];
  predecessorIds: number[];
  /** Every region it lies in but the world, the narrowest first. */
  regionIds: number[];
}

/** The codes that name a country in arguments, upper case. */
export function codesOf(country: Country): string[] {
  return [country.code, country.alpha2, country.alpha3, country.numericCode].filter((code) => code !== null);
}

/** A place's name in a language; in English where it is not known in that. */
export function nameIn(
  place: { name: string; names: LocalizedNames },
  language: 'EN' | 'FR' | 'ES' | 'AR',
): string {
  const tag = ({ EN: 'en', FR: 'fr', ES: 'es', AR: 'ar' } as const)[language];
  return (tag === 'en' ? undefined : place.names[tag]) ?? place.name;
}

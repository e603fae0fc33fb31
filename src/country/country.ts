/** The status of a country code: current (ISO 3166-1), former (ISO 3166-3), or user-assigned (XK, Kosovo). */
export type CountryStatus = 'CURRENT' | 'FORMER' | 'USER_ASSIGNED';

/** Names by language tag. Languages without a name are absent. */
export type LocalizedNames = Partial<Record<'en' | 'fr' | 'es' | 'ar', string>>;

/** A country in the reference data (data/reference/countries.generated.json). */
export interface CountryReference {
  /** Alpha-2 code. Former countries have their four-letter ISO 3166-3 code, because alpha-2 codes are reused. */
  code: string;
  alpha2: string;
  alpha3: string;
  /** Three digits, as text. Null if no code was assigned. */
  numericCode: string | null;
  status: CountryStatus;
  /** The usual English short name: "Tanzania", "North Macedonia". */
  name: string;
  /** The formal English name, if a source of the reference data has it: "United Republic of Tanzania". */
  officialName: string | null;
  names: LocalizedNames;
  /** All other names, in any language, without duplicates of `name`. */
  aliases: string[];
  /** For a former country, the codes of the countries that succeeded it. */
  successors: string[];
}

/** A country in the catalogue. Related objects are database ids. */
export interface Country extends Omit<CountryReference, 'successors'> {
  id: number;
  successorIds: number[];
  predecessorIds: number[];
  /** The regions that contain it, except the world, the smallest first. */
  regionIds: number[];
}

/** The codes that identify a country in arguments, in upper case. */
export function listCodes(country: Country): string[] {
  return [country.code, country.alpha2, country.alpha3, country.numericCode].filter((code) => code !== null);
}

/** The language tags of names, English first. */
const TAGS = { EN: 'en', FR: 'fr', ES: 'es', AR: 'ar' } as const;
export type NameLanguage = keyof typeof TAGS;

/** An object with an English name and possibly names in other languages. */
interface MultilingualName {
  name: string;
  names: LocalizedNames;
}

/** A place's name in a language. Falls back to English. */
export function nameIn({ name, names }: MultilingualName, language: NameLanguage): string {
  return language === 'EN' ? name : (names[TAGS[language]] ?? name);
}

/** A place's known names by language, English first. */
export function toLocalizedNames({
  name,
  names,
}: MultilingualName): { language: NameLanguage; text: string }[] {
  return (Object.keys(TAGS) as NameLanguage[]).flatMap((language) => {
    const text = language === 'EN' ? name : names[TAGS[language]];
    return text === undefined ? [] : [{ language, text }];
  });
}

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

/** The languages of names, English first, with their tags. */
const TAGS = { EN: 'en', FR: 'fr', ES: 'es', AR: 'ar' } as const;
export type NameLanguage = keyof typeof TAGS;

/** What has a name in English and may have others. */
interface Named {
  name: string;
  names: LocalizedNames;
}

/** A place's name in a language; in English if it isn't known in that language. */
export function nameIn({ name, names }: Named, language: NameLanguage): string {
  return language === 'EN' ? name : (names[TAGS[language]] ?? name);
}

/** A place's names in the languages that it is known in, English first. */
export function localizedNames({ name, names }: Named): { language: NameLanguage; text: string }[] {
  return (Object.keys(TAGS) as NameLanguage[]).flatMap((language) => {
    const text = language === 'EN' ? name : names[TAGS[language]];
    return text === undefined ? [] : [{ language, text }];
  });
}

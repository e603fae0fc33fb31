import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { LocalizedNames } from '../../src/country/country.ts';
import type { RegionalOffice } from '../../src/region/region.ts';

/** Reads the libraries and the manual files, without decisions between them. */

const require = createRequire(import.meta.url);

export const languages = ['en', 'fr', 'es', 'ar'] as const;
export type Language = (typeof languages)[number];

interface Territories {
  main: Record<string, { localeDisplayNames: { territories: Record<string, string> } }>;
}

const byLanguage = <T>(load: (language: Language) => T): Record<Language, T> =>
  Object.fromEntries(languages.map((language) => [language, load(language)])) as Record<Language, T>;

const territories = byLanguage((language) => {
  const file = require(`cldr-localenames-full/main/${language}/territories.json`) as Territories;
  return file.main[language]?.localeDisplayNames.territories ?? {};
});

const isoNames = byLanguage((language) => {
  const file = require(`i18n-iso-countries/langs/${language}.json`) as {
    countries: Record<string, string | string[]>;
  };
  return file.countries;
});

/**
 * CLDR's name for a current alpha-2 or M49 code. Don't call it for a former country, whose alpha-2 may belong to another
 * country now. CLDR's "&" becomes "and", and typographic apostrophes become straight ones.
 */
export function cldrName(
  language: Language,
  code: string,
  form?: 'short' | 'variant' | 'chagos',
): string | undefined {
  return territories[language][form ? `${code}-alt-${form}` : code]
    ?.replace(/ & /g, ' and ')
    .replace(/’/g, "'");
}

/** All names in i18n-iso-countries for a current alpha-2 code, the official one first. */
export function isoCountriesNames(language: Language, alpha2: string): string[] {
  return [isoNames[language][alpha2] ?? []].flat();
}

export interface Aliases {
  countries: { code: string; aliases: string[]; source: string }[];
  regions: { m49: string; name: string; aliases: string[]; source: string }[];
  /** Names that mean several places equally; they are assigned to none. */
  ambiguous: { name: string; reason: string }[];
}

export interface FieldRegions {
  regions: {
    name: string;
    parent: string;
    /** M49 areas that are completely in the region. */
    areas: string[];
    countries: string[];
    aliases: string[];
    names: LocalizedNames;
    source: string;
  }[];
  offices: RegionalOffice[];
}

const readData = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../../data/reference/${file}`, import.meta.url), 'utf8')) as T;

export const aliases = (): Aliases => readData('aliases.json');
export const fieldRegions = (): FieldRegions => readData('field-regions.json');

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { LocalizedNames } from '../../src/country/country.ts';
import type { RegionalOffice } from '../../src/region/region.ts';

/** What the libraries and the hand-kept files know; nothing is decided here. */

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
 * CLDR's name of a current alpha-2 or M49 code. Never to be asked for a former country: its alpha-2 may be another's.
 * CLDR writes "&" and typographic apostrophes; names are given with "and" and straight ones.
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

/** Every name i18n-iso-countries has of a current alpha-2 code; the first is the one it calls official. */
export function isoCountriesNames(language: Language, alpha2: string): string[] {
  return [isoNames[language][alpha2] ?? []].flat();
}

export interface Aliases {
  countries: { code: string; aliases: string[]; source: string }[];
  regions: { m49: string; name: string; aliases: string[]; source: string }[];
  /** Names that mean several places in equal measure: no place has them. */
  ambiguous: { name: string; reason: string }[];
}

export interface FieldRegions {
  regions: {
    name: string;
    parent: string;
    /** M49 areas that the region takes in whole. */
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

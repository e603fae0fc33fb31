import { lookUp } from './look-up.ts';

/** Codes of ISO 639-2/B that differ from 639-2/T, and language names of babel and polyglossia. */
const OTHERS: Readonly<Record<string, string>> = {
  alb: 'sq',
  arm: 'hy',
  baq: 'eu',
  bur: 'my',
  chi: 'zh',
  cze: 'cs',
  dut: 'nl',
  fre: 'fr',
  geo: 'ka',
  ger: 'de',
  gre: 'el',
  ice: 'is',
  mac: 'mk',
  mao: 'mi',
  may: 'ms',
  per: 'fa',
  rum: 'ro',
  slo: 'sk',
  tib: 'bo',
  wel: 'cy',
  american: 'en-US',
  usenglish: 'en-US',
  british: 'en-GB',
  ukenglish: 'en-GB',
  australian: 'en-AU',
  canadian: 'en-CA',
  newzealand: 'en-NZ',
  ngerman: 'de',
  naustrian: 'de-AT',
  austrian: 'de-AT',
  swissgerman: 'de-CH',
  nswissgerman: 'de-CH',
  francais: 'fr',
  acadian: 'fr-CA',
  canadien: 'fr-CA',
  brazilian: 'pt-BR',
  brazil: 'pt-BR',
  portuges: 'pt',
  farsi: 'fa',
  nynorsk: 'nn',
  norsk: 'nb',
  castilian: 'es',
  mandarin: 'zh',
};

/** Two-letter codes by language name, in English and in the language itself. */
const BY_NAME = nameLanguages();

function nameLanguages(): ReadonlyMap<string, string> {
  const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const names = new Map<string, string>();
  for (const first of letters)
    for (const second of letters) {
      const code = first + second;
      const name = english.of(code);
      // A replaced code ("iw") has the name of its replacement, so it is skipped.
      if (name === undefined || Intl.getCanonicalLocales(code)[0] !== code) continue;
      names.set(fold(name), code);
      const own = new Intl.DisplayNames(code, { type: 'language', fallback: 'none' }).of(code);
      if (own !== undefined && !names.has(fold(own))) names.set(fold(own), code);
    }
  return names;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The BCP 47 tag of a language, from a tag ("en_US"), an ISO 639 code ("eng", "fre"), its English or own name, or
 * babel's name. Null if the text is none of them.
 */
export function readLanguage(text: string): string | null {
  const trimmed = text.trim();
  const key = fold(trimmed);
  const named = lookUp(OTHERS, key) ?? BY_NAME.get(key);
  if (named !== undefined) return named;
  if (!/^[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?$/i.test(trimmed)) return null;
  const [tag = ''] = Intl.getCanonicalLocales(trimmed.replaceAll('_', '-'));
  const [language = ''] = tag.split('-');
  // A code without a name is not a language: "xx", "und".
  const isKnown =
    new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language) !== undefined;
  return isKnown && !/^(?:und|mul|zxx|mis|root)$/.test(language) ? tag : null;
}

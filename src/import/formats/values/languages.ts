/** Codes of ISO 639-2/B that are not those of 639-2/T, and names that babel and polyglossia use. */
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

/** Two-letter codes by the language's name, in English and in the language itself. */
const BY_NAME = nameLanguages();

function nameLanguages(): ReadonlyMap<string, string> {
  const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const names = new Map<string, string>();
  for (const first of letters)
    for (const second of letters) {
      const code = first + second;
      const name = english.of(code);
      // Codes that were replaced ("iw") have the name of the one that replaced them.
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
 * The BCP 47 tag of a language that a source names by a tag ("en_US"), a code of ISO 639 ("eng", "fre"), its English or own
 * name, or babel's name. Null if it names none.
 */
export function readLanguage(text: string): string | null {
  const trimmed = text.trim();
  const key = fold(trimmed);
  const named = OTHERS[key] ?? BY_NAME.get(key);
  if (named !== undefined) return named;
  if (!/^[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?$/i.test(trimmed)) return null;
  const [tag = ''] = Intl.getCanonicalLocales(trimmed.replaceAll('_', '-'));
  const [language = ''] = tag.split('-');
  // A code that nothing has a name for is no language: "xx", "und".
  const isKnown =
    new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language) !== undefined;
  return isKnown && !/^(?:und|mul|zxx|mis|root)$/.test(language) ? tag : null;
}

/** The BCP 47 tag in its usual form ("pt-br" is "pt-BR"); null if the text isn't one. */
export function readLanguage(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * The ranges that a language lies in, in lower case, itself included: "pt-br" and "pt" (RFC 4647, basic filtering). What is not
 * a tag itself is left out: "en-x" of "en-x-simple".
 */
export function languageRanges(tag: string): string[] {
  const parts = tag.toLowerCase().split('-');
  const ranges = parts.map((_, i) => parts.slice(0, i + 1).join('-'));
  return ranges.filter((range) => readLanguage(range)?.toLowerCase() === range);
}

const names = new Intl.DisplayNames('en', { type: 'language' });

/** The English name of a language; its tag if it has none, as for private use. */
export function languageName(tag: string): string {
  return tag.startsWith('x-') ? tag : (names.of(tag) ?? tag);
}

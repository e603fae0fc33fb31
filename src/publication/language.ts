/** The canonical form of a BCP 47 tag: "pt-br" becomes "pt-BR". Null if the tag is invalid. */
export function readLanguage(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * The language ranges that match a tag, in lower case: "pt-br" gives "pt" and "pt-br" (RFC 4647, basic filtering).
 * Prefixes that are not valid tags are left out, such as "en-x" of "en-x-simple".
 */
export function languageRanges(tag: string): string[] {
  const parts = tag.toLowerCase().split('-');
  const ranges = parts.map((_, i) => parts.slice(0, i + 1).join('-'));
  return ranges.filter((range) => readLanguage(range)?.toLowerCase() === range);
}

const names = new Intl.DisplayNames('en', { type: 'language' });

/** The English name of a language. A tag without a name, such as a private-use tag, is returned unchanged. */
export function languageName(tag: string): string {
  return tag.startsWith('x-') ? tag : (names.of(tag) ?? tag);
}

/** The BCP 47 tag in its usual form ("pt-br" is "pt-BR"); null if the text isn't one. */
export function readLanguage(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/** The ranges that a language lies in, in lower case, itself included: "pt-br" and "pt" (RFC 4647, basic filtering). */
export function languageRanges(tag: string): string[] {
  const parts = tag.toLowerCase().split('-');
  return parts.map((_, i) => parts.slice(0, i + 1).join('-'));
}

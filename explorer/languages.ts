const names = new Intl.DisplayNames('en', { type: 'language' });

/** The English name of a language: `fr` is "French". A tag that is invalid or has no name is returned unchanged. */
export function toLanguageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

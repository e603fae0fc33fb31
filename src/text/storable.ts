/** Replaces NUL and lone surrogates, which PostgreSQL can't store, with U+FFFD. */
export function toStorable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

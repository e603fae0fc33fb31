/** A text that PostgreSQL can store: NUL and halves of characters become U+FFFD. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

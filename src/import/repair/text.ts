/** A title as one line: runs of white space become one space. Nothing else changes, not even "years.The key". */
export function readTitle(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** An abstract with its paragraphs: runs of spaces become one, lines and blank lines stay. Empty becomes null. */
export function readAbstract(text: string | null): string | null {
  if (text === null) return null;
  const lines = text.split(/\r\n|\r|\n/).map(readTitle);
  return (
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim() || null
  );
}

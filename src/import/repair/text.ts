/** A title as one line: each run of white space becomes one space. Nothing else changes, not even "years.The key". */
export function readTitle(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * An abstract with its paragraphs: each run of spaces becomes one space; lines and blank lines stay. An empty abstract
 * becomes null.
 */
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

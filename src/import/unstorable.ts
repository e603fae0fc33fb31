import type { PublicationRecord, Repair } from './record.ts';

/** Stands for a character that could not be stored: NUL, or half of one (U+FFFD). */
const REPLACEMENT = '\uFFFD';

/** The values of a record in which a character was replaced, because PostgreSQL can't store it, or was so in the file. */
export function findUnstorable({
  title,
  abstract,
  contributions,
  topics,
  categories,
}: PublicationRecord): Repair[] {
  const values: [Repair['field'], string | null][] = [
    ['title', title],
    ['abstract', abstract],
    ...contributions.map(({ printedAs }): [Repair['field'], string] => ['authors', printedAs]),
    ...[...topics, ...categories].map((name): [Repair['field'], string] => ['category', name]),
  ];
  return values.flatMap(([field, value]) =>
    value?.includes(REPLACEMENT)
      ? [{ field, rule: 'replaced-character', read: [excerpt(value)], made: [REPLACEMENT] }]
      : [],
  );
}

/** The text around the character. */
function excerpt(value: string): string {
  const at = value.indexOf(REPLACEMENT);
  return value.slice(Math.max(at - 20, 0), at + 20);
}

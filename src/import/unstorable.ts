import { mapFiled } from '../publication/memberships.ts';
import type { PublicationRecord, Repair } from './record.ts';

/** Replaces a character that can't be stored: NUL, or an unpaired surrogate (U+FFFD). */
const REPLACEMENT = '\uFFFD';

/**
 * The values of a record that contain a replaced character. PostgreSQL couldn't store it, or the file already had
 * U+FFFD.
 */
export function findUnstorable(record: PublicationRecord): Repair[] {
  const { title, abstract, contributions } = record;
  const values: [Repair['field'], string | null][] = [
    ['title', title],
    ['abstract', abstract],
    ...contributions.map(({ printedAs }): [Repair['field'], string] => ['authors', printedAs]),
    ...Object.values(mapFiled((plural) => record[plural]))
      .flat()
      .map((name): [Repair['field'], string] => ['category', name]),
  ];
  return values.flatMap(([field, value]) =>
    value?.includes(REPLACEMENT)
      ? [{ field, rule: 'replaced-character', read: [excerpt(value)], made: [REPLACEMENT] }]
      : [],
  );
}

/** The text around the first replaced character. */
function excerpt(value: string): string {
  const at = value.indexOf(REPLACEMENT);
  return value.slice(Math.max(at - 20, 0), at + 20);
}

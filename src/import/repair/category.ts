import type { Parsed } from '../record.ts';
import { waysToShred } from './vocabulary/shred.ts';
import { undoTitleCase } from './titlecase.ts';
import { keyOf } from './words.ts';

/**
 * Repairs the categories of a record. Each piece is a name by itself ("Handbooks", "Manuals"), unless the pieces
 * together are a known name that the site split. The page that lists a category prints the whole name ("Handbooks and
 * Manuals").
 *
 * @param known category names as printed outside the records
 */
export function repairCategories(printed: readonly string[], known: readonly string[] = []): Parsed<string> {
  const parsed: Parsed<string> = { values: [], repairs: [], unresolved: [] };
  const note = (rule: string, read: string[], made: string[]) =>
    parsed.repairs.push({ field: 'category', rule, read, made });
  let pieces = [...printed];
  for (const name of known) {
    for (const way of waysToShred(name)) {
      const indices = way.map((part) => pieces.findIndex((piece) => keyOf(piece) === keyOf(part)));
      if (way.length < 2 || indices.includes(-1) || new Set(indices).size < way.length) continue;
      const at = Math.min(...indices);
      note(
        'join-known-category',
        pieces.filter((_, i) => indices.includes(i)),
        [name],
      );
      pieces = pieces.flatMap((piece, i) => (i === at ? [name] : indices.includes(i) ? [] : [piece]));
      break;
    }
  }
  for (const piece of pieces) {
    const name = known.find((whole) => keyOf(whole) === keyOf(piece)) ?? undoTitleCase(piece);
    const same = parsed.values.find((value) => keyOf(value) === keyOf(name));
    if (!/\p{L}/u.test(piece))
      parsed.unresolved.push({ field: 'category', value: piece, reason: 'no letters of a name' });
    else if (same !== undefined) note('merge-same-category', [piece], [same]);
    else {
      if (name !== piece) note('undo-title-case', [piece], [name]);
      parsed.values.push(name);
    }
  }
  return parsed;
}

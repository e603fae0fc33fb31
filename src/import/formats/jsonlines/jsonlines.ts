import type { Format } from '../format.ts';
import { isPrettyPrinted } from './jsonlines.objects.ts';
import { readJsonLines } from './jsonlines.read.ts';

/** The JSON Lines of pubatlas: one object per line, with the API's field names. An array or longer objects are read, too. */
export const jsonLines: Format = {
  title: 'JSON Lines',
  isLike: (start) => (isPrettyPrinted(start) ? /"title"\s*:\s*"/.test(start) : hasObjectLine(start)),
  open: (file, _, reference) => readJsonLines(file, reference),
};

/** Whether any line begins an object. A line before it that doesn't is refused alone, not the whole file. */
function hasObjectLine(start: string): boolean {
  return /^\s*\{/.test(start) || /^[ \t]*\{[ \t]*"[^"\n]*"[ \t]*:/m.test(start);
}

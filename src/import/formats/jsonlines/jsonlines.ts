import type { Format } from '../format.ts';
import { readJsonLines } from './jsonlines.read.ts';
import { isJson } from '../../../text/json.ts';

/** The JSON Lines of pubatlas: one object per line, with the API's field names. */
export const jsonLines: Format = {
  title: 'JSON Lines',
  isLike: (start) => hasObjectLine(start) && !isPrettyPrinted(start),
  open: (file, _, reference) => readJsonLines(file, reference),
};

/** Whether any line begins an object. A line before it that doesn't is refused alone, not the whole file. */
function hasObjectLine(start: string): boolean {
  return /^\s*\{/.test(start) || /^[ \t]*\{[ \t]*"[^"\n]*"[ \t]*:/m.test(start);
}

/** Whether the text is one object over several lines, or an array. */
function isPrettyPrinted(start: string): boolean {
  if (/^\s*\[/.test(start)) return true;
  const lines = start.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [first, second] = lines;
  if (first === undefined || second === undefined) return false;
  return /^\s*\{/.test(first) && /^\s+["}]|^["}]/.test(second) && !isJson(first);
}

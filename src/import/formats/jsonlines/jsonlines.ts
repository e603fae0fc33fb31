import type { Format } from '../format.ts';
import { readJsonLines } from './jsonlines.read.ts';

/** The JSON Lines of pubatlas: an object a line, with the API's field names. */
export const jsonLines: Format = {
  title: 'JSON Lines',
  isLike: (start) => hasObjectLine(start) && !isPrettyPrinted(start),
  open: (file, _, reference) => readJsonLines(file, reference),
};

/** Some line begins an object: a line above it that doesn't is refused by itself, not the file with it. */
function hasObjectLine(start: string): boolean {
  return /^\s*\{/.test(start) || /^[ \t]*\{[ \t]*"[^"\n]*"[ \t]*:/m.test(start);
}

/** The first object is not at the end of its line, and no other one begins on the next; or an array begins. */
function isPrettyPrinted(start: string): boolean {
  if (/^\s*\[/.test(start)) return true;
  const lines = start.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [first, second] = lines;
  if (first === undefined || second === undefined) return false;
  return /^\s*\{/.test(first) && /^\s+["}]|^["}]/.test(second) && !isJson(first);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

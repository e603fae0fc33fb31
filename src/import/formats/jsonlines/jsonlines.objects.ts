import { isJson } from '../../../text/json.ts';
import { type InputFile, LONGEST_LINE, type NumberedLine, readLines } from '../../input.ts';

/** The text of an object with its line numbers; `line` is null if it is not UTF-8 or too long. */
export interface ObjectText extends NumberedLine {
  /** The number of its last line; its first line by default. */
  lastLine?: number;
}

/** Whether the text is one object over several lines, or an array. */
export function isPrettyPrinted(start: string): boolean {
  if (/^\s*\[/.test(start)) return true;
  const [first, second] = start.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (first === undefined || second === undefined) return false;
  return /^\s*\{/.test(first) && /^\s+["}]|^["}]/.test(second) && !isJson(first);
}

/** The objects of JSON over several lines: of an array, or one after another. Like `readLines`, in groups. */
export async function* readObjects(
  file: InputFile,
  noteRead: (bytes: number) => void,
): AsyncGenerator<ObjectText[]> {
  const finder = new ObjectFinder();
  for await (const lines of readLines(file, noteRead)) yield lines.flatMap((line) => finder.read(line));
  yield finder.end();
}

/** Finds the objects in lines by their braces outside of strings, which can't contain line breaks. */
class ObjectFinder {
  private pieces: string[] = [];
  private length = 0;
  private depth = 0;
  private firstLine = 0;
  private lastLine = 0;

  /** The objects that end in a line, and other texts outside of objects, which are no records. */
  read({ line, number }: NumberedLine): ObjectText[] {
    if (line === null) return [{ line, number }];
    const found: ObjectText[] = [];
    let start = 0;
    const cut = (end: number) => line.slice(start, (start = end));
    const noteOutside = (text: string) => {
      const value = text.replace(/^[\s,[]+|[\s,\]]+$/g, '');
      if (/[^[\]]/.test(value)) found.push({ line: value, number });
    };
    this.lastLine = number;
    for (const { 0: mark, index } of line.matchAll(/"(?:[^"\\]|\\.)*"?|[{}]/g))
      if (mark === '{' && this.depth++ === 0) {
        noteOutside(cut(index));
        this.firstLine = number;
      } else if (mark === '}' && this.depth > 0 && --this.depth === 0) {
        this.add(cut(index + 1));
        found.push(this.take());
      }
    if (this.depth > 0) this.add(cut(line.length));
    else noteOutside(cut(line.length));
    return found;
  }

  /** The object that the file doesn't end. */
  end(): ObjectText[] {
    return this.depth > 0 ? [this.take()] : [];
  }

  private add(piece: string): void {
    this.length += piece.length;
    if (this.length <= LONGEST_LINE) this.pieces.push(piece);
  }

  private take(): ObjectText {
    const line = this.length > LONGEST_LINE ? null : this.pieces.join('\n');
    [this.pieces, this.length] = [[], 0];
    return { line, number: this.firstLine, lastLine: this.lastLine };
  }
}

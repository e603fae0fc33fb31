import { isUtf8 } from 'node:buffer';
import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '../db/operator.error.ts';
import { storable } from '../text/storable.ts';
import type { Source } from './stated.ts';

/** A file to import. */
export interface InputFile {
  path: string;
  /** By which it is known when it is read again: without its folders, where no other file of the run has the same. */
  name: string;
  format: Source['format'];
  /** Bytes. */
  size: number;
}

/** A page is read whole; one of more bytes is none. */
const LARGEST_LISTING = 64 * 1024 * 1024;

/**
 * Looks at files before anything is read of them: each must be there, and its format is told from its first character.
 * @throws OperatorError naming the file that cannot be read, and why
 */
export async function inspectFiles(paths: readonly string[]): Promise<InputFile[]> {
  const distinct = [...new Set(paths.map((file) => path.resolve(file)))];
  return Promise.all(
    distinct.map(async (file) => {
      const info = await stat(file).catch(unreadable(file));
      if (!info.isFile())
        throw new OperatorError(`${file} is a folder; give the files in it: ${path.join(file, '*')}.`);
      const start = await firstCharacters(file);
      if (/^\uFEFF?\s*\[\s*[{\]]/.test(start))
        throw new OperatorError(
          `${file} is a JSON array; pubatlas reads JSON Lines, one object per line: convert it with jq -c '.[]'.`,
        );
      const format = looksLikeJsonLines(start.replaceAll('\0', '')) ? 'JSON_LINES' : 'LISTING';
      if (format === 'JSON_LINES' && isPrettyPrinted(start))
        throw new OperatorError(
          `${file} is JSON over several lines; pubatlas reads JSON Lines, one object per line: convert it with jq -c .`,
        );
      if (format === 'JSON_LINES' && start.includes('\0'))
        throw new OperatorError(`${file} is JSON Lines in UTF-16; save it as UTF-8.`);
      if (format === 'LISTING' && info.size > LARGEST_LISTING)
        throw new OperatorError(
          `${file} has ${info.size} bytes; a page of a listing has ${LARGEST_LISTING} at most.`,
        );
      return { path: file, name: nameAmong(distinct, file), format, size: info.size };
    }),
  );
}

/** Some line begins an object: a line above it that doesn't is refused by itself, not the file with it. */
function looksLikeJsonLines(start: string): boolean {
  return /^\uFEFF?\s*\{/.test(start) || /^[ \t]*\{[ \t]*"[^"\n]*"[ \t]*:/m.test(start);
}

/** The first object is not at the end of its line, and no other one begins on the next. */
function isPrettyPrinted(start: string): boolean {
  const lines = start.split(/\r?\n/).filter((line) => line.replace('\uFEFF', '').trim() !== '');
  const [first, second] = lines;
  if (first === undefined || second === undefined) return false;
  return /^\uFEFF?\s*\{/.test(first) && /^\s+["}]|^["}]/.test(second) && !isJson(first.replace('\uFEFF', ''));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The file's name with as many of its folders as tell it from the others: "page.txt", "topics/page.txt". */
function nameAmong(files: readonly string[], file: string): string {
  const ends = (of: string, count: number) => of.split(path.sep).slice(-count).join('/');
  let count = 1;
  while (files.some((other) => other !== file && ends(other, count) === ends(file, count))) count++;
  return ends(file, count);
}

/** What a file that can't be read makes of an import: one sentence. */
function unreadable(file: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    throw new OperatorError(
      error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} can't be read: ${error.message}.`,
    );
  };
}

/** Those of UTF-16 have NULs between them, and a mark that no UTF-8 has before them is gone. */
async function firstCharacters(file: string): Promise<string> {
  const handle = await open(file).catch(unreadable(file));
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.toString('utf8', 0, bytesRead).replace(/^\uFFFD\uFFFD/, '');
  } finally {
    await handle.close();
  }
}

/** The text of a page, which is UTF-8 or, where it starts with that mark, UTF-16. Null where it is neither. */
export async function readPageText(file: InputFile): Promise<string | null> {
  const bytes = await readFile(file.path).catch(unreadable(file.path));
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = !isUtf16 ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  try {
    return storable(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** Bytes of a line at most. */
const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * The lines of a file that are not blank, as they are read, with their numbers from 1. `line` is null of one that is not
 * UTF-8 or too long.
 */
export async function* readLines(file: InputFile): AsyncGenerator<{ line: string | null; number: number }> {
  let number = 0;
  const handle = await open(file.path).catch(unreadable(file.path));
  for await (const bytes of splitLines(handle.createReadStream({ highWaterMark: 1024 * 1024 }))) {
    number++;
    const line = bytes === null || !isUtf8(bytes) ? null : bytes.toString('utf8');
    const text = number === 1 ? (line?.replace(/^\uFEFF/, '') ?? null) : line;
    if (text === null || text.trim() !== '') yield { line: text, number };
  }
}

/** Null of a line that is too long. */
async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer) => {
    length += part.length;
    if (length <= LONGEST_LINE) parts.push(part);
  };
  const take = () => {
    const line =
      length > LONGEST_LINE ? null : parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    add(chunk.subarray(start));
  }
  if (length > 0) yield take();
}

const NEWLINE = 10;

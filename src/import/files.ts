import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { OperatorError } from '../db/operator.error.ts';
import { storable } from '../text/storable.ts';
import type { Source } from './stated.ts';

/** A file to import. */
export interface InputFile {
  path: string;
  /** Its name without its folders, by which it is known when it is read again. */
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
  return Promise.all(
    paths.map(async (file) => {
      const info = await stat(file).catch((error: NodeJS.ErrnoException) => {
        throw new OperatorError(
          error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} can't be read: ${error.message}.`,
        );
      });
      if (!info.isFile())
        throw new OperatorError(`${file} is no file; give the files in it: ${path.join(file, '*')}.`);
      const format = /^\uFEFF?\s*\{/.test(await firstCharacters(file)) ? 'JSON_LINES' : 'LISTING';
      if (format === 'LISTING' && info.size > LARGEST_LISTING)
        throw new OperatorError(
          `${file} has ${info.size} bytes; a page of a listing has ${LARGEST_LISTING} at most.`,
        );
      return { path: file, name: path.basename(file), format, size: info.size };
    }),
  );
}

async function firstCharacters(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The text of a page, which is UTF-8 or, where it starts with that mark, UTF-16. Null where it is neither. */
export async function readPageText(file: InputFile): Promise<string | null> {
  const bytes = await readFile(file.path);
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = !isUtf16 ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  try {
    return storable(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** The lines of a file that are not blank, as they are read, with their numbers from 1. */
export async function* readLines(file: InputFile): AsyncGenerator<{ line: string; number: number }> {
  const input = createReadStream(file.path, { encoding: 'utf8' });
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number++;
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
    if (text.trim() !== '') yield { line: text, number };
  }
}

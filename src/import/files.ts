import { stat } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '../db/operator.error.ts';
import { detectFormat } from './formats/detect.ts';
import type { FormatName } from './formats/formats.ts';
import { type InputFile, readStart, unreadable } from './input.ts';

/** A file with the format that it is read in. */
export interface FormattedFile extends InputFile {
  format: FormatName;
}

/**
 * Looks at files before anything is read of them: each must be there, and its format is told from its content.
 * @param format the format of all of them, whatever they look like
 * @throws OperatorError naming the file that cannot be read, and why
 */
export async function inspectFiles(paths: readonly string[], format?: FormatName): Promise<FormattedFile[]> {
  const distinct = [...new Set(paths.map((file) => path.resolve(file)))];
  return Promise.all(
    distinct.map(async (file) => {
      const info = await stat(file).catch(unreadable(file));
      if (!info.isFile())
        throw new OperatorError(`${file} is a folder; give the files in it: ${path.join(file, '*')}.`);
      const { start, isGzip, isUtf16 } = await readStart(file);
      const found = format ?? detectFormat(start, file);
      if (found === 'JSON_LINES' && isUtf16)
        throw new OperatorError(`${file} is JSON Lines in UTF-16; save it as UTF-8.`);
      return { path: file, name: nameAmong(distinct, file), size: info.size, isGzip, format: found };
    }),
  );
}

/** The file's name with as many of its folders as tell it from the others: "page.txt", "topics/page.txt". */
function nameAmong(files: readonly string[], file: string): string {
  const endOf = (name: string, count: number) => name.split(path.sep).slice(-count).join('/');
  let count = 1;
  while (files.some((other) => other !== file && endOf(other, count) === endOf(file, count))) count++;
  return endOf(file, count);
}

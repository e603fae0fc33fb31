import { stat } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '../db/operator.error.ts';
import { detectFormat } from './formats/detect.ts';
import type { FormatName } from './formats/formats.ts';
import { type InputFile, readStart, shownName, unreadable } from './input.ts';

/** A file with the format that it is read in. */
export interface FormattedFile extends InputFile {
  format: FormatName;
}

/** What is to be read: the path of a file, or a file that was fetched, with the address that it is known by. */
export type Input = string | { path: string; address: string };

/**
 * Looks at files before anything is read of them: each must be there, and its format is told from its content.
 * @param format the format of all of them, whatever they look like
 * @throws OperatorError naming the file that cannot be read, and why
 */
export async function inspectFiles(inputs: readonly Input[], format?: FormatName): Promise<FormattedFile[]> {
  const paths = inputs.filter((input) => typeof input === 'string');
  const distinct = [...new Set(paths.map((file) => path.resolve(file)))];
  const fetched = inputs.filter((input) => typeof input !== 'string');
  const places = [
    ...distinct.map((file) => ({ path: file, name: nameAmong(distinct, file), home: file })),
    ...fetched.map(({ path: file, address }) => ({ path: file, name: address, home: null })),
  ];
  return Promise.all(
    places.map(async (place) => {
      const shown = shownName(place);
      const info = await stat(place.path).catch(unreadable(shown));
      if (!info.isFile())
        throw new OperatorError(`${shown} is a folder; give the files in it: ${path.join(shown, '*')}.`);
      const { start, isGzip, isUtf16 } = await readStart(place.path, shown);
      const found = format ?? detectFormat(start, shown);
      if (found === 'JSON_LINES' && isUtf16)
        throw new OperatorError(`${shown} is JSON Lines in UTF-16; save it as UTF-8.`);
      return { ...place, size: info.size, isGzip, format: found };
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

import { stat } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '../db/operator.error.ts';
import { detectFormat } from './formats/detect.ts';
import type { ColumnMapping } from './formats/format.ts';
import type { FormatName } from './formats/formats.ts';
import { type InputFile, readStart, shownName, unreadable } from './input.ts';

/** A file with its format. */
export interface FormattedFile extends InputFile {
  format: FormatName;
}

/** Input of an import: the path of a file, or a fetched file with its address as its name. */
export type Input = string | { path: string; address: string };

/**
 * Checks that all files exist and detects their formats, before any of them is read.
 * @param options the format of all files, which is detected from the content by default; the mapping of tables
 * @throws OperatorError naming the file that can't be read, and the reason
 */
export async function inspectFiles(
  inputs: readonly Input[],
  { format, mapping }: { format?: FormatName; mapping?: ColumnMapping } = {},
): Promise<FormattedFile[]> {
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
      const found = format ?? detectFormat(start, shown, mapping !== undefined);
      if (found === 'JSON_LINES' && isUtf16)
        throw new OperatorError(`${shown} is JSON Lines in UTF-16; save it as UTF-8.`);
      return { ...place, size: info.size, isGzip, format: found };
    }),
  );
}

/** The file's name with as many folders as distinguish it from the other files: "page.txt", "topics/page.txt". */
function nameAmong(files: readonly string[], file: string): string {
  const endOf = (name: string, count: number) => name.split(path.sep).slice(-count).join('/');
  let count = 1;
  while (files.some((other) => other !== file && endOf(other, count) === endOf(file, count))) count++;
  return endOf(file, count);
}

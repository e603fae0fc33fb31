import { OperatorError } from '../../db/operator.error.ts';
import { type InputFile, readText, shownName } from '../input.ts';
import type { Batch, SourceBatches } from '../stated.ts';
import type { Format, ReadOptions, ReadRecords, RecordReader } from './format.ts';

/**
 * Runs a reader. @throws OperatorError if the values of the file nest deeper than the stack
 */
export async function readWithinStack<T>(file: InputFile, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new OperatorError(
      `${shownName(file)} can't be read: its brackets or elements nest too deeply, or a value is too long.`,
    );
  }
}

/** Number of records that are written together. */
const BATCH_SIZE = 2000;

/** Creates a format whose files are read whole by a pure reader. */
export function textFormat(
  name: string,
  { title, isLike, read }: Pick<Format, 'title' | 'isLike'> & { read: RecordReader },
): Format {
  return {
    title,
    isLike,
    open: (file, options): SourceBatches => ({
      source: { file: file.name, path: file.home, format: name, heading: '', headingKind: '' },
      batches: readBatches(file, options, read),
    }),
  };
}

async function* readBatches(
  file: InputFile,
  options: ReadOptions,
  read: RecordReader,
): AsyncGenerator<Batch> {
  const { text, guessed } = await readText(file, options.encoding);
  // Old programs end lines with a carriage return alone.
  const { records, refused }: ReadRecords = await readWithinStack(file, () =>
    read(text.replace(/\r(?!\n)/g, '\n'), options),
  );
  // Reported once, so that the user can name another encoding.
  if (guessed !== null)
    records[0]?.repairs.push({ field: 'other', rule: 'encoding-guessed', read: [''], made: [guessed] });
  const isWhole = records.length <= BATCH_SIZE;
  for (let from = 0; from === 0 || from < records.length; from += BATCH_SIZE)
    yield {
      records: records.slice(from, from + BATCH_SIZE),
      refused: from > 0 ? [] : refused.map((part) => ({ ...part, file: file.name })),
      descriptions: [],
      isWhole,
      share: records.length === 0 ? 1 : Math.min((from + BATCH_SIZE) / records.length, 1),
    };
}

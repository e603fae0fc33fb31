import { type InputFile, readText } from '../input.ts';
import type { Batch, SourceBatches } from '../stated.ts';
import type { Format, ReadOptions, ReadRecords, RecordReader } from './format.ts';

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
  const { records, refused }: ReadRecords = await read(text.replace(/\r(?!\n)/g, '\n'), options);
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

import { type InputFile, readText } from '../input.ts';
import type { Batch, SourceBatches, Stated } from '../stated.ts';
import { parseStoredRecord } from '../stored-record.ts';
import type { Format, ReadOptions, ReadRecords, RecordReader } from './format.ts';

/** How many records are written together. */
const BATCH_SIZE = 2000;

/** A format whose files are read whole by a pure reader. */
export function textFormat(
  name: string,
  { title, isLike, read }: Pick<Format, 'title' | 'isLike'> & { read: RecordReader },
): Format {
  return {
    title,
    isLike,
    open: (file, options): SourceBatches => ({
      source: { file: file.name, path: file.path, format: name, heading: '', headingKind: '' },
      batches: readBatches(file, options, read),
    }),
  };
}

async function* readBatches(
  file: InputFile,
  options: ReadOptions,
  read: RecordReader,
): AsyncGenerator<Batch> {
  const { records, refused }: ReadRecords = await read(await readText(file, options.encoding), options);
  const isWhole = records.length <= BATCH_SIZE;
  for (let from = 0; from === 0 || from < records.length; from += BATCH_SIZE)
    yield {
      records: records.slice(from, from + BATCH_SIZE).map(toStorable),
      refused: from > 0 ? [] : refused.map((part) => ({ ...part, file: file.name })),
      descriptions: [],
      isWhole,
    };
}

/** A record with what the catalogue stores of it; publishers and bibliographic details are left out as yet. */
function toStorable(stated: Stated): Stated {
  const contributions = stated.record.contributions.filter(({ role }) => role !== 'PUBLISHER');
  return { ...stated, record: parseStoredRecord({ ...stated.record, contributions }, stated.record) };
}

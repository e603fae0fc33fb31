import { type InputFile, readLines, readStart, shownName } from '../../input.ts';
import { type ObjectText, isPrettyPrinted, readObjects } from './jsonlines.objects.ts';
import { parseJsonLine } from './jsonlines.parse.ts';
import type { Reference } from '../../../reference/reference.ts';
import type { Batch, SourceBatches } from '../../stated.ts';

/** Number of records that are written together. */
const BATCH_SIZE = 2000;

/** Reads a JSON Lines file, or JSON over several lines, in batches, so that memory doesn't depend on its size. */
export function readJsonLines(file: InputFile, reference: Reference): SourceBatches {
  const { name, home: path } = file;
  const source = { file: name, path, format: 'JSON_LINES', heading: '', headingKind: '' } as const;
  return { source, batches: readBatches(file, reference) };
}

async function* readBatches(file: InputFile, reference: Reference): AsyncGenerator<Batch> {
  let batch: Batch = { records: [], refused: [], descriptions: [], isWhole: true };
  let bytes = 0;
  const noteRead = (count: number) => (bytes += count);
  const { start } = await readStart(file.path, shownName(file));
  const texts: AsyncIterable<ObjectText[]> = isPrettyPrinted(start)
    ? readObjects(file, noteRead)
    : readLines(file, noteRead);
  for await (const group of texts)
    for (const { line, number, lastLine = number } of group) {
      if (batch.records.length === BATCH_SIZE) {
        yield { ...batch, isWhole: false, share: Math.min(bytes / file.size, 1) };
        batch = { records: [], refused: [], descriptions: [], isWhole: false };
      }
      const read =
        line === null
          ? 'is not UTF-8, or longer than 16 MiB'
          : parseJsonLine(line, { firstLine: number, lastLine }, reference);
      if (typeof read !== 'string') {
        if ('record' in read) batch.records.push(read);
        else batch.descriptions.push(...read.descriptions);
      } else batch.refused.push({ file: file.name, firstLine: number, lastLine, reason: read });
    }
  yield { ...batch, share: 1 };
}

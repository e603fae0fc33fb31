import { type InputFile, readPageText } from '../../input.ts';
import { readListing } from './listing.read.ts';
import { repairPage } from '../../repair/repair.ts';
import type { RawRecord } from '../../record.ts';
import type { Batch, SourceBatches } from '../../stated.ts';

/**
 * Reads a listing page and repairs its records, as one batch. `kind` says whether its heading is a topic or a category.
 */
export async function readListingFile(file: InputFile, kind: 'topic' | 'category'): Promise<SourceBatches> {
  const text = await readPageText(file);
  if (text === null) {
    const reason = 'not a listing: neither UTF-8 nor UTF-16 text; save it as UTF-8';
    const refused = [{ file: file.name, firstLine: 1, lastLine: 1, reason }];
    return sourceOf(file, null, kind, 'LISTING', { records: [], refused, descriptions: [], isWhole: true });
  }
  return readListingText(text, file, kind, 'LISTING');
}

/** Reads and repairs the text of a listing page. @param format the format that the text was converted from */
export function readListingText(
  text: string,
  file: InputFile,
  kind: 'topic' | 'category',
  format: string,
): SourceBatches {
  const { heading, records, refused } = readListing(text, file.name);
  if (format === 'HTML' && records.length + refused.length === 0)
    refused.push({ file: file.name, firstLine: 1, lastLine: 1, reason: 'shows no record of a listing' });
  const headingOf = (raw: RawRecord) => {
    const name = raw.heading === undefined ? heading : raw.heading;
    return name === null ? null : { kind, name };
  };
  const repaired = repairPage(records, headingOf).map(({ raw, record, repairs, unresolved }) => {
    const { file: _, firstLine, lastLine, isTruncated, offsets: __, heading: ___, ...printed } = raw;
    const isComplete = !isTruncated;
    return { record, slug: null, firstLine, lastLine, isComplete, raw: printed, repairs, unresolved };
  });
  return sourceOf(file, heading, kind, format, {
    records: repaired,
    refused,
    descriptions: [],
    isWhole: true,
  });
}

function sourceOf(
  file: InputFile,
  heading: string | null,
  kind: 'topic' | 'category',
  format: string,
  batch: Batch,
): SourceBatches {
  return {
    source: {
      file: file.name,
      path: file.home,
      format,
      heading: heading ?? '',
      headingKind: heading === null ? '' : kind,
    },
    batches: [batch],
  };
}

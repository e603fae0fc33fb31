import type { RawRecord } from '../../src/import/record.ts';

/** Makes a printed record of a listing page that has only a title and authors. */
export function makeRawRecord(title: string, authors: string[]): RawRecord {
  return {
    file: 'page.txt',
    firstLine: 1,
    lastLine: 9,
    title,
    abstract: null,
    fields: { authors },
    isTruncated: false,
  };
}

import type { ExportRecord } from '../../export.record.ts';
import type { ExportFormat } from '../format.ts';
import { toCslItem } from './csl.item.ts';

/** CSL-JSON: an array of references that Zotero, pandoc and citeproc can read. */
export const csl: ExportFormat = {
  extension: 'csl.json',
  mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  open() {
    let separator = '';
    const write = (record: ExportRecord) => {
      const text = `${separator}${JSON.stringify(toCslItem(record))}`;
      separator = ',\n';
      return text;
    };
    return {
      begin: '[\n',
      write: (records) => records.map(write).join(''),
      end: () => (separator === '' ? ']\n' : '\n]\n'),
    };
  },
};

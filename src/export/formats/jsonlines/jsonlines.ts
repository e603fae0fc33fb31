import { FILED_PLURALS, KIND_OF_PLURAL, mapFiled } from '../../../publication/memberships.ts';
import type { ExportRecord } from '../../export.record.ts';
import type { FileInfo, ExportFormat, Writer } from '../format.ts';

/**
 * JSON Lines that the import can read: one publication per line, with the field names of the API. Fields without a
 * value are omitted. The descriptions of topics and categories follow the publications.
 */
export const jsonLines: ExportFormat = {
  extension: 'jsonl',
  mediaType: 'application/x-ndjson; charset=utf-8',
  open: (info) => new JsonLinesWriter(info),
};

class JsonLinesWriter implements Writer {
  readonly begin = '';
  private readonly info: FileInfo;
  /** The names of the topics and categories in the file, by slug. */
  private readonly names = mapFiled(() => new Map<string, string>());

  constructor(info: FileInfo) {
    this.info = info;
  }

  write(records: readonly ExportRecord[]): string {
    let lines = '';
    for (const record of records) {
      for (const plural of FILED_PLURALS)
        for (const { slug, name } of record[plural]) this.names[plural].set(slug, name);
      lines += `${toLine(record)}\n`;
    }
    return lines;
  }

  end(): string {
    return FILED_PLURALS.flatMap((plural) =>
      [...this.names[plural]].map(([slug, name]) => {
        const description = this.info.describe(plural, slug);
        const type = KIND_OF_PLURAL[plural];
        return description === null ? '' : `${JSON.stringify({ type, slug, name, description })}\n`;
      }),
    ).join('');
  }
}

/** Writes a record as a line of JSON. */
function toLine(record: ExportRecord): string {
  return JSON.stringify(dropEmpty(record));
}

/** Copies a value without nulls, falses and empty lists. A replacer would make `JSON.stringify` twice as slow. */
function dropEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value))
    if (!hasNothing(inner)) copy[key] = typeof inner === 'object' ? dropEmpty(inner) : inner;
  return copy;
}

function hasNothing(value: unknown): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}

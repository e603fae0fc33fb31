import type { Readable } from 'node:stream';
import { z } from 'zod';
import { OperatorError } from '../db/operator.error.ts';

/**
 * Format of a backup: text compressed with gzip. It starts with a JSON line with the header. Each table has a JSON line
 * with its name and columns, its rows in COPY's text format, and the line `\.`. The last line is `{"end":true}`. The
 * format doesn't depend on the version of PostgreSQL.
 */
export const FORMAT = 'pubatlas backup';

const headerSchema = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.literal(1),
  /** The version of pubatlas that made it. */
  pubatlas: z.string(),
  /** The major version of PostgreSQL that it was dumped from. */
  postgresql: z.number(),
  createdAt: z.string(),
  /** The names of the migrations that its schema has. */
  migrations: z.array(z.string()).min(1),
  /** The state of each table's id sequence. */
  sequences: z.array(
    z.object({ table: z.string(), column: z.string(), value: z.string(), isCalled: z.boolean() }),
  ),
});
export type Header = z.infer<typeof headerSchema>;

const tableSchema = z.union([
  z.object({ table: z.string(), columns: z.array(z.string()).min(1) }),
  z.object({ end: z.literal(true) }),
]);

export const END_OF_ROWS = '\\.\n';

const NEWLINE = 10;
const BOUNDARY = Buffer.from(`\n${END_OF_ROWS}`);

/** Upper limit of a JSON line in bytes. A longer line belongs to another kind of file. */
const LONGEST_LINE = 1024 * 1024;

/** Reads a backup part by part, in the order in which it was written. */
export class BackupReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  /** @param text the backup, decompressed */
  constructor(text: Readable) {
    this.chunks = text[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** @throws OperatorError if it is not JSON; ZodError if it is no header of this format version */
  async readHeader(): Promise<Header> {
    return headerSchema.parse(await this.readJson());
  }

  /** @returns null at the end of the backup */
  async readTable(): Promise<{ table: string; columns: string[] } | null> {
    const line = tableSchema.parse(await this.readJson());
    return 'end' in line ? null : line;
  }

  /** Reads the rows of the last table that `readTable` returned. They must be read to the end before the next table. */
  async *readRows(): AsyncGenerator<Buffer> {
    // Puts the line break before the rows back, so that the boundary is found even if there are no rows.
    this.rest = Buffer.concat([BOUNDARY.subarray(0, 1), this.rest]);
    let skipped = 1;
    for (;;) {
      const end = this.rest.indexOf(BOUNDARY);
      // A possible beginning of the boundary is kept for the next chunk.
      const length = end >= 0 ? end + 1 : Math.max(0, this.rest.length - BOUNDARY.length + 1);
      if (length > skipped) yield this.rest.subarray(skipped, length);
      skipped = Math.max(0, skipped - length);
      if (end >= 0) {
        this.rest = this.rest.subarray(end + BOUNDARY.length);
        return;
      }
      this.rest = this.rest.subarray(length);
      await this.readChunk();
    }
  }

  private async readJson(): Promise<unknown> {
    let end: number;
    while ((end = this.rest.indexOf(NEWLINE)) < 0) {
      if (this.rest.length > LONGEST_LINE) throw createInvalidBackupError();
      await this.readChunk();
    }
    const line = this.rest.toString('utf8', 0, end);
    this.rest = this.rest.subarray(end + 1);
    try {
      return JSON.parse(line);
    } catch {
      throw createInvalidBackupError();
    }
  }

  private async readChunk(): Promise<void> {
    const { done, value } = await this.chunks.next();
    if (done) throw createInvalidBackupError();
    this.rest = this.rest.length === 0 ? value : Buffer.concat([this.rest, value]);
  }
}

/** The error for a file that is not a backup, is damaged, or is truncated. */
export function createInvalidBackupError(): OperatorError {
  return new OperatorError('This is not a complete backup of pubatlas; nothing was restored.');
}

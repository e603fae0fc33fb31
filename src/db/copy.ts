import { once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Db } from './database.ts';

/** What a column of a copied row may be: an array is one of PostgreSQL's; JSON is given as its text. */
export type CopyValue = string | number | boolean | null | readonly (string | number)[];

/** As the one parameter of a statement, `copy t (a, b) from ${new CopySource(chunks)}`: rows in the text form of COPY. */
export class CopySource {
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<string>;

  constructor(chunks: AsyncIterable<Uint8Array> | Iterable<string>) {
    this.chunks = chunks;
  }
}

/** As the one parameter of a statement, `copy t (a, b) to ${new CopySink(output)}`: where the rows go. It stays open. */
export class CopySink {
  readonly output: Writable;

  constructor(output: Writable) {
    this.output = output;
  }
}

export type CopyOperand = CopySource | CopySink;

/** @returns null if the parameters of a statement are not those of a COPY */
export function copyOperand(values: readonly unknown[]): CopyOperand | null {
  const [value] = values;
  return value instanceof CopySource || value instanceof CopySink ? value : null;
}

/** Runs a COPY statement, whose `$1` stands for the operand, and sends or receives its rows. */
export async function runCopy(
  send: <Stream extends pg.Submittable>(stream: Stream) => Stream,
  statement: string,
  operand: CopyOperand,
): Promise<void> {
  if (operand instanceof CopySink) {
    await receive(send(copyTo(statement.replace('$1', 'stdout'))), operand.output);
    return;
  }
  const source = Readable.from(operand.chunks, { objectMode: false });
  await pipeline(source, send(copyFrom(statement.replace('$1', 'stdin'))));
}

/**
 * Writes rows to an output that stays open; a pipeline would leave its listeners there. If the output fails, the rows are
 * still read to their end, for the connection takes no other statement before.
 */
async function receive(rows: AsyncIterable<Uint8Array>, output: Writable): Promise<void> {
  let failure: unknown;
  for await (const chunk of rows)
    try {
      if (failure === undefined && !output.write(chunk)) await once(output, 'drain');
    } catch (error) {
      failure = error ?? new Error('The output was closed.');
    }
  if (failure !== undefined) throw failure;
}

/**
 * Adds rows to a table: several times faster than INSERT. Each has a value for each of the columns. Rows are taken from an
 * iterator while PostgreSQL stores those before.
 */
export async function copyInto(
  db: Db,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<void> {
  if (Array.isArray(rows) && rows.length === 0) return;
  const list = sql.join(columns.map((column) => sql.ref(column)));
  await sql`copy ${sql.table(table)} (${list}) from ${new CopySource(toChunks(rows))}`.execute(db);
}

/** Characters of rows that are sent together. */
const CHUNK_LENGTH = 128 * 1024;

function* toChunks(rows: Iterable<readonly CopyValue[]>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += toLine(row);
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function toLine(row: readonly CopyValue[]): string {
  let line = '';
  for (const [i, value] of row.entries()) line += i === 0 ? field(value) : `\t${field(value)}`;
  return `${line}\n`;
}

function field(value: CopyValue): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null) return '\\N';
  return escaped(typeof value === 'string' ? value : arrayLiteral(value));
}

function arrayLiteral(values: readonly (string | number)[]): string {
  const elements = values.map((value) =>
    typeof value === 'number' ? value : `"${value.replace(/["\\]/g, '\\$&')}"`,
  );
  return `{${elements.join()}}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(text: string): string {
  return /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign) : text;
}

import { once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Db } from './database.ts';

/** A column's value in a copied row. An array becomes a PostgreSQL array; JSON is passed as text. */
export type CopyValue = string | number | boolean | null | readonly (string | number)[];

/** Rows in COPY's text format, as the only parameter of a statement: `copy t (a, b) from ${new CopySource(chunks)}`. */
export class CopySource {
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<string>;

  constructor(chunks: AsyncIterable<Uint8Array> | Iterable<string>) {
    this.chunks = chunks;
  }
}

/**
 * The stream that receives the rows, as the only parameter of a statement: `copy t (a, b) to ${new CopySink(output)}`.
 * The stream stays open after the last row.
 */
export class CopySink {
  readonly output: Writable;

  constructor(output: Writable) {
    this.output = output;
  }
}

export type CopyOperand = CopySource | CopySink;

/** Returns the source or sink among a statement's parameters, or null if the statement is no COPY. */
export function findCopyOperand(values: readonly unknown[]): CopyOperand | null {
  const [value] = values;
  return value instanceof CopySource || value instanceof CopySink ? value : null;
}

/**
 * Runs a COPY statement and sends or receives its rows.
 * @param send submits a stream to the connection
 * @param statement has `$1` in place of the operand
 */
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
 * Writes rows to an output that stays open. `pipeline` would leave its listeners on the output. If the output fails,
 * the remaining rows are still read, because the connection accepts no other statement before the end of the COPY.
 */
async function receive(rows: AsyncIterable<Uint8Array>, output: Writable): Promise<void> {
  let failure: unknown;
  for await (const chunk of rows)
    try {
      if (failure === undefined) await writeChunk(output, chunk);
    } catch (error) {
      failure = error;
    }
  if (failure !== undefined) throw failure;
}

/**
 * Writes a chunk, and waits until the output has room for more.
 * @throws the error of the output, also if it failed before
 */
export async function writeChunk(output: Writable, chunk: string | Uint8Array): Promise<void> {
  const hasRoom = !output.destroyed && output.write(chunk);
  // A closed output would never emit 'drain'.
  if (output.destroyed) throw output.errored ?? new Error('The output was closed.');
  if (!hasRoom) await once(output, 'drain');
}

/**
 * Adds rows to a table by COPY, which is several times faster than INSERT. Rows are taken from the iterable while
 * PostgreSQL stores the previous ones.
 * @param rows each has one value per column, in the order of `columns`
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

/** Minimum length of the chunks that rows are sent in, except the last, in UTF-16 code units. */
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
  return `${row.map(encodeField).join('\t')}\n`;
}

function encodeField(value: CopyValue): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null) return '\\N';
  return escapeField(typeof value === 'string' ? value : toArrayLiteral(value));
}

function toArrayLiteral(values: readonly (string | number)[]): string {
  const elements = values.map((value) =>
    typeof value === 'number' ? value : `"${value.replace(/["\\]/g, '\\$&')}"`,
  );
  return `{${elements.join()}}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeField(text: string): string {
  return /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign) : text;
}

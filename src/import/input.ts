import { isUtf8 } from 'node:buffer';
import { open, readFile } from 'node:fs/promises';
import { TextDecoder, promisify } from 'node:util';
import { createGunzip, gunzip } from 'node:zlib';
import { OperatorError } from '../db/operator.error.ts';
import { toStorable } from '../text/storable.ts';
import { declaredIn, decodeText, detectEncoding, openDecoder, unicodeOf } from './encoding.ts';

/** A file to import. */
export interface InputFile {
  /** The path from which it is read. */
  path: string;
  /**
   * Identifies the file across imports: its name, with as many folders as distinguish it from the other files of the
   * run.
   */
  name: string;
  /**
   * Its absolute path, whose folders distinguish it from stored files of the same name; null if its name is a web
   * address.
   */
  home: string | null;
  /** Size on disk in bytes. */
  size: number;
  isGzip: boolean;
}

/** The file's name in messages. */
export function shownName({ home, name }: Pick<InputFile, 'home' | 'name'>): string {
  return home ?? name;
}

/** Maximum size of a file that is read whole, in bytes, after decompression. */
const LARGEST_WHOLE = 256 * 1024 * 1024;

/** Remedies for errors of the file system, by code. */
const REMEDIES: Partial<Record<string, string>> = {
  EACCES: 'check its owner and permissions',
  EPERM: 'check its owner and permissions',
  EIO: 'check its disk',
};

/** Returns a handler that converts an error of the file system to an OperatorError. */
export function unreadable(file: string): (error: NodeJS.ErrnoException) => never {
  return ({ code = '', message }) => {
    throw new OperatorError(
      code === 'ENOENT'
        ? `There is no file ${file}.`
        : `${file} can't be read (${message}); ${REMEDIES[code] ?? 'give a file that can be read'}.`,
    );
  };
}

/**
 * The first characters of a file, decompressed, for detecting its format.
 * @param shown the file's name in messages
 * @throws OperatorError if the file can't be read
 */
export async function readStart(
  path: string,
  shown: string,
): Promise<{ start: string; isGzip: boolean; isUtf16: boolean }> {
  const handle = await open(path).catch(unreadable(shown));
  try {
    const { buffer, bytesRead } = await handle
      .read(Buffer.alloc(START), 0, START, 0)
      .catch(unreadable(shown));
    const bytes = buffer.subarray(0, bytesRead);
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const content = isGzip ? await gunzipStart(bytes, shown) : bytes;
    // For encodings that extend ASCII, decoding as UTF-8 is enough to detect a format.
    const encoding = unicodeOf(content) ?? 'utf-8';
    const start = new TextDecoder(encoding).decode(content);
    return { start, isGzip, isUtf16: encoding !== 'utf-8' };
  } finally {
    await handle.close();
  }
}

/** Number of bytes for detecting a format. */
const START = 64 * 1024;

/** Decompresses the first bytes of a gzip file. */
async function gunzipStart(bytes: Buffer, path: string): Promise<Buffer> {
  const stream = createGunzip();
  stream.end(bytes);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= START) break;
    }
  } catch (error) {
    // The start of a longer file is truncated gzip data.
    if ((error as NodeJS.ErrnoException).code !== 'Z_BUF_ERROR') throw brokenGzip(path);
  }
  return Buffer.concat(chunks).subarray(0, START);
}

function brokenGzip(path: string): OperatorError {
  return new OperatorError(`${path} is a broken gzip file; create it again, or give the decompressed file.`);
}

/** The text of a file. */
export interface DecodedText {
  text: string;
  /** The label of the encoding that was guessed; null if the encoding is certain. */
  guessed: string | null;
}

/**
 * The whole text of a file, decompressed.
 * @param encoding a label of the Encoding Standard ("windows-1250"); detected from the content by default
 * @throws OperatorError if the file can't be read, is too large, or isn't in that encoding
 */
export async function readText(file: InputFile, encoding?: string): Promise<DecodedText> {
  const bytes = await readWhole(file);
  const { label, isGuess } =
    encoding === undefined ? await detectEncoding(bytes) : { label: encoding, isGuess: false };
  // UTF-8 with some wrong bytes is a guess, too.
  const decoder = isGuess && label === 'utf-8' ? new TextDecoder() : openDecoder(label);
  try {
    return { text: toStorable(decodeText(decoder, bytes)), guessed: isGuess ? label : null };
  } catch {
    throw notEncoded(file, label);
  }
}

function notEncoded(file: InputFile, encoding: string): OperatorError {
  return new OperatorError(`${shownName(file)} is not ${encoding}; save it as UTF-8, or name its encoding.`);
}

/**
 * Reads the text of an XML file in pieces, decompressed, so that memory doesn't depend on its size.
 * @param encoding as for `readText`; by default UTF-8 if the bytes are valid UTF-8, otherwise the encoding of the XML
 * declaration
 * @throws OperatorError as `readText` does
 */
export async function* readPieces(file: InputFile, encoding?: string): AsyncGenerator<string> {
  const used = encoding ?? (await declaredEncoding(file));
  const decoder = openDecoder(used);
  const decode = (bytes?: Buffer) => {
    try {
      return toStorable(decoder.decode(bytes, { stream: bytes !== undefined }));
    } catch {
      throw notEncoded(file, used);
    }
  };
  for await (const bytes of readChunks(file)) yield decode(bytes);
  yield decode();
}

/** Detects the encoding by reading the file once to its end. Valid UTF-8 is UTF-8, whatever the declaration says. */
async function declaredEncoding(file: InputFile): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [start, isValid] = ['', true];
  for await (const bytes of readChunks(file)) {
    if (start === '') {
      const unicode = unicodeOf(bytes.subarray(0, 1000));
      if (unicode?.startsWith('utf-16')) return unicode;
      start = bytes.toString('latin1', 0, 200);
    }
    try {
      decoder.decode(bytes, { stream: true });
    } catch {
      isValid = false;
      break;
    }
  }
  return isValid ? 'utf-8' : (declaredIn(start) ?? 'windows-1252');
}

/** The text of a page in UTF-8, or in UTF-16 with a byte order mark; null for other encodings. */
export async function readPageText(file: InputFile): Promise<string | null> {
  const bytes = await readWhole(file);
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = !isUtf16 ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  try {
    return toStorable(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

async function readWhole(file: InputFile): Promise<Buffer> {
  const tooLarge = () =>
    new OperatorError(
      `${shownName(file)} has more than ${LARGEST_WHOLE} bytes; split it, or make JSON Lines of it.`,
    );
  if (file.size > LARGEST_WHOLE) throw tooLarge();
  const bytes = await readFile(file.path).catch(unreadable(shownName(file)));
  if (!file.isGzip) return bytes;
  return promisify(gunzip)(bytes, { maxOutputLength: LARGEST_WHOLE }).catch(
    (error: NodeJS.ErrnoException) => {
      throw error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : brokenGzip(shownName(file));
    },
  );
}

/** Maximum size of a line in bytes. */
export const LONGEST_LINE = 16 * 1024 * 1024;

/** A line of a file, with its number from 1. `line` is null if it is not UTF-8 or too long. */
export interface NumberedLine {
  line: string | null;
  number: number;
}

/**
 * The non-blank lines of a file, in groups: each group ends in one chunk of the file. Arrays are several times faster
 * than yielding single lines.
 * @param noteRead called with the number of bytes (before decompression) of each chunk that was read
 */
export async function* readLines(
  file: InputFile,
  noteRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<NumberedLine[]> {
  let number = 0;
  for await (const group of splitLines(readChunks(file, noteRead))) {
    const lines: NumberedLine[] = [];
    for (const bytes of group) {
      number++;
      const line = bytes === null || !isUtf8(bytes) ? null : bytes.toString('utf8');
      const text = number === 1 ? (line?.replace(/^\uFEFF/, '') ?? null) : line;
      if (text === null || text.trim() !== '') lines.push({ line: text, number });
    }
    yield lines;
  }
}

/**
 * Size of the chunks that are read. It is small, because the event loop runs other work only between two chunks: it
 * sends rows to PostgreSQL, which would otherwise wait.
 */
const CHUNK_SIZE = 64 * 1024;

async function* readChunks(
  file: InputFile,
  noteRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const shown = shownName(file);
  const handle = await open(file.path).catch(unreadable(shown));
  const stream = handle.createReadStream({ highWaterMark: CHUNK_SIZE });
  try {
    if (!file.isGzip) {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        yield chunk;
        noteRead(chunk.length);
      }
      return;
    }
    stream.on('data', (chunk) => noteRead(chunk.length));
    const unzipped = createGunzip({ chunkSize: CHUNK_SIZE });
    stream.on('error', (error) => unzipped.destroy(error));
    yield* stream.pipe(unzipped) as AsyncIterable<Buffer>;
  } catch (error) {
    if (/^Z_/.test((error as NodeJS.ErrnoException).code ?? '')) throw brokenGzip(shown);
    unreadable(shown)(error as NodeJS.ErrnoException);
  } finally {
    stream.destroy();
  }
}

/** Yields the lines that end in each chunk; null for a line that is too long. */
async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<(Buffer | null)[]> {
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer) => {
    length += part.length;
    if (length <= LONGEST_LINE) parts.push(part);
  };
  const take = () => {
    const line =
      length > LONGEST_LINE ? null : parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    const lines: (Buffer | null)[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, end));
      lines.push(take());
      start = end + 1;
    }
    add(chunk.subarray(start));
    yield lines;
  }
  if (length > 0) yield [take()];
}

const NEWLINE = 10;

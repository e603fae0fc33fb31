import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { OperatorError } from '../db/operator.error.ts';

/** The encoding of a text, as a label of the Encoding Standard. */
export interface DetectedEncoding {
  label: string;
  /** Whether the label is a guess from the letters: the text is not Unicode and names no encoding. */
  isGuess: boolean;
}

/** Detects UTF-16 by its byte order mark or by NULs in every second byte, and valid UTF-8; null for other texts. */
export function unicodeOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length >= 4 && bytes[1] === 0 && bytes[3] === 0 && bytes[0] !== 0) return 'utf-16le';
  if (bytes.length >= 4 && bytes[0] === 0 && bytes[2] === 0 && bytes[1] !== 0) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : null;
}

/** Detects the encoding of a whole text. */
export async function detectEncoding(bytes: Buffer): Promise<DetectedEncoding> {
  const unicode = unicodeOf(bytes);
  if (unicode !== null) return { label: unicode, isGuess: false };
  if (isDamagedUtf8(bytes)) return { label: 'utf-8', isGuess: true };
  const declared = declaredIn(bytes.toString('latin1', 0, START));
  return declared === null
    ? { label: await guessEncoding(bytes), isGuess: true }
    : { label: declared, isGuess: false };
}

/** Number of bytes at the start of a text in which it may name its encoding. */
const START = 1024;

/** Number of bytes that are enough to guess an encoding. */
const SAMPLE = 64 * 1024;

/** Whether a few bytes of a text in UTF-8 are wrong. In other encodings most letters with accents are wrong. */
function isDamagedUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8', 0, Math.min(bytes.length, 16 * SAMPLE));
  const wrong = text.match(/\uFFFD/g)?.length ?? 0;
  const letters = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return letters > 2 * wrong;
}

/**
 * The encoding that a text names at its start: in an XML declaration, in the `<meta>` element of HTML, or in JabRef's
 * comment. Null if there is none, or if it is UTF-8 or unknown.
 */
export function declaredIn(start: string): string | null {
  const [, declared = ''] =
    /^[^<]{0,4}<\?xml[^>]*encoding=["']([\w.:-]+)/.exec(start) ??
    /<meta[^>]*charset=["']?([\w.:-]+)/i.exec(start) ??
    /^%+ *Encoding: *([\w.:-]+)/im.exec(start) ??
    [];
  const label = declared.replaceAll('_', '-').replace(/^(?:x-?)?mac-?roman$/i, 'macintosh');
  const encoding = labelOf(label);
  return encoding === 'utf-8' ? null : encoding;
}

/** The label of a decoder; null if there is none. */
function labelOf(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/**
 * Words in Windows-1252 that only a text in Mac Roman has: a capital or a sign after a small letter ("JosŽ" is "José").
 */
const ONLY_MAC = /\p{Ll}(?:[\u0081\u008D\u008F\u0090\u009DŠŒŽŸÐÒÓÔÕ]|[†‡ˆ‰‹](?=\p{Ll}))/u;

/** Guesses the encoding from the frequencies of letters. Windows-1252 includes the letters of ISO 8859-1. */
async function guessEncoding(bytes: Buffer): Promise<string> {
  const first = bytes.findIndex((byte) => byte > 127);
  const start = Math.max(bytes.lastIndexOf('\n', first), 0);
  const sample = bytes.subarray(start, start + SAMPLE);
  // Imported on first use, because most files are UTF-8.
  const { detect } = await import('chardet');
  const label = labelOf(detect(sample) ?? '') ?? 'windows-1252';
  if (!canDecode(bytes, label)) return 'windows-1252';
  const isWestern = label === 'windows-1252';
  return isWestern && ONLY_MAC.test(decodeText(openDecoder(label), sample)) ? 'macintosh' : label;
}

function canDecode(bytes: Buffer, label: string): boolean {
  try {
    decodeText(openDecoder(label), bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Decodes a whole text. Streaming is necessary, because Node 20 otherwise decodes Windows-1252 as Latin 1, in which
 * quotation marks are control characters.
 */
export function decodeText(decoder: TextDecoder, bytes: Uint8Array): string {
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

/** Creates a decoder that throws at invalid bytes. @throws OperatorError if the label is unknown */
export function openDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new OperatorError(
      `There is no encoding ${encoding}; known are the labels of the Encoding Standard, such as utf-8, windows-1250, shift_jis.`,
    );
  }
}

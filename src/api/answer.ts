import type { GraphQLFormattedError } from 'graphql';
import { type Limits, printNumber } from '../graphql/limits.ts';

/** Texts up to this length are counted in characters, because counting the bytes of all texts takes twice as long. */
const SHORT = 200;

/**
 * Estimates the bytes of a value's JSON without serializing it. An answer that repeats a long text is small in memory,
 * but its JSON is huge. Escapes are not counted, nor the extra bytes of non-ASCII characters in short texts.
 * @param most counting stops when the estimate exceeds this number
 */
function measureJson(value: unknown, most: number): number {
  if (typeof value === 'string') return 2 + (value.length > SHORT ? Buffer.byteLength(value) : value.length);
  if (typeof value !== 'object' || value === null) return String(value).length;
  let bytes = 2;
  if (Array.isArray(value))
    for (const item of value) {
      bytes += 1 + measureJson(item, most);
      if (bytes > most) break;
    }
  else
    for (const name in value) {
      bytes += name.length + 4 + measureJson((value as Record<string, unknown>)[name], most);
      if (bytes > most) break;
    }
  return bytes;
}

/** Whether an answer's JSON is larger than the limit. */
export function isLargeAnswer(data: unknown, { answer }: Limits): boolean {
  return measureJson(data, answer) > answer;
}

/** Makes the error that replaces an answer above the limit. */
export function answerTooLarge({ answer }: Limits): GraphQLFormattedError {
  return {
    message: `The answer has more than ${printNumber(answer)} bytes, which is the limit. Select fewer items or fewer long texts (abstracts).`,
    extensions: { code: 'LIMIT_EXCEEDED', limit: 'answer', value: null, most: answer },
  };
}

import type { GraphQLFormattedError } from 'graphql';
import { type Limits, printed } from '../graphql/limits.ts';

/** Texts up to this length are counted by characters: to encode them all would take twice as long. */
const SHORT = 200;

/**
 * Bytes of a value's JSON, without making it: a few long texts that the answer has many times are small in memory, and huge as
 * JSON. Escapes and non-ASCII characters of short texts are not counted.
 * @param most counting ends above it
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

export function answerTooLarge({ answer }: Limits): GraphQLFormattedError {
  return {
    message: `The answer has more than ${printed(answer)} bytes, which is the limit. Select fewer items or fewer long texts (abstracts).`,
    extensions: { code: 'LIMIT_EXCEEDED', limit: 'answer', value: null, most: answer },
  };
}

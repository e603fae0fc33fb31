import { GraphQLError } from 'graphql';

/**
 * Makes the error for a wrong argument. It has no stack trace: an answer may have thousands of these errors, and graphql-js reads
 * the trace of each, which takes up to half a millisecond.
 * @param argument its path, such as "filter.year"
 * @param message what is wrong with the argument and what would be right
 */
export function badInput(argument: string, message: string): GraphQLError {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return new GraphQLError(`${argument}: ${message}`, { extensions: { code: 'BAD_USER_INPUT', argument } });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Quotes a client's value for an error, and cuts it to 80 characters. */
export function quote(value: string): string {
  return JSON.stringify(shorten(value, 80));
}

/** Cuts a text to a number of characters. */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

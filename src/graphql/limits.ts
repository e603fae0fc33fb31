import { GraphQLError } from 'graphql';

/** Limits of one operation. Each has an environment variable (src/server/settings/limits.ts). */
export interface Limits {
  /** The price of an operation: see cost.ts. */
  cost: number;
  /** Nested levels of fields. */
  depth: number;
  /** Tokens of a document: names, brackets, values. */
  tokens: number;
  /** Characters of a document. */
  documentLength: number;
  /** Items of a page. */
  pageSize: number;
  /** Characters of a search text or of a part of a name. */
  searchLength: number;
  /** Number of filters combined in one filter. */
  filterParts: number;
  /** Nested levels of filters. */
  filterDepth: number;
  /** Values of a list in an argument. */
  listLength: number;
  /** SQL statements of an operation. */
  statements: number;
  /** Publications that PostgreSQL counts by three dimensions, if the column store can't. */
  statistics: number;
  /** Bytes of an answer's JSON. */
  answer: number;
  /** Milliseconds of one statement. */
  statementTimeout: number;
  /** Milliseconds of one request. */
  requestTimeout: number;
}

export const DEFAULT_LIMITS: Limits = {
  cost: 50_000,
  depth: 15,
  tokens: 2000,
  documentLength: 100_000,
  pageSize: 100,
  searchLength: 1000,
  filterParts: 100,
  filterDepth: 10,
  listLength: 500,
  statements: 100,
  // PostgreSQL takes 0.14 ms per publication.
  statistics: 15_000,
  answer: 5_000_000,
  statementTimeout: 10_000,
  requestTimeout: 30_000,
};

/**
 * Makes the error for an operation that exceeds a limit, answered with 400. `message` names the limit, the value and
 * the remedy.
 * @param value null if it was not counted to the end
 */
export function overLimit(
  limit: keyof Limits,
  value: number | null,
  most: number,
  message: string,
): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'LIMIT_EXCEEDED', limit, value, most, http: { status: 400 } },
  });
}

/** Prints a number for an error: 50,000. */
export function printNumber(value: number): string {
  return value.toLocaleString('en');
}

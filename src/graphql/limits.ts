import { GraphQLError } from 'graphql';

/** What one operation may ask for. Each has an environment variable (src/server/config.ts). */
export interface Limits {
  /** The price of an operation: see cost.ts. */
  cost: number;
  /** Levels of fields within each other. */
  depth: number;
  /** Tokens of a document: names, brackets, values. */
  tokens: number;
  /** Characters of a document. */
  documentLength: number;
  /** Items of a page. */
  pageSize: number;
  /** Characters of a search text or of a part of a name. */
  searchLength: number;
  /** Filters that a filter may be made of. */
  filterParts: number;
  /** Levels of filters within each other. */
  filterDepth: number;
  /** Values of a list in an argument. */
  listLength: number;
  /** SQL statements that an operation may send. */
  statements: number;
  /** Bytes of an answer's JSON. */
  answer: number;
  /** Milliseconds that a statement may take. */
  statementTimeout: number;
  /** Milliseconds that a request may take. */
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
  answer: 5_000_000,
  statementTimeout: 10_000,
  requestTimeout: 30_000,
};

/**
 * An operation is over a limit: `message` names the limit, the value and the remedy. Answered with 400.
 * @param value null where it was not counted to its end
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

/** A number as errors print it: 50,000. */
export function printed(value: number): string {
  return value.toLocaleString('en');
}

import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { classifyFailure } from '../db/failures.ts';
import { shorten } from '../graphql/errors.ts';
import { type Limits, printNumber } from '../graphql/limits.ts';

/** Called for every unexpected error, with the id that the client gets. */
export type OnUnexpected = (error: unknown, id: string) => void;

/** Maximum characters of a message. graphql-js repeats whole values in its messages. */
const MOST_CHARACTERS = 1000;

/**
 * Converts an error to the form that the client gets. Client errors stay as they are. Database failures and timeouts
 * get a message with a remedy. For any other error, the client gets only an id, under which the error is logged.
 */
export function mask(
  formatted: GraphQLFormattedError,
  error: unknown,
  limits: Limits,
  onUnexpected: OnUnexpected,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const at = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (cause instanceof GraphQLError) {
    if (isOverTokens(formatted)) return tooManyTokens(limits);
    const message = shorten(formatted.message, MOST_CHARACTERS);
    if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return { ...formatted, message };
    const nullArgument = readNullArgument(message);
    if (nullArgument) return { ...formatted, ...nullArgument };
    // Some errors of Apollo have a status but no code.
    const { status } = (cause.extensions.http ?? {}) as { status?: number };
    if (status === 400) return { ...formatted, message, extensions: { code: 'BAD_REQUEST' } };
  }
  // Errors before execution, such as while the context is created, are wrapped (src/server/graphql.ts).
  const origin = (cause instanceof GraphQLError && cause.originalError) || cause;
  const known = toClientError(origin, limits);
  if (known) return { ...known, ...at };
  const id = randomUUID();
  onUnexpected(origin, id);
  return {
    message: `An unexpected error occurred in the server, not in the query. It is logged with the id ${id}.`,
    ...at,
    extensions: { code: 'INTERNAL_SERVER_ERROR', id },
  };
}

function toClientError(cause: unknown, limits: Limits): GraphQLFormattedError | null {
  const timeout = (limit: 'statementTimeout' | 'requestTimeout', what: string) => ({
    message: `${what} took longer than ${printNumber(limits[limit])} milliseconds, which is the limit. Select less, or use a narrower filter.`,
    extensions: { code: 'TIMEOUT', limit, most: limits[limit] },
  });
  switch (classifyFailure(cause)) {
    case 'unavailable':
      return {
        message: 'The database is unavailable; try again in a moment.',
        extensions: { code: 'SERVICE_UNAVAILABLE' },
      };
    case 'timeout':
      return timeout('statementTimeout', 'A database statement');
    case 'aborted':
      return timeout('requestTimeout', 'The request');
    case 'overloaded':
      return {
        message:
          'Too many searches, counts and statistics are waiting, of all clients or of yours; try again in a moment.',
        extensions: { code: 'SERVICE_UNAVAILABLE' },
      };
    case 'too large':
      return {
        message:
          'A database statement needs more temporary space than the limit. Use fewer dimensions or a narrower filter.',
        extensions: { code: 'LIMIT_EXCEEDED', limit: 'temporaryFiles' },
      };
    case 'too many':
      return {
        message: `The operation needs more than ${printNumber(limits.statements)} SQL statements, which is the limit. Split it into several operations; lists and aliases with the same arguments share statements.`,
        extensions: { code: 'LIMIT_EXCEEDED', limit: 'statements', value: null, most: limits.statements },
      };
    case null:
      return null;
  }
}

/**
 * Converts the error of graphql-js for an argument with a default, such as `first: Int! = 10`, whose variable is null.
 * Validation allows such a variable, so the error has no code. Null for any other error.
 */
function readNullArgument(message: string): Pick<GraphQLFormattedError, 'message' | 'extensions'> | null {
  const [, argument, type] =
    /^Argument "(\w+)" of non-null type "(\S+)" must not be null\.$/.exec(message) ?? [];
  if (argument === undefined) return null;
  return {
    message: `${argument}: null is not of the type ${type}; give a value, or leave it out.`,
    extensions: { code: 'BAD_USER_INPUT', argument },
  };
}

function isOverTokens({ message, extensions }: GraphQLFormattedError): boolean {
  return (
    extensions?.code === 'GRAPHQL_PARSE_FAILED' &&
    /^Syntax Error: Document contains more tha. \d+ tokens/.test(message)
  );
}

function tooManyTokens({ tokens }: Limits): GraphQLFormattedError {
  return {
    message: `The document has more than ${printNumber(tokens)} tokens (names, brackets, values), which is the limit. Send values as variables, or split the document into several operations.`,
    extensions: { code: 'LIMIT_EXCEEDED', limit: 'tokens', value: null, most: tokens },
  };
}

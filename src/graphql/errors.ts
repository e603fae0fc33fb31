import { GraphQLError } from 'graphql';

/**
 * A client's mistake in an argument: `argument` is its path ("filter.year"), `message` says what was wrong with it and
 * what would be right.
 */
export function badInput(argument: string, message: string): GraphQLError {
  return new GraphQLError(`${argument}: ${message}`, { extensions: { code: 'BAD_USER_INPUT', argument } });
}

/** A value of the client's as it is shown in an error: quoted, cut to a length that an error can bear. */
export function quoted(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}

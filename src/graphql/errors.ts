import { GraphQLError } from 'graphql';

/**
 * A client's mistake in an argument: `argument` is its path ("filter.year"), `message` says what was wrong with it and
 * what would be right.
 */
export function badInput(argument: string, message: string): GraphQLError {
  return new GraphQLError(`${argument}: ${message}`, { extensions: { code: 'BAD_USER_INPUT', argument } });
}

/** A client's value as an error shows it: quoted, and cut to 80 characters. */
export function quoted(value: string): string {
  return JSON.stringify(shorten(value, 80));
}

/** The text, cut to a number of characters. */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { quoted } from './errors.ts';
import { readInstantOrDate, toRfc3339 } from './instant.ts';

function readInstant(value: unknown): string {
  const instant = typeof value === 'string' ? readInstantOrDate(value) : null;
  if (instant !== null) return instant;
  throw new GraphQLError(
    `${typeof value === 'string' ? quoted(value) : 'this'} is no instant; give a date such as "2026-11-24" (00:00 UTC), or an instant as in RFC 3339, to the microsecond at most, such as "2026-11-24T20:15:00Z".`,
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}

export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  serialize: (value) => toRfc3339(String(value)),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : null),
});

/** Output only: no argument takes it. */
export const JSONScalar = new GraphQLScalarType<object, object>({
  name: 'JSON',
  serialize: (value) => value as object,
});

export const URLScalar = new GraphQLScalarType<string, string>({
  name: 'URL',
  serialize: String,
});

import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const RFC_3339 = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?)([Zz]|[+-]\d{2}:\d{2})$/;

/** Reads an instant as RFC 3339 writes it. @returns the same as PostgreSQL reads it; @throws BAD_USER_INPUT */
function readInstant(value: unknown): string {
  const match = typeof value === 'string' ? RFC_3339.exec(value) : null;
  // Date.parse refuses months, days and hours that do not exist, but rolls 30 February over.
  if (
    match &&
    new Date(`${match[1]}T00:00:00Z`).toJSON()?.startsWith(match[1] as string) &&
    !Number.isNaN(Date.parse(match[0]))
  )
    return `${match[1]} ${match[2]}${match[3]?.toUpperCase() === 'Z' ? '+00' : match[3]}`;
  throw new GraphQLError(
    `${JSON.stringify(value)} is no instant; give one as RFC 3339 writes it, such as "2026-11-24T20:15:00Z".`,
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}

export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  // From PostgreSQL's `2026-11-24 20:15:00.123456+00`, the form of every session here.
  serialize: (value) => String(value).replace(' ', 'T').replace(/\+00$/, 'Z'),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : null),
});

export const URLScalar = new GraphQLScalarType<string, string>({
  name: 'URL',
  serialize: String,
});

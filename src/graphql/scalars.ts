import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { quoted } from './errors.ts';
import { fromRfc3339, toRfc3339 } from './instant.ts';

function readInstant(value: unknown): string {
  const instant = typeof value === 'string' ? fromRfc3339(value) : null;
  if (instant !== null) return instant;
  throw new GraphQLError(
    `${typeof value === 'string' ? quoted(value) : 'this'} is no instant; give one as RFC 3339 writes it, to the microsecond at most, such as "2026-11-24T20:15:00Z".`,
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}

/** How values of the SDL's scalars are written and read. Whole scalar types would replace the SDL's descriptions. */
export const scalarResolvers = {
  DateTime: {
    serialize: (value: unknown) => toRfc3339(String(value)),
    parseValue: readInstant,
    parseLiteral: (node: ValueNode) => readInstant(node.kind === Kind.STRING ? node.value : null),
  },
  URL: { serialize: String },
};

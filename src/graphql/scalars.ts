import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { quote } from './errors.ts';
import { readInstantOrDate, toRfc3339 } from './instant.ts';

/** @param node the literal with the value, for the location of an error */
function readInstant(value: unknown, node?: ValueNode): string {
  const instant = typeof value === 'string' ? readInstantOrDate(value) : null;
  if (instant !== null) return instant;
  throw new GraphQLError(
    `${typeof value === 'string' ? quote(value) : 'The value'} is not a DateTime; give a date such as "2026-11-24" (00:00 UTC), or an instant in the form of RFC 3339, with microseconds at most: "2026-11-24T20:15:00Z".`,
    { ...(node && { nodes: node }), extensions: { code: 'BAD_USER_INPUT' } },
  );
}

/** Serializes and parses the scalars. Whole scalar types would replace the descriptions of the SDL. */
export const scalarResolvers = {
  DateTime: {
    serialize: (value: unknown) => toRfc3339(String(value)),
    parseValue: (value: unknown) => readInstant(value),
    parseLiteral: (node: ValueNode) => readInstant(node.kind === Kind.STRING ? node.value : null, node),
  },
  URL: { serialize: String },
  /** Output only: no argument takes it. */
  PartialDate: { serialize: String },
  /** Output only: no argument takes it. */
  JSON: { serialize: (value: unknown) => value },
};

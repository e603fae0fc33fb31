import type { GraphQLFieldResolver } from 'graphql';
import type { Context } from '../graphql/context.ts';
import { badInput, quoted } from '../graphql/errors.ts';
import { type NodeType, readGlobalIdOf } from '../graphql/global-id.ts';
import { findNode } from '../graphql/node.resolvers.ts';

/** An object as another subgraph refers to it: its type and one of its keys. */
type Representation = { __typename?: unknown } & Record<string, unknown>;

/** The keys of each type, as the SDL's @key says: the field, and how the natural key is read from it. */
const KEYS: Record<NodeType, Record<string, (value: string, argument: string) => string>> = {
  Publication: { id: idOf('Publication'), slug: asIs },
  Country: { code: asIs },
  Region: { slug: asIs },
  Author: { id: idOf('Author') },
  Topic: { slug: asIs },
  Category: { slug: asIs },
};

function idOf(type: NodeType) {
  return (id: string, argument: string) => readGlobalIdOf(type, id, argument);
}

function asIs(value: string): string {
  return value;
}

/**
 * `Query._entities`: the objects that representations stand for, one statement a type for any number of them. One that
 * stands for nothing is null; one that is no representation of ours is an error in its own place.
 */
export const resolveEntities: GraphQLFieldResolver<
  unknown,
  Context,
  { representations: Representation[] }
> = (_, { representations }, context) =>
  representations.map((representation, i) => resolveEntity(representation, `representations[${i}]`, context));

async function resolveEntity(representation: Representation, argument: string, context: Context) {
  const type = representation.__typename;
  if (typeof type !== 'string' || !Object.hasOwn(KEYS, type))
    throw badInput(
      `${argument}.__typename`,
      `${quoted(String(type))} is no entity here; give one of ${Object.keys(KEYS).join(', ')}.`,
    );
  const keys = KEYS[type as NodeType];
  for (const [field, read] of Object.entries(keys)) {
    const value = representation[field];
    if (typeof value === 'string')
      return findNode({ type: type as NodeType, key: read(value, `${argument}.${field}`) }, context);
  }
  throw badInput(argument, `a ${type} is represented by ${Object.keys(keys).join(' or ')}, a string.`);
}

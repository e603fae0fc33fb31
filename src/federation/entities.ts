import { GraphQLError, type GraphQLFieldResolver } from 'graphql';
import type { Context } from '../graphql/context.ts';
import { badInput, quoted } from '../graphql/errors.ts';
import { type GlobalId, type NodeType, readGlobalIdOf } from '../graphql/global-id.ts';
import { findNodes } from '../graphql/node.resolvers.ts';

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
> = async (_, { representations }, context, info) => {
  const ids = representations.map((of, i) => read(of, `representations[${i}]`));
  const found = (
    await findNodes(
      ids.filter((id): id is GlobalId => !(id instanceof Error)),
      context,
      info,
    )
  ).values();
  return ids.map((id) => (id instanceof Error ? id : found.next().value));
};

/** The type and natural key that a representation names, or what is wrong with it. */
function read(representation: Representation, argument: string): GlobalId | GraphQLError {
  const type = representation.__typename;
  if (typeof type !== 'string' || !Object.hasOwn(KEYS, type))
    return badInput(
      `${argument}.__typename`,
      `${quoted(String(type))} is no entity here; give one of ${Object.keys(KEYS).join(', ')}.`,
    );
  const keys = KEYS[type as NodeType];
  for (const field in keys) {
    const value = representation[field];
    if (typeof value !== 'string') continue;
    try {
      return { type: type as NodeType, key: keys[field]?.(value, `${argument}.${field}`) ?? value };
    } catch (error) {
      if (error instanceof GraphQLError) return error;
      throw error;
    }
  }
  return badInput(argument, `a ${type} is represented by ${Object.keys(keys).join(' or ')}, a string.`);
}

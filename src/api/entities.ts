import { GraphQLError, type GraphQLFieldResolver } from 'graphql';
import type { Context } from '../context.ts';
import { badInput, quote } from '../graphql/errors.ts';
import { type GlobalId, type NodeType, readGlobalIdOf } from '../graphql/global-id.ts';
import { FILED_KINDS, mapNames } from '../publication/memberships.ts';
import { capitalize } from '../text/capitalize.ts';
import { MOST_ERRORS } from './cap-errors.ts';
import { findNodes } from './node.resolvers.ts';

/** A reference from another subgraph: a type and one of its keys. */
type Representation = { __typename?: unknown } & Record<string, unknown>;

/** Key fields of each type, as in `@key` in the SDL. Each is the natural key or the global id made from it. */
const KEYS: Record<NodeType, Record<string, 'natural' | 'global'>> = {
  Publication: { id: 'global', slug: 'natural' },
  Country: { id: 'global', code: 'natural' },
  Region: { id: 'global', slug: 'natural', m49: 'natural' },
  Author: { id: 'global', slug: 'natural' },
  ...mapNames(FILED_KINDS, capitalize, () => ({ id: 'global', slug: 'natural' }) as const),
};

/**
 * Resolves `Query._entities` with one statement per type. An object that doesn't exist is null; a wrong representation
 * is an error at its position.
 */
export const resolveEntities: GraphQLFieldResolver<
  unknown,
  Context,
  { representations: Representation[] }
> = async (_, { representations }, context, info) => {
  const ids = readAll(representations);
  const found = (
    await findNodes(
      ids.filter((id): id is GlobalId => !(id instanceof Error)),
      context,
      info,
    )
  ).values();
  return ids.map((id) => (id instanceof Error ? id : found.next().value));
};

/**
 * Reads type and natural key of each representation. A wrong representation becomes an error in the result.
 * @throws BAD_USER_INPUT if more are wrong than an answer lists
 */
function readAll(representations: Representation[]): (GlobalId | GraphQLError)[] {
  let errors = 0;
  return representations.map((representation, place) => {
    const id = read(representation, place);
    if (id instanceof GraphQLError && ++errors > MOST_ERRORS)
      throw badInput(
        'representations',
        `more than ${MOST_ERRORS} are wrong, the last of these: ${id.message}`,
      );
    return id;
  });
}

/** Reads type and natural key of a representation. Returns an error if the representation is wrong. */
function read(representation: Representation, place: number): GlobalId | GraphQLError {
  const type = representation.__typename;
  if (typeof type !== 'string' || !Object.hasOwn(KEYS, type))
    return badInput(
      `representations[${place}].__typename`,
      `${typeof type === 'string' ? `${quote(type)} is not an entity of this API` : 'it is missing or not a string'}; give one of ${Object.keys(KEYS).join(', ')}.`,
    );
  const keys = KEYS[type as NodeType];
  for (const field in keys) {
    const value = representation[field];
    if (typeof value !== 'string') continue;
    if (keys[field] === 'natural') return { type: type as NodeType, key: value };
    try {
      const key = readGlobalIdOf(type as NodeType, value, `representations[${place}].${field}`);
      return { type: type as NodeType, key };
    } catch (error) {
      if (error instanceof GraphQLError) return error;
      throw error;
    }
  }
  return badInput(
    `representations[${place}]`,
    `${type} has no key; give ${Object.keys(keys).join(' or ')} as a string.`,
  );
}

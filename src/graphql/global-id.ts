import { badInput, quote } from './errors.ts';

/** The types that have global ids. */
export const NODE_TYPES = ['Publication', 'Country', 'Region', 'Author', 'Topic', 'Category'] as const;
export type NodeType = (typeof NODE_TYPES)[number];

export interface GlobalId {
  type: NodeType;
  /** The slug; for a country its code. */
  key: string;
}

/** Makes a global id from the natural key, so that the id stays the same if the catalogue is imported again. */
export function toGlobalId(type: NodeType, key: string): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

/** Reads a global id. @throws BAD_USER_INPUT with `argument` if it is none */
export function readGlobalId(id: string, argument: string): GlobalId {
  const text = Buffer.from(id, 'base64url').toString();
  const colon = text.indexOf(':');
  const type = text.slice(0, Math.max(colon, 0));
  const key = text.slice(colon + 1);
  if (!(NODE_TYPES as readonly string[]).includes(type) || toGlobalId(type as NodeType, key) !== id)
    throw badInput(argument, `${quote(id)} is not a global id; give one from a field "id".`);
  return { type: type as NodeType, key };
}

/**
 * Reads a global id of the given type and returns its key. @throws BAD_USER_INPUT if it is invalid or of another type
 */
export function readGlobalIdOf(type: NodeType, id: string, argument: string): string {
  const read = readGlobalId(id, argument);
  if (read.type !== type)
    throw badInput(argument, `${quote(id)} is an id of the type ${read.type}; give one of the type ${type}.`);
  return read.key;
}

import { badInput, quoted } from './errors.ts';

/** The types that have global ids, each with the natural key that its ids are made of. */
export type NodeType = 'Publication' | 'Country' | 'Region' | 'Author' | 'Topic' | 'Category';

const TYPES: readonly string[] = [
  'Publication',
  'Country',
  'Region',
  'Author',
  'Topic',
  'Category',
] satisfies NodeType[];

export interface GlobalId {
  type: NodeType;
  /** A slug; of a country its code. */
  key: string;
}

/** The global id of an object: made of its natural key, so that it survives a catalogue that is imported anew. */
export function globalId(type: NodeType, key: string): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

/** Reads a global id. @throws BAD_USER_INPUT naming `argument` where it is none. */
export function readGlobalId(id: string, argument: string): GlobalId {
  const text = Buffer.from(id, 'base64url').toString();
  const colon = text.indexOf(':');
  const type = text.slice(0, Math.max(colon, 0));
  const key = text.slice(colon + 1);
  if (!TYPES.includes(type) || globalId(type as NodeType, key) !== id)
    throw badInput(argument, `${quoted(id)} is not a global id; give one from a field "id".`);
  return { type: type as NodeType, key };
}

/** Reads the global id of an object of one type. @throws BAD_USER_INPUT where it is of another. */
export function readGlobalIdOf(type: NodeType, id: string, argument: string): string {
  const read = readGlobalId(id, argument);
  if (read.type !== type)
    throw badInput(
      argument,
      `${quoted(id)} is an id of the type ${read.type}; give one of the type ${type}.`,
    );
  return read.key;
}

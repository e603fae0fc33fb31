import type { Context } from './context.ts';
import { badInput } from './errors.ts';
import { type GlobalId, type NodeType, readGlobalId } from './global-id.ts';
import type { Resolvers } from './schema.generated.ts';

/** How an object of each type is found by its natural key. */
const FINDERS: Record<NodeType, (key: string, context: Context) => Promise<Keyed | null | undefined>> = {
  Publication: (slug, { loaders }) => loaders.publication.bySlug.load(slug),
  Author: (slug, { loaders }) => loaders.author.bySlug.load(slug),
  Country: (code, context) => context.findNamed('countries', code),
  Region: (slug, context) => context.findNamed('regions', slug),
  Topic: (slug, context) => context.findNamed('topics', slug),
  Category: (slug, context) => context.findNamed('categories', slug),
};

/** An object with its natural key. */
type Keyed = { slug: string } | { code: string };

const keyOf = (object: Keyed) => ('code' in object ? object.code : object.slug);

/** The object of that type and key, marked with its type for abstract types to resolve; null where there is none. */
export async function findNode({ type, key }: GlobalId, context: Context) {
  const object = await FINDERS[type](key, context);
  return object ? ({ ...object, __typename: type } as never) : null;
}

/** The object with that id: a natural key can be given in other ways too (NGA for NG), an id is made of one alone. */
async function nodeOf(id: GlobalId, context: Context) {
  const node = await findNode(id, context);
  return node && keyOf(node) === id.key ? node : null;
}

export const nodeResolvers: Resolvers = {
  Query: {
    node: (_, { id }, context) => nodeOf(readGlobalId(id, 'id'), context),
    nodes(_, { ids }, context) {
      const { pageSize } = context.limits;
      if (ids.length > pageSize)
        throw badInput('ids', `${ids.length} ids are too many; give ${pageSize} at most.`);
      return Promise.all(ids.map((id, i) => readGlobalId(id, `ids[${i}]`)).map((id) => nodeOf(id, context)));
    },
  },
};

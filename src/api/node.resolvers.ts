import { GraphQLError } from 'graphql';
import { groupBy } from '../db/batch.ts';
import type { Context } from '../context.ts';
import { badInput } from '../graphql/errors.ts';
import { type SelectionInfo, findSelectedFields } from '../graphql/selection.ts';
import { type GlobalId, type NodeType, readGlobalId } from '../graphql/global-id.ts';
import {
  FILED_KINDS,
  MEMBERSHIPS,
  MEMBERSHIP_KINDS,
  type ReferencePlural,
  mapNames,
} from '../publication/memberships.ts';
import { findSelectedParts } from '../publication/publication.parts.ts';
import type { NameKind, NameMeaning } from '../resolve/names.ts';
import type { Resolvers } from '../schema.generated.ts';
import type { Suggestion, SuggestionKind } from '../suggest/suggest.ts';
import { capitalize, upperCase } from '../text/capitalize.ts';

/** An object with its natural key, and with its type once it was looked up. */
type Keyed = ({ slug: string } | { code: string }) & { __typename?: NodeType };

/** An object; null if there is none; an error if the lookup failed. */
type FoundNode = Keyed | null | undefined | Error;

type Finder = (
  keys: readonly string[],
  context: Context,
  info: SelectionInfo,
) => Promise<readonly FoundNode[]>;

/** Looks up objects by natural key, per type. */
const FINDERS: Record<NodeType, Finder> = {
  Publication: (slugs, { loaders }, info) =>
    loaders.publication.bySlugs({ slugs, parts: findSelectedParts(info) }),
  Author: (slugs, { loaders }) => loaders.author.bySlug.loadMany(slugs),
  Country: createReferenceFinder('countries'),
  Region: createReferenceFinder('regions'),
  ...mapNames(FILED_KINDS, capitalize, (kind) => createReferenceFinder(MEMBERSHIPS[kind].plural)),
};

function createReferenceFinder(kind: ReferencePlural): Finder {
  return (names, context) => Promise.all(names.map((name) => context.findNamed<typeof kind>(kind, name)));
}

const getKey = (object: Keyed) => ('code' in object ? object.code : object.slug);

/**
 * Looks up objects by type and key, with one statement per type, and marks them with their type for abstract types. A
 * missing object is null; a failed lookup is an error.
 */
export async function findNodes(
  ids: readonly GlobalId[],
  context: Context,
  info: SelectionInfo,
): Promise<readonly FoundNode[]> {
  const found: FoundNode[] = [];
  await Promise.all(
    [...groupBy([...ids.entries()], ([, { type }]) => type)].map(async ([type, group]) => {
      const objects = await FINDERS[type](
        group.map(([, { key }]) => key),
        context,
        info,
      );
      for (const [i, [place]] of group.entries()) found[place] = markType(objects[i], type);
    }),
  );
  return found;
}

/** Marks an object with its type in place: an object never has two types. */
function markType(object: FoundNode, type: NodeType): FoundNode {
  if (object && !(object instanceof Error)) object.__typename = type;
  return object;
}

/**
 * Looks up objects by global ids, like `findNodes`. An id made from another form of a natural key (NGA instead of NG)
 * finds nothing, because valid ids use one form only. An error among the ids stays at its position.
 */
async function findNodesByIds(
  ids: readonly (GlobalId | GraphQLError)[],
  context: Context,
  info: SelectionInfo,
) {
  const read = ids.filter((id): id is GlobalId => !(id instanceof GraphQLError));
  const found = (await findNodes(read, context, info)).values();
  return ids.map((id) => {
    if (id instanceof GraphQLError) return id as never;
    const node = found.next().value;
    return !node || node instanceof Error || isKeyOf(node, id) ? (node as never) : null;
  });
}

function readId(id: string, argument: string): GlobalId | GraphQLError {
  try {
    return readGlobalId(id, argument);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

const TYPES_OF_SUGGESTIONS: Record<SuggestionKind, NodeType> = {
  ...mapNames(MEMBERSHIP_KINDS, upperCase, capitalize),
  PUBLICATION: 'Publication',
};

/** Fields that need only the natural key. */
const KEY_FIELDS = new Set(['__typename', 'id']);

/**
 * Returns the object of a suggestion. If only the id is selected, no statement is needed, because the object exists.
 */
async function findSuggestedNode(
  { kind, value }: Suggestion,
  context: Context,
  info: SelectionInfo,
): Promise<FoundNode> {
  const type = TYPES_OF_SUGGESTIONS[kind];
  if ([...findSelectedFields(info, '')].every((field) => KEY_FIELDS.has(field)))
    return { ...(type === 'Country' ? { code: value } : { slug: value }), __typename: type };
  return (await findNodes([{ type, key: value }], context, info))[0];
}

const TYPES_OF_NAMES: Record<NameKind, NodeType> = {
  COUNTRY: 'Country',
  REGION: 'Region',
  ORGANIZATION: 'Author',
};

/** Returns the object that a name means; null if the catalogue lacks it. */
async function findMeantNode(
  { kind, value }: NameMeaning,
  context: Context,
  info: SelectionInfo,
): Promise<FoundNode> {
  return (await findNodes([{ type: TYPES_OF_NAMES[kind], key: value }], context, info))[0];
}

/** Whether an id has the canonical key of the found object. A former slug is accepted too; no slug has capitals. */
function isKeyOf(node: Keyed, { type, key }: GlobalId): boolean {
  return type === 'Country' || type === 'Region' ? getKey(node) === key : !/[A-Z]/.test(key);
}

export const nodeResolvers: Resolvers = {
  Suggestion: {
    node: async (suggestion, _, context, info) =>
      (await findSuggestedNode(suggestion, context, info)) as never,
  },
  NameMeaning: {
    node: async (meaning, _, context, info) => (await findMeantNode(meaning, context, info)) as never,
  },
  Query: {
    node: async (_, { id }, context, info) =>
      (await findNodesByIds([readGlobalId(id, 'id')], context, info))[0] ?? null,
    nodes(_, { ids }, context, info) {
      const { pageSize } = context.limits;
      if (ids.length > pageSize)
        throw badInput('ids', `${ids.length} ids are too many; give ${pageSize} at most.`);
      return findNodesByIds(
        ids.map((id, i) => readId(id, `ids[${i}]`)),
        context,
        info,
      );
    },
  },
};

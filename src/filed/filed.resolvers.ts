import { toGlobalId } from '../graphql/global-id.ts';
import { FILED_KINDS, type FiledKind, type FiledPlural, MEMBERSHIPS } from '../publication/memberships.ts';
import { createMemberConnection } from '../publication/publication.connection.ts';
import { createReferenceConnection } from '../reference/reference.connection.ts';
import { filedFilterToSql } from '../reference/reference.filter.ts';
import type { QueryResolvers, Resolvers, TopicResolvers } from '../schema.generated.ts';
import { capitalize } from '../text/capitalize.ts';

const SORT_KEYS = { NAME: 'sort_key', PUBLICATION_COUNT: 'publication_count' } as const;

/** The resolvers of topics, categories and each other kind of `FILED_KINDS`, whose types and root fields are alike. */
export const filedResolvers: readonly Resolvers[] = FILED_KINDS.map((kind) => ({
  Query: createRootFields(kind),
  [capitalize(kind)]: createFields(kind),
}));

/** Resolves `Query.topic` and `Query.topics`. */
function createRootFields(kind: FiledKind): Pick<QueryResolvers, FiledKind | FiledPlural> {
  const { plural } = MEMBERSHIPS[kind];
  const findBySlug: QueryResolvers['topic'] = async (_, { slug }, context) =>
    (await context.findNamed(plural, slug)) ?? null;
  const list: QueryResolvers['topics'] = (_, args, context) =>
    createReferenceConnection(
      kind,
      args,
      filedFilterToSql(plural),
      SORT_KEYS[args.orderBy?.field ?? 'NAME'],
      context,
    );
  return { [kind]: findBySlug, [plural]: list };
}

/** Resolves the fields of `Topic`. */
function createFields(kind: FiledKind): TopicResolvers {
  return {
    id: ({ slug }) => toGlobalId(capitalize(kind), slug),
    publications: ({ id }, args, context, info) => createMemberConnection({ kind, id }, args, context, info),
  };
}

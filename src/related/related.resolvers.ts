import { checkRange } from '../graphql/arguments.ts';
import type { RelationKind, Resolvers } from '../schema.generated.ts';
import { MEMBERSHIPS, REFERENCE_KINDS } from '../publication/memberships.ts';
import { upperCase } from '../text/capitalize.ts';

const MOST_RELATED = 20;

/** Kinds with the same weight stay in the order of `MEMBERSHIPS`. */
const MOST_IMPORTANT_FIRST = [...REFERENCE_KINDS].sort(
  (a, b) => MEMBERSHIPS[b].relatedWeight - MEMBERSHIPS[a].relatedWeight,
);

const toReasons = (kind: RelationKind, labels: readonly string[]) => labels.map((label) => ({ kind, label }));
const listNames = async (objects: Promise<{ name: string }[]> | { name: string }[]) =>
  (await objects).map(({ name }) => name);

export const relatedResolvers: Resolvers = {
  Publication: {
    related: ({ id }, { first }, { loaders }) =>
      loaders.related.load({ id, first: checkRange(first, 0, MOST_RELATED, 'first') }),
  },
  RelatedPublication: {
    async reasons({ shared }, _, { find }) {
      const others = MOST_IMPORTANT_FIRST.map(async (kind) =>
        toReasons(upperCase(kind), await listNames(find(MEMBERSHIPS[kind].plural, shared[kind]))),
      );
      return [
        ...toReasons('AUTHOR', shared.authors),
        ...toReasons('WORD', shared.words),
        ...(await Promise.all(others)).flat(),
      ];
    },
  },
};

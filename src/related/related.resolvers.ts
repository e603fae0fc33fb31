import { checkRange } from '../graphql/arguments.ts';
import type { Resolvers } from '../schema.generated.ts';
import type { RelationKind } from './related.ts';

const MOST_RELATED = 20;

const reasons = (kind: RelationKind, labels: readonly string[]) => labels.map((label) => ({ kind, label }));
const named = async (objects: Promise<{ name: string }[]> | { name: string }[]) =>
  (await objects).map(({ name }) => name);

export const relatedResolvers: Resolvers = {
  Publication: {
    related: ({ id }, { first }, { loaders }) =>
      loaders.related.load({ id, first: checkRange(first, 0, MOST_RELATED, 'first') }),
  },
  RelatedPublication: {
    reasons: async ({ shared }, _, { find }) => [
      ...reasons('AUTHOR', shared.authors),
      ...reasons('WORD', shared.words),
      ...reasons('COUNTRY', await named(find('countries', shared.countryIds))),
      ...reasons('TOPIC', await named(find('topics', shared.topicIds))),
      ...reasons('REGION', await named(find('regions', shared.regionIds))),
      ...reasons('CATEGORY', await named(find('categories', shared.categoryIds))),
    ],
  },
};

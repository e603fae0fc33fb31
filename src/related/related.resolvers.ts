import { checkRange } from '../graphql/arguments.ts';
import type { Resolvers } from '../schema.generated.ts';
import type { RelationKind } from './related.ts';

const MOST_RELATED = 20;

const toReasons = (kind: RelationKind, labels: readonly string[]) => labels.map((label) => ({ kind, label }));
const listNames = async (objects: Promise<{ name: string }[]> | { name: string }[]) =>
  (await objects).map(({ name }) => name);

export const relatedResolvers: Resolvers = {
  Publication: {
    related: ({ id }, { first }, { loaders }) =>
      loaders.related.load({ id, first: checkRange(first, 0, MOST_RELATED, 'first') }),
  },
  RelatedPublication: {
    reasons: async ({ shared }, _, { find }) => [
      ...toReasons('AUTHOR', shared.authors),
      ...toReasons('WORD', shared.words),
      ...toReasons('COUNTRY', await listNames(find('countries', shared.countryIds))),
      ...toReasons('TOPIC', await listNames(find('topics', shared.topicIds))),
      ...toReasons('REGION', await listNames(find('regions', shared.regionIds))),
      ...toReasons('CATEGORY', await listNames(find('categories', shared.categoryIds))),
    ],
  },
};

import { within } from '../graphql/arguments.ts';
import { badInput } from '../graphql/errors.ts';
import { type NodeType, globalId } from '../graphql/global-id.ts';
import type { Resolvers } from '../schema.generated.ts';
import { suggest } from './suggest.candidates.ts';
import { SUGGESTION_KINDS, type SuggestionKind } from './suggest.ts';

const MOST_SUGGESTIONS = 50;

const TYPES: Record<SuggestionKind, NodeType> = {
  COUNTRY: 'Country',
  REGION: 'Region',
  TOPIC: 'Topic',
  CATEGORY: 'Category',
  AUTHOR: 'Author',
  PUBLICATION: 'Publication',
};

export const suggestResolvers: Resolvers = {
  Query: {
    suggest(_, { text, kinds, first }, context) {
      const { searchLength } = context.limits;
      if (text.length > searchLength)
        throw badInput('text', `${text.length} characters are too many; give ${searchLength} at most.`);
      const most = within(first, 0, MOST_SUGGESTIONS, 'first');
      return suggest({ text, kinds: kinds ?? SUGGESTION_KINDS, first: most }, context);
    },
  },
  Suggestion: { id: ({ kind, value }) => globalId(TYPES[kind], value) },
};

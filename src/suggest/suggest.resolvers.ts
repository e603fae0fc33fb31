import { nameIn } from '../country/country.ts';
import { checkRange } from '../graphql/arguments.ts';
import { badInput } from '../graphql/errors.ts';
import type { Resolvers, SuggestionKind } from '../schema.generated.ts';
import { suggest } from './suggest.candidates.ts';
import { SUGGESTION_KINDS } from './suggest.ts';

const MOST_SUGGESTIONS = 50;

export const suggestResolvers: Resolvers = {
  Query: {
    suggest(_, { text, kinds, first }, context) {
      const { searchLength } = context.limits;
      if (text.length > searchLength)
        throw badInput('text', `${text.length} characters are too many; give ${searchLength} at most.`);
      const most = checkRange(first, 0, MOST_SUGGESTIONS, 'first');
      const all: readonly SuggestionKind[] = SUGGESTION_KINDS;
      return suggest({ text, kinds: kinds ?? all, first: most }, context);
    },
  },
  Suggestion: {
    label({ kind, value, label }, { language }, { reference }) {
      const places = kind === 'COUNTRY' ? reference.countries : kind === 'REGION' ? reference.regions : null;
      const place = places?.byName(value);
      return place ? nameIn(place, language) : label;
    },
  },
};

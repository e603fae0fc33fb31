import { badInput } from '../graphql/errors.ts';
import type { Resolvers } from '../schema.generated.ts';
import { NAME_KINDS, resolveNames } from './names.ts';

/** Same value as in `@listSize` of `Query.resolve`. */
const MOST_NAMES = 50;

export const resolveResolvers: Resolvers = {
  Query: {
    resolve(_, { names, kinds }, { reference, limits: { searchLength } }) {
      if (names.length > MOST_NAMES)
        throw badInput('names', `${names.length} names are too many; give ${MOST_NAMES} at most.`);
      for (const [i, { length }] of names.entries())
        if (length > searchLength)
          throw badInput(`names[${i}]`, `${length} characters are too many; give ${searchLength} at most.`);
      return resolveNames(names, kinds ?? NAME_KINDS, reference);
    },
  },
};

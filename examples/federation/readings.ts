import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';

/** A second team's subgraph: a reading group that counts its readers, and knows nothing of titles and places. */
export function readingsTypeDefs(): string {
  return readFileSync(new URL('readings.graphql', import.meta.url), 'utf8');
}

const READERS: Record<string, number> = {
  'legal-review-on-trafficking-in-persons-in-the-caribbean': 12,
  'caring-for-trafficked-persons-guidance-for-health-providers': 7,
};
const MEMBERS: Record<string, number> = { NG: 3, TT: 2 };

export function readingsSchema(): GraphQLSchema {
  return buildSubgraphSchema({
    typeDefs: parse(readingsTypeDefs()),
    resolvers: {
      Query: {
        nextReadings: () => Object.keys(READERS).map((slug) => ({ slug })),
      },
      Publication: {
        readerCount: ({ slug }: { slug: string }) => READERS[slug] ?? 0,
        isClassic: ({ year }: { year: number | null }) => year !== null && year <= 2010,
      },
      Country: {
        memberCount: ({ code }: { code: string }) => MEMBERS[code] ?? 0,
      },
      Author: {
        followerCount: ({ id }: { id: string }) => id.length % 5,
      },
    },
  });
}

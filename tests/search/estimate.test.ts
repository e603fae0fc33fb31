import { isReadByTier } from '../../src/publication/publication.tiers.queries.ts';
import { parseSearch } from '../../src/search/search.parse.ts';
import { type Meaning, estimateMatches } from '../../src/search/search.tsquery.ts';

const PUBLICATIONS = 1_000_000;

function meaning(word: string, documents: number | null): [string, Meaning] {
  const unchanged = { isStop: false, corrections: [], shorterStems: [], publications: PUBLICATIONS };
  return [word, { stem: word, forms: [word], documents, ...unchanged }];
}

const meanings = new Map([
  meaning('labour', 100_000),
  meaning('forced', 200_000),
  meaning('boat', 10_000),
  meaning('fishing', 20_000),
  meaning('uncounted', null),
]);

const estimate = (text: string) => estimateMatches(parseSearch(text), meanings);

it.each([
  ['labour', 100_000],
  ['forced labour', 20_000],
  ['"forced labour"', 20_000],
  ['forced OR labour', 300_000],
  ['boat fishing', 200],
  ['boat uncounted', 10_000],
  ['boat -labour', 10_000],
  ['-labour', 1_000_000],
])('expects of %j as many hits as its words have by chance', (text, expected) => {
  const { countExpected, shareExpected } = estimate(text);
  expect(countExpected).toBeCloseTo(expected, 6);
  expect(shareExpected).toBeCloseTo(expected / PUBLICATIONS, 12);
});

it.each([
  ['forced labour', true],
  ['boat', true],
  ['boat fishing', false],
  ['boat -labour', true],
])('reads the hits of %j by tier: %s', (text, isByTier) => {
  const order = { by: 'relevance', descending: true } as const;
  const search = estimate(text) as NonNullable<Parameters<typeof isReadByTier>[0]['search']>;
  expect(isReadByTier({ order, search })).toBe(isByTier);
  expect(isReadByTier({ order: { by: 'year', descending: true }, search })).toBe(false);
});

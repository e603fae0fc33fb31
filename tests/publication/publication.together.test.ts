import { toGlobalId } from '../../src/graphql/global-id.ts';
import { type Answer, type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { COUNTRIES, fill, make } from '../support/generated.ts';

/** What requests ask at the same moment is one statement, and each has its own answer. */
let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  await fill(catalogue, make(120, 11));
}, 60_000);
afterAll(() => catalogue.close());

interface PageOf<Cursor extends string> {
  answered: { publications: { pageInfo: Record<Cursor, string | null> } } | null;
}

type Operation = [query: string, variables: Record<string, unknown>];

/** The answers to operations that are asked at the same moment, and what all of them sent. */
async function together(operations: readonly Operation[]) {
  const answers = await Promise.all(
    operations.map(([query, variables]) => catalogue.execute<object>(query, variables)),
  );
  const sent = Math.max(...answers.map(({ sql }) => sql.length));
  return { answers: answers.map(({ data, errors }) => ({ data, errors })), sent };
}

async function alone(operations: readonly Operation[]) {
  const answers: { data: object; errors: unknown }[] = [];
  for (const [query, variables] of operations) {
    const { data, errors } = await catalogue.execute<object>(query, variables);
    answers.push({ data, errors });
  }
  return answers;
}

const ROW = 'slug title year countries { code } authors { name }';
const slugs = Array.from({ length: 20 }, (_, i) => `p-${i + 1}`);

describe('requests at the same moment', () => {
  test.each<[string, number, () => Operation[] | Promise<Operation[]>]>([
    [
      'look publications up by slug and id, one of which is none or a former one, and show different parts of them',
      2,
      () =>
        [...slugs, 'none'].map((slug, i) => {
          const id = toGlobalId('Publication', slug);
          const ways: Operation[] = [
            [`query($slug: String!) { publication(slug: $slug) { ${ROW} } }`, { slug }],
            ['query($id: ID!) { publication(id: $id) { title abstract } }', { id }],
            ['query($id: ID!) { node(id: $id) { id ... on Publication { topics { slug } } } }', { id }],
          ];
          return ways[i % 3] as Operation;
        }),
    ],
    [
      'look up entities',
      1,
      () =>
        [0, 5, 10].map((from) => [
          `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Publication { ${ROW} } } }`,
          {
            representations: slugs
              .slice(from, from + 10)
              .map((slug) => ({ __typename: 'Publication', slug })),
          },
        ]),
    ],
    [
      'look up authors, one of which is none or a former one',
      2,
      () =>
        ['ana-diaz', 'none', 'bo-li', 'ana-diaz'].map((slug) => [
          'query($slug: String!) { author(slug: $slug) { name kind } }',
          { slug },
        ]),
    ],
    [
      'read the first pages of countries',
      1,
      () =>
        [...COUNTRIES, 'NG'].map((code) => [
          `query($code: String!) { country(code: $code) { publications(first: 3) { totalCount nodes { ${ROW} } pageInfo { hasNextPage endCursor } } } }`,
          { code },
        ]),
    ],
    [
      'go on from different places of the lists of countries, two of the same',
      1,
      async () => {
        const query =
          'query($code: String!, $after: String) { answered: country(code: $code) { publications(first: 3, after: $after) { nodes { slug year } pageInfo { hasNextPage endCursor } } } }';
        const operations: Operation[] = [];
        for (const code of ['NG', 'GH', 'KE', 'NG']) {
          let after: string | null = null;
          for (let i = 0; i < 3; i++) {
            const answer: Answer<PageOf<'endCursor'>> = await catalogue.execute(query, { code, after });
            after = answer.data.answered?.publications.pageInfo.endCursor ?? null;
            if (after) operations.push([query, { code, after }]);
          }
        }
        const codes = operations.map(([, variables]) => variables.code);
        expect(codes).toEqual(['NG', 'GH', 'KE', 'NG'].flatMap((code) => Array<unknown>(3).fill(code)));
        return operations;
      },
    ],
    [
      'go back from the end and from a place, of topics',
      2,
      async () => {
        const query =
          'query($slug: String!, $before: String) { answered: topic(slug: $slug) { publications(last: 4, before: $before) { nodes { slug } pageInfo { hasPreviousPage startCursor } } } }';
        const first: Operation[] = ['health', 'law'].map((slug) => [query, { slug }]);
        const further: Operation[] = [];
        for (const [, variables] of first) {
          const { data } = await catalogue.execute<PageOf<'startCursor'>>(query, variables);
          const before = data.answered?.publications.pageInfo.startCursor;
          if (before) further.push([query, { ...variables, before }]);
        }
        expect(further).toHaveLength(1);
        return [...first, ...further];
      },
    ],
    [
      'read pages of different sizes, each a statement',
      2,
      () => [
        ['{ country(code: "NG") { publications(first: 2) { nodes { slug } } } }', {}],
        ['{ country(code: "GH") { publications(first: 3) { nodes { slug } } } }', {}],
      ],
    ],
    [
      'filter, which each does alone',
      3,
      () =>
        ['NG', 'GH', 'KE'].map((code) => [
          'query($code: String!) { country(code: $code) { publications(filter: { year: { from: 2000 } }) { nodes { slug } } } }',
          { code },
        ]),
    ],
  ])('%s', async (_, statements, make) => {
    const operations = await make();
    const expected = await alone(operations);
    for (const { errors } of expected) expect(errors).toBeUndefined();
    expect(await together(operations)).toEqual({ answers: expected, sent: statements });
  });
});
